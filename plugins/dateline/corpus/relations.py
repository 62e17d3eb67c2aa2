"""Relations: for any two actors who act on each other, their events together over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from ..model import Event, Relation

#: in how many events two must take part for a relation
FEW = 2
#: an event with more actors is a list, no relation
CROWD = 8


def relations(events: Sequence[Event]) -> tuple[Relation, ...]:
    """The relations, by the ids of the two; their events in order of time, those without a date last."""
    together: dict[tuple[str, str], list[str]] = defaultdict(list)
    for event in events:
        actors = sorted({p.actor for p in event.participants if p.actor})
        if len(actors) <= CROWD:
            for pair in combinations(actors, 2):
                together[pair].append(event.id)
    return tuple(Relation(a, b, tuple(ids)) for (a, b), ids in sorted(together.items()) if len(ids) >= FEW)
