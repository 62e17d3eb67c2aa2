"""What an expression of time means, before anybody knows when it was written.

Every meaning has ``.resolve(context)``; the answer is a :class:`~.units.Resolved`, or None where the calendar has no such time.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from . import units
from .units import Resolved

#: a number of units, or None where the words leave it open ("several")
Count = float | None


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression leans on.

    ``published`` is the day of publication; ``spoken`` the first day of the time last spoken of, if any, and ``quarter`` the
    quarter (1 to 4) last spoken of. ``direction`` is -1 where the words look back, +1 where they look ahead, 0 where nothing
    says. ``narrative`` says that the text tells of the past in the order of time, so that a date without a year belongs to
    the time last spoken of.
    """

    published: date
    spoken: date | None = None
    quarter: int | None = None
    direction: int = 0
    narrative: bool = False

    @property
    def anchor(self) -> date:
        """The day that an expression leans on by itself."""
        return self.spoken if self.narrative and self.spoken else self.published

    @property
    def last_spoken(self) -> date:
        """The day that "later" and "the same" lean on."""
        return self.spoken or self.published


class Meaning(Protocol):
    """Anything that can be resolved to TIMEX3."""

    def resolve(self, context: Context) -> Resolved | None: ...


@dataclass(frozen=True, slots=True)
class Calendar:
    """A year, a month of a year, or a day of a month; the year may be left to the context.

    ``shift`` is -1 for the last such month ("last May"), 0 for this year's, 1 for the next.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    era: str = ""
    shift: int | None = None

    def resolve(self, context: Context) -> Resolved | None:
        if self.era == "BC" and self.year:
            return self._before_christ(units.year(self.year, "BC"))
        year = self.year if self.year is not None else self._year(context)
        if not 1 <= year <= 9999:
            return None
        if self.month is None:
            return units.year(year)
        if self.day is None:
            return units.month(year, self.month)
        return units.day(date(year, self.month, self.day)) if self.day <= calendar.monthrange(year, self.month)[1] else None

    def _before_christ(self, whole: Resolved) -> Resolved:
        if self.month is None:
            return whole
        tail = f"-{self.month:02}" + (f"-{self.day:02}" if self.day else "")
        first, last = f"{whole.edtf}{tail}", f"{whole.edtf}{tail}"
        if not self.day:
            first, last = f"{first}-01", f"{last}-{calendar.monthrange(2001, self.month)[1]:02}"
        return Resolved(whole.value + tail, edtf=f"{whole.edtf}{tail}", first=first, last=last)

    def _year(self, context: Context) -> int:
        anchor = context.anchor
        here = (anchor.month, anchor.day) if self.day else (anchor.month, 0)
        there = (self.month or 1, self.day or 0)
        if self.shift is not None:
            return anchor.year + {-1: -(there >= here), 0: 0, 1: int(there <= here)}[self.shift]
        return anchor.year + nearest_year(_months(there) - _months(here), context.direction)


@dataclass(frozen=True, slots=True)
class MonthOf:
    """A month of a year that is told from another ("June last year")."""

    month: int
    year: Near

    def resolve(self, context: Context) -> Resolved | None:
        year = self.year.resolve(context)
        return units.month(int(year.value), self.month) if year else None


@dataclass(frozen=True, slots=True)
class QuarterOf:
    """A quarter of a year that is told from another ("last year's third quarter")."""

    number: int
    year: Near

    def resolve(self, context: Context) -> Resolved | None:
        year = self.year.resolve(context)
        return units.part(int(year.value), 3, self.number) if year and 1 <= self.number <= 4 else None


@dataclass(frozen=True, slots=True)
class Season:
    """A season; without a year, the nearest as the words look."""

    name: str
    year: int | None = None
    shift: int | None = None

    def resolve(self, context: Context) -> Resolved | None:
        if self.year is not None:
            return units.season(self.year, self.name)
        anchor, begin = context.anchor, units.SEASONS[self.name][0]
        if self.shift == -1:
            return units.season(anchor.year - (anchor.month < begin + 3), self.name)
        if self.shift == 1:
            return units.season(anchor.year + (anchor.month > begin), self.name)
        if self.shift == 0 or (context.narrative and context.spoken):
            return units.season(anchor.year, self.name)
        return units.season(anchor.year + nearest_year(begin - anchor.month, context.direction), self.name)


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """The number-th quarter (3 months) or half (6 months) of a year; without a year, the last that had begun."""

    months: int
    number: int
    year: int | None = None

    def resolve(self, context: Context) -> Resolved | None:
        if self.year is not None:
            return units.part(self.year, self.months, self.number)
        begin, month = (self.number - 1) * self.months + 1, context.anchor.month
        if begin > month:
            return units.part(context.anchor.year - (context.direction <= 0), self.months, self.number)
        ended = month - begin - self.months
        return units.part(context.anchor.year + (context.direction > 0 and ended > 4), self.months, self.number)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 1 (Monday) to 7. ``which`` is "", last, this or next.

    Bare, it is the day of publication itself or the nearest in the direction that the words look.
    """

    number: int
    which: str = ""

    def resolve(self, context: Context) -> Resolved | None:
        away = (context.published.isoweekday() - self.number) % 7
        ahead = (7 - away) % 7
        if self.which == "last":
            by = -(away or 7)
        elif self.which == "next":
            by = ahead or 7
        elif self.which == "this":
            by = ahead if context.direction >= 0 else -away
        else:
            by = ahead if context.direction > 0 else -away
        found = units.shifted(context.published, "day", by)
        return units.day(found) if found else None


