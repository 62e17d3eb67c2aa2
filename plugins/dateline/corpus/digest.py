"""Key dates: the days that tell a story best, each with the lines of its main events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from ..model import REPORTED_ON, Event, KeyDate
from ..model.days import number
from .told import Told
from .words import cosine

#: how much each clue says for a line, beside how central its sentence is
LEAD, WEIGHTY, DOUBTED = 0.15, 0.5, 0.1
#: statuses of what did not come about, which makes no day matter
CAME_TO_NOTHING = frozenset({"cancelled", "denied"})
#: what of its weight an event keeps of which only the day of the report is known
REPORTED = 0.8
#: what an event weighs more that the editors pin: its day comes first
PINNED = 10_000
#: sentences that share more than this tell the same thing
SAME = 0.6
#: below this confidence an event is better not the one that a day is told by
DOUBTFUL = 0.2


@dataclass(frozen=True)
class Candidate:
    """An event whose line may stand for a day, and the report that its line is taken from."""

    event: Event
    told: Told


def key_dates(events: Sequence[Event], told: Sequence[Told], *, count: int, per_date: int) -> tuple[KeyDate, ...]:
    """The ``count`` days of what matters most, in order of time, each with ``per_date`` sentences. A day counts as much as its
    strongest event that was neither called off nor denied.
    """
    by_report = {t.id: t for t in told}
    days: dict[str, list[Event]] = defaultdict(list)
    for event in sorted(events, key=lambda e: (-_strength(e), e.id)):
        day = event.when.from_ if event.when and event.when.from_ == event.when.to else None
        if day and (event.pinned or event.status not in CAME_TO_NOTHING):
            days[day].append(event)
    heaviest = sorted(days, key=lambda day: (-_strength(days[day][0]), number(day)))[:count]
    chosen: list[KeyDate] = []
    before: list[Mapping[str, float]] = []
    for day in sorted(heaviest, key=number):
        lines = _best(days[day], by_report, per_date, before)
        before += [line.told.vector for line in lines]
        chosen.append(KeyDate(day, tuple(e.id for e in days[day]), tuple(line.event.summary for line in lines)))
    return tuple(chosen)


def _strength(event: Event) -> float:
    """How much an event makes its day matter: less where that is but the day on which it is reported."""
    reported = event.when is not None and event.when.basis == REPORTED_ON
    return event.weight * (REPORTED if reported else 1.0) + PINNED * event.pinned


def _best(
    events: Sequence[Event], by_report: Mapping[str, Told], count: int, before: Sequence[Mapping[str, float]]
) -> list[Candidate]:
    """The events whose lines tell a day best, none that says again what stands already."""
    found = [Candidate(event, _teller(event, by_report)) for event in events]
    centre = _centre([(c.told.vector, c.event.weight) for c in found])
    ranked = sorted(found, key=lambda c: (-_score(c, centre), c.event.summary))
    chosen: list[Candidate] = []
    for one in ranked:
        if len(chosen) < count and all(cosine(one.told.vector, v) < SAME for v in (*before, *(c.told.vector for c in chosen))):
            chosen.append(one)
    return chosen or ranked[:1]


def _teller(event: Event, by_report: Mapping[str, Told]) -> Told:
    """The report whose sentence the line of an event is taken from, else its first."""
    told = [by_report[r.report] for r in event.reports]
    where = event.line.spans[:1]
    inside = (t for t in told for s in where if t.article.id == event.line.article and t.span.start <= s.start < t.span.end)
    return next(inside, told[0])


def _score(one: Candidate, centre: Mapping[str, float]) -> float:
    """How central a sentence is to its day, how heavy its event, how near the head of its article, and how sure."""
    near = max(0.0, 1 - 3 * one.told.place)
    doubted = one.event.summary[:1] in "\"“'‘" or one.event.confidence < DOUBTFUL
    return cosine(one.told.vector, centre) + WEIGHTY * one.event.weight + LEAD * near - DOUBTED * doubted


def _centre(vectors: Sequence[tuple[Mapping[str, float], float]]) -> dict[str, float]:
    """The mean of vectors by their weights, of length 1."""
    total: dict[str, float] = defaultdict(float)
    for vector, weight in vectors:
        for word, value in vector.items():
            total[word] += value * weight
    length = sqrt(sum(value * value for value in total.values()))
    return {word: value / length for word, value in total.items()} if length else {}
