"""A report beside what the corpus step needs of it: its article, its actors over all articles, its words, where it stands."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ..model import Article, Participant, Reading, Report, When
from ..model.days import number
from .words import Worth, stems

T = TypeVar("T", bound=Hashable)
#: grounds of dates that may be off by days
GUESSED = frozenset({"publication date", "date told before"})
#: the sector of a place that acts, which a country is and a town is not
COUNTRY = "GOV"


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A report in its article. ``source`` and ``target`` are actors over all articles that have a name: "a tram" in one article
    is not that in another; ``actors`` are both. ``trigger`` is the stem of its word.

    ``where`` are the ids of its places, ``towns`` those of them that are no country, ``lands`` the codes of their countries.

    ``words`` are the sentence's, each once and in order, of a ``worth`` that makes a vector of them. ``headline`` says that
    the sentence is the headline. ``place`` is where it stands in its article: 0 at the head, 1 at the foot. ``first`` and
    ``last`` are the bounds of its date as day numbers, None where it has none.
    """

    report: Report
    article: Article
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
    published: int

    participants: tuple[Participant, ...]
    headline: bool
    said_by: str | None
    where: tuple[str, ...]
    towns: frozenset[str]
    lands: frozenset[str]

    @property
    def vector(self) -> Mapping[str, float]:
        """The worth of each word of the sentence, as a vector of length 1. Not held here, since reports are many."""
        return self.worth.vector(self.words)

    @property
    def to_the_day(self) -> bool:
        """Whether its date is a day, or at most three of them."""
        return self.first is not None and self.last is not None and self.last - self.first < 3

    @property
    def guessed(self) -> bool:
        """Whether its date is but that of publication, or of what was told before."""
        return self.report.when is not None and self.report.when.basis in GUESSED


class Once:
    """Makes equal values one: sets of actors, words and places are the same in thousands of reports."""

    def __init__(self) -> None:
        self._seen: dict[Hashable, Hashable] = {}

    def __call__(self, value: T) -> T:
        return self._seen.setdefault(value, value)  # type: ignore[return-value]


def told(readings: Sequence[Reading], same: Mapping[str, Mapping[str, str]]) -> list[Told]:
    """The reports of all articles, in order of publication, article and place."""
    named = frozenset(same[r.article.id][a.id] for r in readings for a in r.actors if any(c.isupper() for c in a.name))
    ordered = sorted(readings, key=lambda r: (r.article.published, r.article.id))
    once = Once()
    sentences = [(reading, report, once(_words(reading.article, report))) for reading, report in _each(ordered)]
    worth = Worth(words for _, _, words in sentences)
    return [_told(reading, report, words, worth, same[reading.article.id], named, once) for reading, report, words in sentences]


def sentence(article: Article, report: Report) -> str:
    """The words of the sentence that tells a report."""
    return article.text[report.sentence.start : report.sentence.end]


def _words(article: Article, report: Report) -> tuple[str, ...]:
    return tuple(sorted(set(stems(sentence(article, report), article.lang))))


def _each(readings: Sequence[Reading]) -> Iterator[tuple[Reading, Report]]:
    return ((reading, report) for reading in readings for report in sorted(reading.reports, key=lambda r: (r.start, r.id)))


def _told(
    reading: Reading,
    report: Report,
    words: tuple[str, ...],
    worth: Worth,
    same: Mapping[str, str],
    named: frozenset[str],
    once: Once,
) -> Told:
    article, (first, last) = reading.article, bounds(report.when)
    places = [a for a in reading.actors if a.id in report.where]
    source = named.intersection(same[a] for a in report.source)
    target = named.intersection(same[a] for a in report.target)
    return Told(
        report=report,
        article=article,
        source=once(source),
        target=once(target),
        actors=once(source | target),
        trigger=next(iter(stems(report.text, article.lang)), report.text),
        words=words,
        worth=worth,
        numbers=once(frozenset(word for word in words if word.isdigit())),
        place=report.sentence.start / max(1, len(article.text)),
        first=first,
        last=last,
        published=number(article.published[:10]) if article.published else 0,
        participants=once(tuple(once(Participant(same[p.actor], p.role)) for p in report.participants)),
        headline=bool(article.title) and sentence(article, report).split() == article.title.split(),
        said_by=same[report.said_by] if report.said_by else None,
        where=once(tuple(dict.fromkeys(same[id] for id in report.where))),
        towns=once(frozenset(same[a.id] for a in places if a.sector != COUNTRY)),
        lands=once(frozenset(a.country for a in places if a.country)),
    )


def bounds(when: When | None) -> tuple[int, int] | tuple[None, None]:
    """The first and last day of a date as day numbers (1 is 1 January of the year 1), None where it gives no time."""
    if when is None or not when.from_ or not when.to:
        return None, None
    return number(when.from_), number(when.to)
