"""A report beside what the corpus step needs of it: its article, its actors over all articles, its words, where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ..model import IN_TEXT, REPORTED_ON, Actor, Article, Participant, Reading, Report, Span, When
from ..model.days import number
from .interval import bounds
from .rarity import Rarity
from .titled import share, tells_same
from .words import stems

#: grounds of days that no words say of the event itself
GUESSED = frozenset({REPORTED_ON, IN_TEXT})
#: the sector of a place that acts, which a country is and a town is not
COUNTRY = "GOV"


State = npt.NDArray[np.float32]
#: of a word that the encoder did not read
UNREAD: State = np.zeros(32, np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What two reports are compared by, and what an event is made of.

    ``source`` and ``target`` are actors over all articles: "a tram" in one article is not that in another; ``actors`` are
    both, ``people`` the persons whom the sentence names. ``nouns`` are what the others who take part are called, by stems of
    their last words. ``trigger`` is the stem of its word.

    ``where`` are the ids of its places, ``towns`` those of them that are no country, ``lands`` the codes of their countries.

    ``words`` are the sentence's, each once and in order, ``line`` those of the printed line, ``numbers`` its figures outside
    dates; ``rarity`` says how much it says to share one. ``state`` is the report's small state, of length one, or all zeros.
    ``headline`` says that the sentence is the headline. ``place`` is where it stands in its article: 0 at the head, 1 at the
    foot. ``first`` and ``last`` are the bounds of its date as day numbers, None where it has none; ``guessed`` says that this
    is but the day on which it is reported, ``stated`` that words say it of the event itself; ``published`` is the day of
    publication, 0 where nobody knows it. ``titled`` says that the article's headline, which stands outside its text, tells the
    same, with the same status, and on somebody's word where the report is.
    """

    report: Report
    article: Article
    id: str
    type: str
    span: Span
    source: frozenset[str]
    target: frozenset[str]
    actors: frozenset[str]
    people: frozenset[str]
    nouns: frozenset[str]
    trigger: str
    words: tuple[str, ...]
    line: tuple[str, ...]
    state: State
    rarity: Rarity
    numbers: frozenset[str]
    place: float
    first: int | None
    last: int | None
    guessed: bool
    stated: bool
    published: int

    participants: tuple[Participant, ...]
    headline: bool
    titled: bool
    said_by: str | None
    where: tuple[str, ...]
    towns: frozenset[str]
    lands: frozenset[str]

    @property
    def sentence(self) -> str:
        """The words of the sentence that tells it."""
        return self.article.text[self.span.start : self.span.end]

    @property
    def vector(self) -> Mapping[str, float]:
        """The worth of each word of the sentence, as a vector of length 1. Not held here, since reports are many."""
        return self.rarity.words.vector(self.words)

    @property
    def to_the_day(self) -> bool:
        """Whether its date is a day, or at most three of them."""
        return self.first is not None and self.last is not None and self.last - self.first < 3


def prepare(readings: Sequence[Reading], same: Mapping[str, Mapping[str, str]]) -> list[Told]:
    """The reports of all articles, in order of publication, article and place; ``same`` says who is who over all articles."""
    ordered = sorted(readings, key=lambda reading: (reading.article.published, reading.article.id))
    rarity = Rarity()
    found = [one for reading in ordered for one in _of_article(reading, same[reading.article.id], rarity)]
    rarity.words.count(one.words for one in found)
    rarity.actors.count(one.actors for one in found)
    rarity.days.count(one.first for one in found if one.first is not None)
    rarity.published.count(one.published for one in found)
    return found


