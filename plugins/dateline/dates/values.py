"""What an expression of time means, before anybody knows on which day it was written.

Every meaning has ``.resolve(anchor, direction)``: the anchor is the day it leans on, the direction -1 (past) or
+1 (future); the answer is a :class:`Resolved`, or None where the calendar has no such day.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Resolved:
    """Calendar time: the TIMEX3 value (also valid EDTF), and its first and last day."""

    value: str
    first: date
    last: date


class Meaning(Protocol):
    """Anything that can be resolved to calendar time."""

    def resolve(self, anchor: date, direction: int) -> Resolved | None: ...


@dataclass(frozen=True, slots=True)
class Calendar:
    """A year, a month of a year, or a day of a month; with no year, the one nearest to the anchor."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def resolve(self, anchor: date, direction: int) -> Resolved | None:
        year = self.year if self.year is not None else self._year_near(anchor)
        if not 1 <= year <= 9999:
            return None
        if self.month is None:
            return Resolved(f"{year:04}", date(year, 1, 1), date(year, 12, 31))
        last = calendar.monthrange(year, self.month)[1]
        if self.day is None:
            return Resolved(f"{year:04}-{self.month:02}", date(year, self.month, 1), date(year, self.month, last))
        return _day(date(year, self.month, self.day)) if 1 <= self.day <= last else None

    def _year_near(self, anchor: date) -> int:
        years = (anchor.year, anchor.year - 1, anchor.year + 1)
        return min(years, key=lambda y: abs((y - anchor.year) * 365 + ((self.month or 1) - anchor.month) * 30))


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 1 (Monday) to 7: the anchor's own day, or the nearest before or after it."""

    number: int

    def resolve(self, anchor: date, direction: int) -> Resolved | None:
        away = (anchor.isoweekday() - self.number) % 7
        return _shifted(anchor, -away if direction < 0 else (7 - away) % 7)


@dataclass(frozen=True, slots=True)
class Shift:
    """So many days after (or, below zero, before) the anchor."""

    days: int

    def resolve(self, anchor: date, direction: int) -> Resolved | None:
        return _shifted(anchor, self.days)


def _day(day: date) -> Resolved:
    return Resolved(day.isoformat(), day, day)


def _shifted(anchor: date, days: int) -> Resolved | None:
    try:
        return _day(anchor + timedelta(days=days))
    except OverflowError:
        return None
