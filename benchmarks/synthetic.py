"""Made-up timelines of any size: the same for the same number of events.

Names are of syllables, some in most events and most in few; every kind of event, dates over twelve years of which some are only
months or years, days on which much happens at once, events that one article tells or several, and their sentences.
"""

from __future__ import annotations

import random
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, combinations

from dateline.corpus.events import order
from dateline.corpus.relations import relations
from dateline.events.schema import Kind, kinds
from dateline.model import (
    Actor,
    Article,
    Block,
    Change,
    DateMention,
    Event,
    Evidence,
    KeyDate,
    Mention,
    Participant,
    Reading,
    Report,
    Span,
    Storyline,
    Timeline,
    When,
)
from dateline.model.slug import slug
from dateline.site.prose import Prose
from dateline.site.shown import ArticleView

BEGUN, YEARS = date(2013, 1, 1), 12
DAYS = (date(BEGUN.year + YEARS, 1, 1) - BEGUN).days
#: reports an article tells, and articles (about) that tell an event
EACH, TOLD = 5, 1.6
#: shares of events that are dated to a month or a year, and of those that fall on busy days
MONTHS, ONLY_YEARS, BUSY = 0.08, 0.04, 0.15
SYLLABLES = ("ba", "ro", "mi", "ten", "sol", "ka", "ver", "li", "dun", "or", "pa", "shi", "gra", "nel", "to", "es", "har", "vi")
BODIES = ("Ministry of", "Union of", "Bank of", "Court of", "Police of", "Friends of")
TOPICS = (
    "trade", "fishing", "gas", "the border", "the harbour", "the budget", "the railway", "water", "grain", "the election",
    "steel", "the school", "the bridge", "wages", "the forest", "the treaty", "visas", "the hospital", "land", "the dam",
)  # fmt: skip
STATUSES = {"happened": 80, "ongoing": 4, "planned": 8, "possible": 4, "denied": 2, "called-for": 2}
TOWNS, PAPERS = ("Sollin", "Harvick", "Nelda", "Tenby"), ("Post", "Gazette", "Wire")
SOURCES = tuple(f"The {town} {paper}" for town in TOWNS for paper in PAPERS)


@dataclass(frozen=True)
class Cast:
    """Who may take part, the most active first, and where; with the sums of how often each does."""

    actors: Sequence[Actor]
    places: Sequence[Actor]
    often: Sequence[float]
    where: Sequence[float]


@dataclass(frozen=True)
class Happening:
    """What happened, before anybody tells it."""

    id: str
    kind: Kind
    day: date
    when: When
    who: tuple[Actor, ...]
    where: Actor | None
    topic: str
    status: str


def made(number: int) -> tuple[Timeline, list[ArticleView]]:
    """A timeline of this many events, and the articles that tell it."""
    rng = random.Random(number)
    cast = _cast(rng, number)
    busy = [rng.randrange(DAYS) for _ in range(12)]
    happenings = [_happening(rng, cast, busy) for _ in range(number)]
    told: dict[str, list[tuple[Evidence, Change]]] = defaultdict(list)
    articles = list(_articles(rng, happenings, told))
    events = sorted((_event(rng, one, told[one.id]) for one in happenings), key=order)
    line = Timeline(
        actors=(*cast.actors, *cast.places),
        events=tuple(events),
        key_dates=tuple(_key_dates(events)),
        same={a.id: {actor.id: actor.id for actor in a.reading.actors} for a in articles},
        storylines=tuple(_storylines(cast, events)),
        relations=relations(events),
    )
    return line, articles


def _name(rng: random.Random) -> str:
    return "".join(rng.choices(SYLLABLES, k=rng.randint(2, 4))).capitalize()


