"""Pieces of a month or year that are counted from its ends: the first Tuesday, the last week, the first ten days."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .. import units
from ..context import Context
from ..units import Day, Resolved
from .base import Meaning

#: the number of what is counted from the end
LAST = -1
#: days of a week, and the one in its middle, counted from 0
WEEK, MIDDLE = 7, 3


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The number-th day of the week, 1 (Monday) to 7, of a time; its weekend where ``weekend`` says so."""

    number: int
    weekday: int
    of: Meaning
    weekend: bool = False

    def resolve(self, context: Context) -> Resolved | None:
        known = _whole(self.of, context)
        if known is None:
            return None
        _, begin, end = known
        if self.number == LAST:
            found = units.shifted(end, "day", -((end.weekday - self.weekday) % WEEK))
        else:
            found = units.shifted(begin, "day", (self.weekday - begin.weekday) % WEEK + WEEK * (self.number - 1))
        if found is None or not begin <= found <= end:
            return None
        return units.holding(found, "weekend") if self.weekend else units.day(found)


@dataclass(frozen=True, slots=True)
class NthDays:
    """The number-th so many days of a time. TIMEX3 has no value for them but that of the calendar week in which seven of them
    mostly lie, or the whole with ``mod``; the bounds are theirs.
    """

    number: int
    days: int
    of: Meaning

    def resolve(self, context: Context) -> Resolved | None:
        known = _whole(self.of, context)
        if known is None:
            return None
        whole, begin, end = known
        first = self._first(begin, end)
        last = first and units.shifted(first, "day", self.days - 1)
        if first is None or last is None or not begin <= first <= last <= end:
            return None
        middle = units.shifted(first, "day", MIDDLE)
        if self.days == 1:
            return units.day(first)
        if self.days == WEEK and middle:
            return _bounded(units.week(middle), first, last)
        return _bounded(replace(whole, mod="END" if self.number == LAST else "START"), first, last)

    def _first(self, first: Day, last: Day) -> Day | None:
        if self.number == LAST:
            return units.shifted(last, "day", 1 - self.days)
        return units.shifted(first, "day", self.days * (self.number - 1))


@dataclass(frozen=True, slots=True)
class HalfOfMonth:
    """The first or second half of a month."""

    number: int
    of: Meaning

    def resolve(self, context: Context) -> Resolved | None:
        known = _whole(self.of, context)
        if known is None:
            return None
        whole, begin, end = known
        first, last = (begin, _on(begin, 15)) if self.number == 1 else (_on(begin, 16), end)
        return _bounded(replace(whole, mod="START" if self.number == 1 else "END"), first, last)


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day of a month that is not said: the next of the time last spoken of, else the nearest as the words look."""

    day: int

    def resolve(self, context: Context) -> Resolved | None:
        said = context.said.first if context.said and context.said.unit in {"day", "month"} else None
        if said is not None and abs(said.year - context.published.year) > 1:
            said = None
        anchor = said or context.published
        later = self.day < anchor.day if said else context.direction > 0 and self.day < anchor.day
        earlier = not said and context.direction <= 0 and self.day > anchor.day
        month = units.shifted(_on(anchor, 1), "month", int(later) - int(earlier))
        if month is None or self.day > units.days_in(month.year, month.month):
            return None
        return units.day(_on(month, self.day))


def _whole(of: Meaning, context: Context) -> tuple[Resolved, Day, Day] | None:
    """The time that something is a piece of, with its first and last day; None where it is not fixed."""
    whole = of.resolve(context)
    return None if whole is None or whole.first is None or whole.last is None else (whole, whole.first, whole.last)


def _bounded(whole: Resolved, first: Day, last: Day) -> Resolved:
    return replace(whole, edtf=f"{first.iso}/{last.iso}", first=first, last=last)


def _on(of: Day, day: int) -> Day:
    """Another day of the same month."""
    return Day(of.year, of.month, day)
