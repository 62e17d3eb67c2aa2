"""How much it says that two reports share a word, an actor or a day: the less, the more others have it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log

from .words import Worth

#: where there are fewer reports, rarity is as if there were so many, as in a story of a few articles
SMALL = 50


class DayRarity:
    """How rare it is that two reports are so near in time, by the days of all, as numbers."""

    def __init__(self) -> None:
        self._days: list[int] = []

    def count(self, days: Iterable[int]) -> None:
        """Count days; what was counted before counts no more."""
        self._days = sorted(days)

    def of(self, one: int, two: int) -> float:
        """How much it says that two days are so near: minus the logarithm of the share of days as near to them."""
        apart = abs(one - two)
        near = (self._within(one, apart) + self._within(two, apart)) / 2
        return -log(near / max(len(self._days), SMALL)) if near else 0.0

    def _within(self, day: int, apart: int) -> int:
        return bisect_right(self._days, day + apart) - bisect_left(self._days, day - apart)


@dataclass(frozen=True, slots=True)
class Rarity:
    """Of words, of actors, of the days on which things happened, and of days of publication."""

    words: Worth = field(default_factory=Worth)
    actors: Worth = field(default_factory=lambda: Worth(SMALL))
    days: DayRarity = field(default_factory=DayRarity)
    published: DayRarity = field(default_factory=DayRarity)
