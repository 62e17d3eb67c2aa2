"""How much an event matters: what the judge says it is worth, how early its articles tell it, how many do, and for how long."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import fsum, log2

from .told import Told


def worth(group: Sequence[Told]) -> float:
    """How likely an editor would print it, by the report that is worth most."""
    return max(t.report.worth for t in group)


def early(group: Sequence[Told]) -> float:
    """How early its articles tell it, in the mean: 1 in their first sentence, 0 at their end."""
    first: dict[str, float] = {}
    for told in group:
        first[told.article.id] = min(told.place, first.get(told.article.id, 1.0))
    return 1.0 - fsum(first.values()) / len(first)


def sources(group: Sequence[Told]) -> float:
    """How many articles tell it: 0 for one, 1 for eight."""
    return min(1.0, log2(len({t.article.id for t in group})) / 3)


def spread(group: Sequence[Told]) -> float:
    """How long it is told of: 1 where an article comes back to it a month later."""
    days = [t.published for t in group if t.published]
    return min(1.0, (max(days) - min(days)) / 30) if days else 0.0


#: what each clue weighs; the weight of an event is the mean, 0 to 1
WEIGHTS: dict[Callable[[Sequence[Told]], float], float] = {worth: 6.0, early: 2.0, sources: 3.0, spread: 1.0}


def weight(group: Sequence[Told]) -> float:
    """The weight of the event that a group of reports tells, 0 to 1."""
    total = sum(clue(group) * share for clue, share in WEIGHTS.items())
    return round(total / sum(WEIGHTS.values()), 4)
