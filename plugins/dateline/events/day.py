"""The day of each happening: one choice among the dates of its article, the day on which that tells it, and none, learnt."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..model import When
from .agreement import happenings, is_worthy
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
        for cluster in happenings(told).values():
            if is_worthy(cluster):
                when = self.chosen(cluster, calendar).when
                found |= {one.token.i: when for one in cluster if when is not None}
            else:
                rules = ((one, calendar.rules[one.token.i]) for one in cluster if one.token.i in calendar.rules)
                found |= {one.token.i: when for one, when in rules if not (is_over(one) and calendar.is_to_come(when))}
        return found

    def chosen(self, cluster: Sequence[Told], calendar: Calendar) -> Option:
        """The day of a happening that these words tell."""
        options = calendar.options(cluster)
        rows = [features(option, cluster, calendar) for option in options]
        return options[self.best([one.when for one in options], rows, unit(leading(cluster).verdict.encoded.state))]

    def best(self, whens: Sequence[When | None], rows: Sequence[Mapping[str, float]], state: Array) -> int:
        """The number of the day for which most speaks, by features of each, and the state of the word that tells it best."""
        said = float(self.told @ state), float(self.dated @ state)

        def power(place: int) -> float:
            when, row = whens[place], rows[place]
            known = CAUTION if when is None else said[not is_guessed(when)]
            return round(known + math.fsum(value * self.weights.get(name, 0.0) for name, value in row.items()), 4)

        return max(range(len(whens)), key=power)


def unit(state: Array) -> Array:
    """A state, of length one."""
    return state / max(float(np.linalg.norm(state)), 1e-6)