def _of_article(reading: Reading, same: Mapping[str, str], rarity: Rarity) -> Iterator[Told]:
    """The reports of an article, in their order."""
    article = reading.article
    called = {actor.id: actor.name for actor in reading.actors}
    head = frozenset(stems(article.title, article.lang))
    published = number(article.published[:10]) if article.published else 0
    for report in sorted(reading.reports, key=lambda report: (report.start, report.id)):
        yield Told(
            report=report,
            article=article,
            id=report.id,
            type=report.type,
            span=report.sentence,
            rarity=rarity,
            state=_state(report),
            published=published,
            place=report.sentence.start / max(1, len(article.text)),
            **_when(report.when),
            **_who(report, same, called, article.lang),
            people=_people(report, same, reading.actors),
            **_where(report, same, reading.actors),
            **_words(report, reading, head),
        )


def _state(report: Report) -> State:
    """The small state, of length one."""
    if not report.state:
        return UNREAD
    state = np.array(report.state, np.float32)
    return state / max(float(np.linalg.norm(state)), 1e-6)


def _who(report: Report, same: Mapping[str, str], called: Mapping[str, str], lang: str) -> dict[str, Any]:
    source, target = (frozenset(same[a] for a in side if a in same) for side in (report.source, report.target))
    participants = tuple(_part(p, same, called) for p in report.participants)
    unnamed = (next(reversed(stems(p.text, lang)), "") for p in participants if p.text)
    return {
        "source": source,
        "target": target,
        "actors": source | target,
        "nouns": frozenset(unnamed) - {""},
        "participants": participants,
        "said_by": same.get(report.said_by) if report.said_by else None,
    }


def _people(report: Report, same: Mapping[str, str], actors: Sequence[Actor]) -> frozenset[str]:
    """The persons whom a report's sentence names, but who says it."""
    persons = (a for a in actors if a.kind == "person" and a.id in same)
    span, people = report.sentence, (a for a in persons if a.id != report.said_by)
    return frozenset(same[a.id] for a in people if any(span.start <= m.start < span.end for m in a.mentions))


def _part(part: Participant, same: Mapping[str, str], called: Mapping[str, str]) -> Participant:
    """A part over all articles: of an actor, or of who is called by these words in this article alone."""
    if part.actor is None or part.actor in same:
        return replace(part, actor=part.actor and same[part.actor])
    return Participant(None, part.role, called[part.actor])


def _where(report: Report, same: Mapping[str, str], actors: Sequence[Actor]) -> dict[str, Any]:
    places = [a for a in actors if a.id in report.where]
    return {
        "where": tuple(dict.fromkeys(same[id] for id in report.where if id in same)),
        "towns": frozenset(same[a.id] for a in places if a.sector != COUNTRY and a.id in same),
        "lands": frozenset(a.country for a in places if a.country),
    }


def _words(report: Report, reading: Reading, head: frozenset[str]) -> dict[str, Any]:
    article = reading.article
    sentence = article.text[report.sentence.start : report.sentence.end]
    trigger = next(iter(stems(report.text, article.lang)), report.text)
    words = tuple(sorted(set(stems(sentence, article.lang))))
    echo = share(words, trigger, head)
    return {
        "trigger": trigger,
        "words": words,
        "line": tuple(sorted(set(stems(report.summary, article.lang)))) or words,
        "numbers": _figures(report, reading),
        "headline": bool(article.title) and sentence.split() == article.title.split(),
        "titled": any(tells_same(report, trigger, one, echo, article) for one in reading.headline),
    }


def _figures(report: Report, reading: Reading) -> frozenset[str]:
    """The figures of a sentence outside its dates."""
    start, end = report.sentence.start, report.sentence.end
    said = reading.article.text[start:end]
    for date in reading.dates:
        if start <= date.start and date.end <= end:
            said = said[: date.start - start] + " " * (date.end - date.start) + said[date.end - start :]
    return frozenset(word for word in stems(said, reading.article.lang) if word.isdigit())


def _when(when: When | None) -> dict[str, Any]:
    first, last = bounds(when)
    stated = when is not None and when.basis not in GUESSED
    return {"first": first, "last": last, "guessed": when is not None and when.basis == REPORTED_ON, "stated": stated}
