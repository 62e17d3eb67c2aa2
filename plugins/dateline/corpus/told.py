"""A report beside what the corpus step needs of it: its article, its actors over all articles, its words, where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..model import Actor, Article, Participant, Reading, Report, Span, When
from ..model.days import number
from .corpus import Cast, Corpus
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


def told(corpus: Corpus, same: Mapping[str, Mapping[str, str]]) -> list[Told]:
    """The reports of all articles, in order of publication, article and place. Each reading is looked at once."""
    teller = _Teller(corpus.casts, same)
    ordered = sorted(corpus.casts, key=lambda cast: (cast.article.published, cast.article.id))
    return [one for cast in ordered for one in teller.of(corpus[cast.number], cast, same[cast.article.id])]


class _Teller:
    """Makes what is told of reports; equal parts of them are one."""

    def __init__(self, casts: Sequence[Cast], same: Mapping[str, Mapping[str, str]]) -> None:
        self.named = frozenset(same[c.article.id][a.id] for c in casts for a in c.actors if any(x.isupper() for x in a.name))
        self.said = Shelf(Said, FEW)
        self.worth = Worth()
        self.once = Once()

    def of(self, reading: Reading, cast: Cast, same: Mapping[str, str]) -> Iterator[Told]:
        """What is told of the reports of an article, in their order."""
        article, text, counts = cast.article, reading.article.text, cast.named(same)
        head = frozenset(stems(article.title, article.lang))
        published = number(article.published[:10]) if article.published else 0
        for report in sorted(reading.reports, key=lambda r: (r.start, r.id)):
            said = Said(report, text[report.sentence.start : report.sentence.end])
            self.said.append(said)
            yield Told(
                said=self.said,
                number=len(self.said) - 1,
                id=report.id,
                type=report.type,
                article=article,
                published=published,
                span=report.sentence,
                place=report.sentence.start / max(1, len(text)),
                **_when(report.when),
                **self._who(report, same, counts),
                **self._where(report, same, cast.actors),
                **self._words(said, article, head),
            )

    def _who(self, report: Report, same: Mapping[str, str], counts: Mapping[str, int]) -> dict[str, Any]:
        source, target = (self.named.intersection(same[a] for a in side) for side in (report.source, report.target))
        participants = tuple(self.once(Participant(same[p.actor], p.role)) for p in report.participants)
        return {
            "source": self.once(source),
            "target": self.once(target),
            "actors": self.once(source | target),
            "participants": self.once(participants),
            "said_by": same[report.said_by] if report.said_by else None,
            "prominence": _prominence(participants, counts),
        }

    def _where(self, report: Report, same: Mapping[str, str], actors: Sequence[Actor]) -> dict[str, Any]:
        places = [a for a in actors if a.id in report.where]
        return {
            "where": self.once(tuple(dict.fromkeys(same[id] for id in report.where))),
            "towns": self.once(frozenset(same[a.id] for a in places if a.sector != COUNTRY)),
            "lands": self.once(frozenset(a.country for a in places if a.country)),
        }

    def _words(self, said: Said, article: Article, head: frozenset[str]) -> dict[str, Any]:
        trigger = next(iter(stems(said.report.text, article.lang)), said.report.text)
        words = self.once(tuple(sorted(set(stems(said.sentence, article.lang)))))
        self.worth.count(words)
        return {
            "trigger": trigger,
            "words": words,
            "worth": self.worth,
            "numbers": self.once(frozenset(word for word in words if word.isdigit())),
            "headline": bool(article.title) and said.sentence.split() == article.title.split(),
            "echo": _echo(words, trigger, head),
        }


def _when(when: When | None) -> dict[str, Any]:
    first, last = bounds(when)
    return {"first": first, "last": last, "guessed": when is not None and when.basis in GUESSED}


def _echo(words: Sequence[str], trigger: str, head: frozenset[str]) -> float:
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
