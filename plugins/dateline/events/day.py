"""The day of each happening: one choice among the dates of its article, the day on which that tells it, and none, learnt."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..model import When
from .agreement import is_worthy
from .anchoring import is_guessed
from .calendar import Calendar, Option, is_over, leading
from .day_features import features
from .encoder import Array
from .told import Told

#: how much more must speak for a day than for none: no day is better than a wrong one
CAUTION = 0.25


@dataclass(frozen=True, slots=True)
class DayChoice:
    """Chooses. ``weights`` are by feature; ``told`` and ``dated`` are what the encoder's state says for the day on which it is
    told, and for any date of the text. What an option has is its power; the highest is chosen.
    """

    weights: Mapping[str, float]
    told: Array
    dated: Array

    def of(self, told: Sequence[Told], calendar: Calendar) -> dict[int, When]:
        """The day of each happening that has one, by the index of each word that tells it. What is worth little has the date of
        its own clause alone.
        """
        found: dict[int, When] = {}
        for cluster in clusters(told):
            if is_worthy(cluster):
                when = self.chosen(cluster, calendar).when
                found |= {one.token.i: when for one in cluster if when is not None}
            else:
                rules = ((one, calendar.rules[one.token.i]) for one in cluster if one.token.i in calendar.rules)
                found |= {one.token.i: when for one, when in rules if not (is_over(one) and calendar.is_to_come(when))}
        return found

    def chosen(self, cluster: Sequence[Told], calendar: Calendar) -> Option:
        """The day of a happening that these words tell."""
        state = unit(leading(cluster).verdict.encoded.state)
        said = round(float(self.told @ state), 4), round(float(self.dated @ state), 4)

        def power(option: Option) -> float:
            row = features(option, cluster, calendar)
            known = CAUTION if option.when is None else said[not is_guessed(option.when)]
            return round(known + math.fsum(value * self.weights.get(name, 0.0) for name, value in row.items()), 4)

        return max(calendar.options(cluster), key=power)


def unit(state: Array) -> Array:
    """A state, of length one."""
    return state / max(float(np.linalg.norm(state)), 1e-6)


def clusters(told: Iterable[Told]) -> Iterator[list[Told]]:
    """What tells one happening, by its first word."""
    found: dict[int | None, list[Told]] = {}
    for one in told:
        found.setdefault(one.first, []).append(one)
    yield from found.values()
