"""The teller: what is told of the reports of a corpus, from its readings and who is who in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from sys import intern
from typing import Any

from ..model import Actor, Article, Event, Participant, Reading, Report, When
from ..model.days import number
from .corpus import Cast, Corpus
from .events import event
from .once import Once
from .told import Told, bounds
from .words import Worth, stems

#: grounds of dates that may be off by days
GUESSED = frozenset({"publication date", "date told before"})
#: the sector of a place that acts, which a country is and a town is not
COUNTRY = "GOV"
#: of as many reports what was told is kept for the next time
KEPT = 50_000
#: readings, and the number of one
Place = tuple[Sequence[Reading], int]


@dataclass(frozen=True, slots=True)
class Before:
    """What was told of an article, and what that depends on: its reading, who its actors are, and which of them have a name."""

    reading: Reading
    same: Mapping[str, str]
    named: frozenset[str]
    told: Sequence[Told]


@dataclass(frozen=True, slots=True)
class Round:
    """What was made for one timeline: of each article, by its id, and of the reports that tell one event."""

    articles: dict[str, Before] = field(default_factory=dict)
    events: dict[tuple[Told, ...], Event] = field(default_factory=dict)


class Teller:
    """Makes what is told of reports; equal parts of them are one.

    It may be asked again, with another corpus: of an article that reads the same, and whose actors are the same over all
    articles, it gives what it gave before, where reports are few. Nothing else that it gave before is to be used then, since
    the worth of words is another.
    """

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._worth = Worth()
        self._once = Once()
        self._now = self._last = Round()

    def told(self, corpus: Corpus, same: Mapping[str, Mapping[str, str]]) -> list[Told]:
        """The reports of all articles, in order of publication, article and place. Each reading is looked at once."""
        casts = sorted(corpus.casts, key=lambda cast: (cast.article.published, cast.article.id))
        named = frozenset(same[c.article.id][a.id] for c in casts for a in c.actors if any(x.isupper() for x in a.name))
        few = corpus.held and sum(cast.reports for cast in casts) <= KEPT
        self._last, self._now, self._once = self._now, Round(), Once()
        found: list[Told] = []
        for cast in casts:
            here = named.intersection(same[cast.article.id].values())
            one = self._of(corpus, cast, same[cast.article.id], here, few=few)
            found += one.told
            if few:
                self._now.articles[cast.article.id] = one
        self._worth.count(one.words for one in found)
        if not few:
            self._begin()
        return found

    def event(self, group: Sequence[Told]) -> Event:
        """The event that these reports tell: that of the last timeline, if they are the same."""
        if not self._now.articles:
            return event(group)
        reports = tuple(group)
        self._now.events[reports] = found = self._last.events.get(reports) or event(group)
        return found

    def _of(self, corpus: Corpus, cast: Cast, same: Mapping[str, str], named: frozenset[str], *, few: bool) -> Before:
        """What is told of an article. Where readings are few, it does not rest on the corpus, of which the next has others."""
        reading, last = corpus[cast.number], self._last.articles.get(cast.article.id)
        if last and last.reading is reading and last.same == same and last.named == named:
            return last
        place = ((reading,), 0) if few else (corpus, cast.number)
        return Before(reading, same, named, list(self._made(place, reading, cast, same, named)))

    def _made(
        self, place: Place, reading: Reading, cast: Cast, same: Mapping[str, str], named: frozenset[str]
    ) -> Iterator[Told]:
        """What is told of the reports of an article, in their order."""
        article, text, counts = cast.article, reading.article.text, cast.named(same)
        head = frozenset(stems(article.title, article.lang))
        published = number(article.published[:10]) if article.published else 0
        for at, report in sorted(enumerate(reading.reports), key=lambda one: (one[1].start, one[1].id)):
            sentence = text[report.sentence.start : report.sentence.end]
            yield Told(
                readings=place[0],
                number=place[1],
                at=at,
                id=report.id,
                type=intern(report.type),
                article=article,
                published=published,
                span=report.sentence,
                place=report.sentence.start / max(1, len(text)),
                **_when(report.when),
                **self._who(report, same, named, counts),
                **self._where(report, same, cast.actors),
                **self._words(report, sentence, article, head),
            )

    def _who(self, report: Report, same: Mapping[str, str], named: frozenset[str], counts: Mapping[str, int]) -> dict[str, Any]:
        source, target = (named.intersection(same[a] for a in side) for side in (report.source, report.target))
        participants = tuple(self._once(Participant(same[p.actor], p.role)) for p in report.participants)
        return {
            "source": self._once(source),
            "target": self._once(target),
            "actors": self._once(source | target),
            "participants": self._once(participants),
            "said_by": same[report.said_by] if report.said_by else None,
            "prominence": _prominence(participants, counts),
        }

    def _where(self, report: Report, same: Mapping[str, str], actors: Sequence[Actor]) -> dict[str, Any]:
        places = [a for a in actors if a.id in report.where]
        return {
            "where": self._once(tuple(dict.fromkeys(same[id] for id in report.where))),
            "towns": self._once(frozenset(same[a.id] for a in places if a.sector != COUNTRY)),
            "lands": self._once(frozenset(a.country for a in places if a.country)),
        }

    def _words(self, report: Report, sentence: str, article: Article, head: frozenset[str]) -> dict[str, Any]:
        trigger = next(iter(stems(report.text, article.lang)), report.text)
        words = self._once(tuple(sorted(set(stems(sentence, article.lang)))))
        return {
            "trigger": trigger,
            "words": words,
            "worth": self._worth,
            "numbers": self._once(frozenset(word for word in words if word.isdigit())),
            "headline": bool(article.title) and sentence.split() == article.title.split(),
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
