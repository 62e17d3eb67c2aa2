"""A report beside what the corpus step needs of it: its article, its actors over all articles, its words, where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from ..model import Article, Participant, Reading, Report, Span, When
from ..model.days import number
from .casts import Cast
from .once import Once
from .shelf import Shelf
from .words import Worth, stems

#: grounds of dates that may be off by days
GUESSED = frozenset({"publication date", "date told before"})
#: the sector of a place that acts, which a country is and a town is not
COUNTRY = "GOV"
#: as many reports are held in memory as a whole
FEW = 150_000


@dataclass(frozen=True, slots=True)
class Said:
    """A report and the words of its sentence."""

    report: Report
    sentence: str


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What two reports are compared by, and what an event is made of; the report itself lies on a shelf, by ``number``.

    ``article`` has no text. ``source`` and ``target`` are actors over all articles that have a name: "a tram" in one article
    is not that in another; ``actors`` are both. ``trigger`` is the stem of its word.

    ``where`` are the ids of its places, ``towns`` those of them that are no country, ``lands`` the codes of their countries.

    ``words`` are the sentence's, each once and in order, of a ``worth`` that makes a vector of them. ``headline`` says that
    the sentence is the headline. ``place`` is where it stands in its article: 0 at the head, 1 at the foot. ``first`` and
    ``last`` are the bounds of its date as day numbers, None where it has none; ``guessed`` says that this is but the date of
    publication, or of what was told before. ``echo`` is the share of the headline's words that it has, ``prominence`` how much
    its article is about those who take part: both from 0 to 1.
    """

    said: Sequence[Said]
    number: int
    id: str
    type: str
    article: Article
    span: Span
    source: frozenset[str]
    target: frozenset[str]
    actors: frozenset[str]
    trigger: str
    words: tuple[str, ...]
    worth: Worth
    numbers: frozenset[str]
    place: float
    first: int | None
    last: int | None
    guessed: bool
    published: int

    participants: tuple[Participant, ...]
    headline: bool
    said_by: str | None
    where: tuple[str, ...]
    towns: frozenset[str]
    lands: frozenset[str]
    echo: float
    prominence: float

    @property
    def report(self) -> Report:
        """The report, with its article's own ids of actors."""
        return self.said[self.number].report

    @property
    def sentence(self) -> str:
        """The words of the sentence that tells it."""
        return self.said[self.number].sentence

    @property
    def vector(self) -> Mapping[str, float]:
        """The worth of each word of the sentence, as a vector of length 1. Not held here, since reports are many."""
        return self.worth.vector(self.words)

    @property
    def to_the_day(self) -> bool:
        """Whether its date is a day, or at most three of them."""
        return self.first is not None and self.last is not None and self.last - self.first < 3


def told(readings: Sequence[Reading], casts: Sequence[Cast], same: Mapping[str, Mapping[str, str]]) -> list[Told]:
    """The reports of all articles, in order of publication, article and place. Each reading is looked at once."""
    teller = _Teller(casts, same)
    ordered = sorted(casts, key=lambda cast: (cast.article.published, cast.article.id))
    return [one for cast in ordered for one in teller.of(readings[cast.number], cast, same[cast.article.id])]


class _Teller:
    """Makes what is told of reports; equal parts of them are one."""

    def __init__(self, casts: Sequence[Cast], same: Mapping[str, Mapping[str, str]]) -> None:
        self.named = frozenset(same[c.article.id][a.id] for c in casts for a in c.actors if any(x.isupper() for x in a.name))
        self.said = Shelf(Said, FEW)
        self.worth = Worth()
        self.once = Once()

    def of(self, reading: Reading, cast: Cast, same: Mapping[str, str]) -> Iterator[Told]:
        """What is told of the reports of an article, in their order."""
        counts, head = cast.named(same), frozenset(stems(cast.article.title, cast.article.lang))
        for report in sorted(reading.reports, key=lambda r: (r.start, r.id)):
            words = reading.article.text[report.sentence.start : report.sentence.end]
            place = report.sentence.start / max(1, len(reading.article.text))
            self.said.append(Said(report, words))
            yield self._told(report, words, place, cast, same, counts, head)

    def _told(
        self,
        report: Report,
        sentence: str,
        place: float,
        cast: Cast,
        same: Mapping[str, str],
        counts: Mapping[str, int],
        head: AbstractSet[str],
    ) -> Told:
        article, once, (first, last) = cast.article, self.once, bounds(report.when)
        source, target = (self.named.intersection(same[a] for a in side) for side in (report.source, report.target))
        places = [a for a in cast.actors if a.id in report.where]
        words = once(tuple(sorted(set(stems(sentence, article.lang)))))
        trigger = next(iter(stems(report.text, article.lang)), report.text)
        participants = once(tuple(once(Participant(same[p.actor], p.role)) for p in report.participants))
        self.worth.count(words)
        return Told(
            said=self.said,
            number=len(self.said) - 1,
            id=report.id,
            type=report.type,
            article=article,
            span=report.sentence,
            source=once(source),
            target=once(target),
            actors=once(source | target),
            trigger=trigger,
            words=words,
            worth=self.worth,
            numbers=once(frozenset(word for word in words if word.isdigit())),
            place=place,
            first=first,
            last=last,
            guessed=report.when is not None and report.when.basis in GUESSED,
            published=number(article.published[:10]) if article.published else 0,
            participants=participants,
            headline=bool(article.title) and sentence.split() == article.title.split(),
            said_by=same[report.said_by] if report.said_by else None,
            where=once(tuple(dict.fromkeys(same[id] for id in report.where))),
            towns=once(frozenset(same[a.id] for a in places if a.sector != COUNTRY)),
            lands=once(frozenset(a.country for a in places if a.country)),
            echo=_echo(words, trigger, head),
            prominence=_prominence(participants, counts),
        )


def _echo(words: Sequence[str], trigger: str, head: AbstractSet[str]) -> float:
    """The share of a headline's words that a sentence has; with its very trigger, more."""
    return min(1.0, len(head.intersection(words)) / len(head) + 0.3 * (trigger in head)) if head else 0.0


def _prominence(participants: Sequence[Participant], named: Mapping[str, int]) -> float:
    most = max(named.values(), default=0)
    return max((named.get(p.actor, 0) for p in participants), default=0) / most if most else 0.0


def bounds(when: When | None) -> tuple[int, int] | tuple[None, None]:
    """The first and last day of a date as day numbers (1 is 1 January of the year 1), None where it gives no time."""
    if when is None or not when.from_ or not when.to:
        return None, None
    return number(when.from_), number(when.to)
