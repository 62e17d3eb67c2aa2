"""Made-up timelines of any size: the same for the same number of events.

Of what happens (happenings.py), events that one article tells or several, with their sentences.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from dateline.corpus.events import order
from dateline.corpus.relations import relations
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
)
from dateline.site.prose import Prose
from dateline.site.shown import ArticleView
from happenings import BEGUN, DAYS, TOPICS, Cast, Happening, cast, happening

#: reports an article tells, and articles (about) that tell an event
EACH, TOLD = 5, 1.6
TOWNS, PAPERS = ("Sollin", "Harvick", "Nelda", "Tenby"), ("Post", "Gazette", "Wire")
SOURCES = tuple(f"The {town} {paper}" for town in TOWNS for paper in PAPERS)


def made(number: int) -> tuple[Timeline, list[ArticleView]]:
    """A timeline of this many events, and the articles that tell it."""
    rng = random.Random(number)
    them = cast(rng, number)
    busy = [rng.randrange(DAYS) for _ in range(12)]
    happenings = [happening(rng, them, busy) for _ in range(number)]
    told: dict[str, list[tuple[Evidence, Change]]] = defaultdict(list)
    articles = list(_articles(rng, happenings, told))
    events = sorted((_event(rng, one, told[one.id]) for one in happenings), key=order)
    line = Timeline(
        actors=(*them.actors, *them.places),
        events=tuple(events),
        key_dates=tuple(_key_dates(events)),
        same={a.id: {actor.id: actor.id for actor in a.reading.actors} for a in articles},
        storylines=tuple(_storylines(them, events)),
        relations=relations(events),
    )
    return line, articles


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


def _storylines(them: Cast, events: Sequence[Event]) -> Iterator[Storyline]:
    """One for each two of the most active who meet four times, with what they did together."""
    top = {a.id: a.name for a in them.actors[:20]}
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
