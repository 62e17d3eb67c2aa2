"""How much an event matters: clues with weights, from its sources, where they tell it, who takes part, and what kind it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import log2

from .told import Told

#: how much a kind of event weighs in news, against 0.5 for one of no known kind
KINDS = {
    "DEATH": 1.0, "DISASTER": 1.0, "ACCIDENT": 0.9, "FIGHT": 1.0, "ASSAULT": 1.0, "ELECTION": 1.0, "TRIAL": 0.9,
    "APPOINTMENT": 0.9, "COERCE": 0.9, "SANCTION": 0.9, "LAUNCH": 0.9, "PROTEST": 0.9, "CONTEST": 0.9, "LAW": 0.9, "DEAL": 0.8,
    "STATEMENT": 0.4, "OTHER": 0.4,
}  # fmt: skip
USUAL = 0.7
STATUSES = {
    "happened": 1.0, "ongoing": 0.9, "planned": 0.6, "cancelled": 0.6, "called-for": 0.5, "denied": 0.4, "possible": 0.3,
}  # fmt: skip


def sources(group: Sequence[Told]) -> float:
    """How many articles tell it: 0 for one, 1 for eight."""
    return min(1.0, log2(len({t.article.id for t in group})) / 3)


def spread(group: Sequence[Told]) -> float:
    """How long it is told of: 1 where an article comes back to it a month later."""
    days = [t.published for t in group if t.published]
    return min(1.0, (max(days) - min(days)) / 30) if days else 0.0


def headline(group: Sequence[Told]) -> float:
    """The best share of a headline's words that a sentence telling it has; with its very trigger, more."""
    return max(t.echo for t in group)


def lead(group: Sequence[Told]) -> float:
    """How near the head of an article it stands: 1 in the first sentence."""
    return max(1 - min(1.0, 2.5 * t.place) for t in group)


def prominence(group: Sequence[Told]) -> float:
    """How much its articles are about those who take part: 1 where they are whom an article names most."""
    return max(t.prominence for t in group)


def kind(group: Sequence[Told]) -> float:
    """What its kind weighs."""
    return KINDS.get(group[0].type, USUAL)


def status(group: Sequence[Told]) -> float:
    """Whether it happened."""
    return max(STATUSES[t.report.status] for t in group)


def trust(group: Sequence[Told]) -> float:
    """The confidence of the surest report."""
    return max(t.report.confidence for t in group)


def main_day(group: Sequence[Told]) -> float:
    """Whether it is dated near the day that an article came out, as news is."""
    near = [t.published - t.last for t in group if t.last is not None and t.published]
    return 1.0 if any(-1 <= days <= 2 for days in near) else 0.5 if any(days <= 10 for days in near) else 0.0


#: what each clue weighs; the weight of an event is the mean, 0 to 1
WEIGHTS: dict[Callable[[Sequence[Told]], float], float] = {
    sources: 3.0,
    spread: 1.0,
    headline: 3.0,
    lead: 1.5,
    prominence: 1.0,
    kind: 1.5,
    status: 1.0,
    trust: 0.5,
    main_day: 3.0,
}


def weight(group: Sequence[Told]) -> float:
    """The weight of the event that a group of reports tells, 0 to 1."""
    total = sum(clue(group) * share for clue, share in WEIGHTS.items())
    return round(total / sum(WEIGHTS.values()), 4)
