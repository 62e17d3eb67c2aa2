"""A report beside what the corpus step needs of it: its article, its actors over all articles, its words, where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..model import Article, Participant, Reading, Report, Span, When
from ..model.days import number
from .words import Worth


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What two reports are compared by, and what an event is made of; the report itself stands ``at`` its place in its reading,
    which is that of this ``number`` in ``readings``.

    ``article`` has no text. ``source`` and ``target`` are actors over all articles that have a name: "a tram" in one article
    is not that in another; ``actors`` are both. ``trigger`` is the stem of its word.

    ``where`` are the ids of its places, ``towns`` those of them that are no country, ``lands`` the codes of their countries.

    ``words`` are the sentence's, each once and in order, of a ``worth`` that makes a vector of them. ``headline`` says that
    the sentence is the headline. ``place`` is where it stands in its article: 0 at the head, 1 at the foot. ``first`` and
    ``last`` are the bounds of its date as day numbers, None where it has none; ``guessed`` says that this is but the date of
    publication, or of what was told before. ``echo`` is the share of the headline's words that it has, ``prominence`` how much
    its article is about those who take part: both from 0 to 1.
    """

    readings: Sequence[Reading]
    number: int
    at: int
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
        return self.readings[self.number].reports[self.at]

    @property
    def sentence(self) -> str:
        """The words of the sentence that tells it."""
        return self.readings[self.number].article.text[self.span.start : self.span.end]

    @property
    def vector(self) -> Mapping[str, float]:
        """The worth of each word of the sentence, as a vector of length 1. Not held here, since reports are many."""
        return self.worth.vector(self.words)

    @property
    def to_the_day(self) -> bool:
        """Whether its date is a day, or at most three of them."""
        return self.first is not None and self.last is not None and self.last - self.first < 3


def bounds(when: When | None) -> tuple[int, int] | tuple[None, None]:
    """The first and last day of a date as day numbers (1 is 1 January of the year 1), None where it gives no time."""
    if when is None or not when.from_ or not when.to:
        return None, None
    return number(when.from_), number(when.to)