def _cast(rng: random.Random, number: int) -> Cast:
    """Actors and places, of which the one at place n is in every (1/n)th event, as Zipf has it."""
    names = list(dict.fromkeys(_called(rng, n) for n in range(40 + number // 10)))
    actors = [Actor(slug(name), name, "organisation" if name.startswith(BODIES) else "person") for name in names]
    taken = {a.id for a in actors}
    places = dict.fromkeys(_name(rng) for _ in range(30 + number // 200))
    where = [Actor(slug(name), name, "place") for name in places if slug(name) not in taken]
    often, there = (list(accumulate(1 / (n + 1) for n in range(len(them)))) for them in (actors, where))
    return Cast(actors, where, often, there)


def _called(rng: random.Random, number: int) -> str:
    return f"{rng.choice(BODIES)} {_name(rng)}" if number % 4 == 0 else f"{_name(rng)} {_name(rng)}"


def _happening(rng: random.Random, cast: Cast, busy: Sequence[int]) -> Happening:
    near = rng.choice(busy) + int(rng.gauss(0, 3)) if rng.random() < BUSY else rng.randrange(DAYS)
    day = BEGUN + timedelta(days=min(max(near, 0), DAYS - 1))
    who = rng.choices(cast.actors, cum_weights=cast.often, k=rng.choices((1, 2, 3, 4), (20, 55, 18, 7))[0])
    where = rng.choices(cast.places, cum_weights=cast.where)[0] if rng.random() < 0.5 else None
    return Happening(
        f"{rng.getrandbits(40):010x}",
        rng.choice(list(kinds().values())),
        day,
        _when(rng, day),
        tuple(dict.fromkeys(who)),
        where,
        rng.choice(TOPICS),
        rng.choices(list(STATUSES), list(STATUSES.values()))[0],
    )


def _when(rng: random.Random, day: date) -> When:
    iso, finely = day.isoformat(), rng.random()
    if finely < ONLY_YEARS:
        return When(iso[:4], iso[:4], f"{iso[:4]}-01-01", f"{iso[:4]}-12-31", "year in the clause")
    if finely < ONLY_YEARS + MONTHS:
        last = monthrange(day.year, day.month)[1]
        return When(iso[:7], iso[:7], f"{iso[:7]}-01", f"{iso[:7]}-{last}", "month in the clause")
    return When(iso, iso, iso, iso, "date in the clause")


def _articles(
    rng: random.Random, happenings: Sequence[Happening], told: dict[str, list[tuple[Evidence, Change]]]
) -> Iterator[ArticleView]:
    """The articles, in order of publication; what they tell is put into ``told``, by event."""
    step = max(1, round(DAYS * EACH / (len(happenings) * TOLD)))
    waiting: dict[int, list[Happening]] = defaultdict(list)
    for one in happenings:
        for _ in range(min(6, 1 + int(rng.expovariate(1.05)))):
            day = (one.day - BEGUN).days + rng.randint(0, 6)
            waiting[-(-day // step) * step].append(one)
    number = 0
    for day in sorted(waiting):
        for at in range(0, len(waiting[day]), EACH):
            number += 1
            yield _article(rng, number, BEGUN + timedelta(days=day), waiting[day][at : at + EACH], told)


def _article(
    rng: random.Random,
    number: int,
    published: date,
    rows: Sequence[Happening],
    told: dict[str, list[tuple[Evidence, Change]]],
) -> ArticleView:
    id, sentences = f"a{number:06}", [_sentence(rng, one) for one in rows]
    prose = Prose("".join(f"<p>{sentence}</p>\n" for sentence, _ in sentences))
    title = f"{rows[0].who[0].name} and {rows[0].topic}"
    article = Article(
        id, prose.text, published.isoformat(), title, source=SOURCES[rng.randrange(len(SOURCES))], blocks=prose.blocks
    )
    reports = [
        _report(article, f"{id}-{n}", one, block, trigger)
        for n, (one, block, (_, trigger)) in enumerate(zip(rows, prose.blocks, sentences, strict=True))
    ]
    for one, report in zip(rows, reports, strict=True):
        evidence = Evidence(
            report.id, id, report.start, report.end, report.text, prose.text[report.sentence.start : report.sentence.end],
            report.sentence.start, report.said_by,
        )  # fmt: skip
        told[one.id].append((evidence, Change(article.published, report.id, one.status, one.when.value)))
    reading = Reading(article, tuple(_dates(article, rows)), tuple(_named(article.text, rows)), tuple(reports))
    return ArticleView(reading, prose)


def _sentence(rng: random.Random, one: Happening) -> tuple[str, str]:
    """A sentence that tells it, and the words that do."""
    words = one.kind.triggers["en"].get("verbs") or ["act on"]
    trigger, whom = rng.choice(words), " and ".join(a.name for a in one.who[1:]) or "the others"
    where = f" in {one.where.name}" if one.where else ""
    rest = f"over {one.topic}{where} on {one.day:%A}, which {rng.choice(TOPICS)} and {rng.choice(TOPICS)} had long waited for"
    return f"{one.who[0].name} did {trigger} {whom} {rest}.", trigger


def _report(article: Article, id: str, one: Happening, block: Block, trigger: str) -> Report:
    sentence = article.text[block.start : block.end]
    at = block.start + sentence.index(f" did {trigger} ") + len(" did ")
    names = tuple(a.id for a in one.who)
    said_by = names[0] if one.status == "denied" else None
    return Report(
        id, article.id, one.kind.id, at, at + len(trigger), trigger, Span(block.start, block.end), _summary(one), names[:1],
        names[1:], _parts(one), one.when, one.status, said_by, 0.6, ("verb", "subject"), where=_where(one),
    )  # fmt: skip


def _dates(article: Article, rows: Sequence[Happening]) -> Iterator[DateMention]:
    """The weekdays in an article's sentences."""
    for one, block in zip(rows, article.blocks, strict=True):
        words, iso = f"{one.day:%A}", one.day.isoformat()
        at = article.text.index(f" on {words},", block.start) + len(" on ")
        yield DateMention(at, at + len(words), words, "DATE", iso, "weekday", edtf=iso, from_=iso, to=iso)


def _named(text: str, rows: Sequence[Happening]) -> Iterator[Actor]:
    """Those whom an article names, each with the first place where it does."""
    for actor in dict.fromkeys(a for one in rows for a in (*one.who, *((one.where,) if one.where else ()))):
        at = text.index(actor.name)
        mention = Mention(at, at + len(actor.name), actor.name)
        yield Actor(actor.id, actor.name, actor.kind, mentions=(mention,))


def _summary(one: Happening) -> str:
    whom = " and ".join(a.name for a in one.who[1:]) or "others"
    return f"{one.kind.caption.format(source=one.who[0].name, target=whom)} over {one.topic}"


def _parts(one: Happening) -> tuple[Participant, ...]:
    return tuple(Participant(a.id, "target" if n else "source") for n, a in enumerate(one.who))


def _where(one: Happening) -> tuple[str, ...]:
    return (one.where.id,) if one.where else ()


def _event(rng: random.Random, one: Happening, told: Sequence[tuple[Evidence, Change]]) -> Event:
    weight = round(min(1.0, 0.2 * len(told) + 0.4 * rng.random()), 3)
    confidence = round(0.3 + 0.7 * rng.random(), 2)
    evidence, history = zip(*told, strict=True)
    return Event(
        one.id, one.kind.id, one.when, one.status, _summary(one), _parts(one), weight, confidence, evidence, history,
        where=_where(one),
    )  # fmt: skip


def _key_dates(events: Sequence[Event]) -> Iterator[KeyDate]:
    """The days of the ten heaviest events."""
    for event in sorted(sorted(events, key=lambda e: (-e.weight, e.id))[:10], key=order):
        if event.when and event.when.from_:
            yield KeyDate(event.when.from_, (event.id,), (event.reports[0].sentence,))


def _storylines(cast: Cast, events: Sequence[Event]) -> Iterator[Storyline]:
    """One for each two of the most active who meet four times, with what they did together."""
    top = {a.id: a.name for a in cast.actors[:20]}
    together = _together(events, top)
    for (one, two), found in sorted(together.items()):
        if len(found) >= 4:
            ids = tuple(e.id for e in found[:60])
            yield Storyline(f"{one}--{two}", f"{top[one]} and {top[two]}", found[0].type, (one, two), ids, 0.5)


def _together(events: Sequence[Event], top: Mapping[str, str]) -> dict[tuple[str, str], list[Event]]:
    found: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        for pair in combinations(sorted({p.actor for p in event.participants} & top.keys()), 2):
            found[pair].append(event)
    return found