@dataclass(frozen=True, slots=True)
class Near:
    """A unit of the calendar counted from now (``last year`` is -1, ``this week`` 0), or from the time last spoken of."""

    unit: str
    by: int
    of: str = "published"

    def resolve(self, context: Context) -> Resolved | None:
        anchor = context.last_spoken if self.of == "spoken" else context.published
        found = units.shifted(anchor, self.unit, self.by)
        return units.holding(found, self.unit) if found else None


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units before (below zero) or after now or the time last spoken of, as precise as the unit.

    Where the number is open ("months ago") it is a reference to the past or the future.
    """

    count: Count
    unit: str
    sign: int
    of: str = "published"

    def resolve(self, context: Context) -> Resolved | None:
        if self.count is None:
            return Resolved("PAST_REF" if self.sign < 0 else "FUTURE_REF")
        if (self.count, self.unit, self.sign) == (1, "year", -1) and context.quarter and not context.narrative:
            return _same_quarter_a_year_back(context)
        anchor = context.last_spoken if self.of == "spoken" and context.narrative else context.published
        unit = {"decade": "year", "century": "year", "fortnight": "week"}.get(self.unit, self.unit)
        by = self.count * {"decade": 10, "century": 100, "fortnight": 2}.get(self.unit, 1)
        found = units.shifted(anchor, unit, self.sign * int(by)) if unit in units.MONTHS or unit in units.DAYS else None
        return units.holding(found, unit) if found else None


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: ``P2D``, ``PT4H``, ``PXY`` where the number is open."""

    count: Count
    unit: str

    def resolve(self, context: Context) -> Resolved | None:
        return Resolved(duration(self.count, self.unit), "DURATION")


@dataclass(frozen=True, slots=True)
class Repeat:
    """A set of times: ``P1D`` (every day), ``XXXX-WXX-4`` (every Thursday)."""

    value: str

    def resolve(self, context: Context) -> Resolved | None:
        return Resolved(self.value, "SET")


@dataclass(frozen=True, slots=True)
class Vague:
    """PRESENT_REF, PAST_REF or FUTURE_REF."""

    value: str

    def resolve(self, context: Context) -> Resolved | None:
        return Resolved(self.value)


@dataclass(frozen=True, slots=True)
class Decade:
    """A decade by its first year; two figures alone ("the '80s") are of the century that makes it past."""

    first: int

    def resolve(self, context: Context) -> Resolved | None:
        if self.first >= 100:
            return units.decade(self.first)
        century = context.published.year // 100 * 100
        return units.decade(century + self.first - (100 if century + self.first > context.published.year else 0))


@dataclass(frozen=True, slots=True)
class Century:
    """The number-th century."""

    number: int
    era: str = ""

    def resolve(self, context: Context) -> Resolved | None:
        if self.era == "BC":
            return Resolved(f"BC{self.number - 1:02}")
        return units.century((self.number - 1) * 100)


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """A part of a day: ``TMO``, ``TAF``, ``TEV``, ``TNI``."""

    part: str
    of: Meaning

    def resolve(self, context: Context) -> Resolved | None:
        whole = self.of.resolve(context)
        return replace(whole, value=whole.value + self.part, type="TIME") if whole else None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, hours 0 to 24, on a day."""

    hour: int
    minute: int
    of: Meaning

    def resolve(self, context: Context) -> Resolved | None:
        whole = self.of.resolve(context)
        if whole is None or self.hour > 24 or self.minute > 59:
            return None
        return replace(whole, value=f"{whole.value}T{self.hour:02}:{self.minute:02}", type="TIME")


@dataclass(frozen=True, slots=True)
class Within:
    """A part of a time (START, MID, END, EARLY, LATE), or about or nearly it (APPROX): its value, and the word as ``mod``."""

    mod: str
    of: Meaning

    def resolve(self, context: Context) -> Resolved | None:
        whole = self.of.resolve(context)
        return replace(whole, mod=self.mod) if whole else None


def _same_quarter_a_year_back(context: Context) -> Resolved | None:
    """What business news means by "a year earlier" when it speaks of a quarter."""
    quarter = PartOfYear(3, context.quarter or 1).resolve(replace(context, direction=0))
    return units.part(int(quarter.value[:4]) - 1, 3, context.quarter or 1) if quarter else None


def nearest_year(months: float, direction: int) -> int:
    """-1, 0 or +1: which year puts a time, so many months after the anchor in its own year, nearest to the anchor.

    A verb that looks ahead makes the future seem half as far.
    """
    weigh = {1: 0.5}.get(direction, 1.0)
    return min((0, -1, 1), key=lambda year: (months + 12 * year) * weigh if months + 12 * year >= 0 else -(months + 12 * year))


def _months(day: tuple[int, int]) -> float:
    return day[0] + day[1] / 31


def duration(count: Count, unit: str) -> str:
    """So many units as TIMEX3 writes them; halves of years, hours and minutes in the unit below."""
    letter = units.LETTERS[unit]
    head = "PT" if letter.startswith("T") else "P"
    letter = letter.removeprefix("T")
    if count is None:
        return f"{head}X{letter}"
    if unit in {"decade", "century", "fortnight"}:
        count, letter = count * {"decade": 10, "century": 100, "fortnight": 2}[unit], "W" if unit == "fortnight" else "Y"
    whole, rest = int(count), count - int(count)
    below = {"year": (12, "M"), "hour": (60, "M"), "minute": (60, "S")}.get(unit)
    if rest and below:
        return f"{head}{whole or ''}{letter if whole else ''}{round(rest * below[0])}{below[1]}"
    return f"{head}{whole if not rest else count:g}{letter}"
