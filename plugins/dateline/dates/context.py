"""What an expression leans on: the day of publication, the time last spoken of, and which way the words look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from . import units
from .units import Day, Resolved

#: the units that a comparison with "a year earlier" keeps
COMPARED = frozenset({"day", "month", "quarter", "half", "year"})


def nowhere() -> int:
    """The direction of words that say none."""
    return 0


def back() -> int:
    """The direction of the past."""
    return -1


def ahead() -> int:
    """The direction of the future."""
    return 1


@dataclass(frozen=True, slots=True)
class Context:
    """What is known when an expression is resolved.

    ``published``: the day of publication. ``spoken``: the time that the story has come to, if any. ``said``: the time last
    spoken of, be it that of the story or not. ``period``: the quarter, month or year that figures were last given for.
    ``same_day``: the day that the sentence speaks of. ``look`` says which way the words look, and is asked only by
    meanings that depend on it. ``narrative``: the text tells of the past in the order of time, so that a date without a
    year belongs to the story. ``day_first``: whether 2/3 is the second of March; None where nothing says.
    """

    published: Day
    spoken: Resolved | None = None
    said: Resolved | None = None
    period: Resolved | None = None
    same_day: Resolved | None = None
    look: Callable[[], int] = nowhere
    narrative: bool = False
    day_first: bool | None = None

    @property
    def anchor(self) -> Day:
        """The day that an expression leans on by itself."""
        return (self.narrative and self.spoken and self.spoken.first) or self.published

    @property
    def last_spoken(self) -> Resolved:
        """The time that "later" and "the same" lean on."""
        return self.said or units.day(self.published)

    @property
    def direction(self) -> int:
        """-1 where the words look back, +1 where they look ahead, 0 where nothing says."""
        return self.look()

    def looking(self, look: Callable[[], int]) -> Context:
        """The same, looking as this says."""
        return replace(self, look=look)
