"""Places in the calendar: days, months, years, seasons, quarters, decades, centuries, feasts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .. import feasts, units
from ..context import Context
from ..units import Day, Resolved

#: how far a month ahead and a month behind seem, by the way the words look
AHEAD, BEHIND = {-1: 4.0, 0: 1.5, 1: 1.0}, {-1: 1.0, 0: 1.0, 1: 8.0}
#: how many months a season has
SEASON = 3
#: in a narrative a month belongs to the next year rather than lie so many months or more before what was told last
BACK = 6
LEAP_DAY = (2, 29)


@dataclass(frozen=True, slots=True)
class Calendar:
    """A year, a month of a year, or a day of a month; the year (astronomical) may be left to the context, which gives
    29 February to the nearest year that has one.

    ``shift`` is -1 for the last such month ("last May"), 0 for this year's, 1 for the next.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    shift: int | None = None

    def resolve(self, context: Context) -> Resolved | None:
        year = self.year if self.year is not None else self._year(context)
        if self.year is None and (self.month, self.day) == LEAP_DAY:
            year = min((year, year - 1, year + 1, year - 2, year + 2), key=lambda y: -units.days_in(y, 2))
        if self.month is None:
            return units.year(year)
        if self.day is None:
            return units.month(year, self.month)
        if self.day > units.days_in(year, self.month):
            return Resolved("", flag=f"{units.month(year, self.month).value} has no day {self.day}")
        return units.day(Day(year, self.month, self.day))

    def _year(self, context: Context) -> int:
        anchor = context.anchor
        here = (anchor.month, anchor.day if self.day else 0)
        there = (self.month or 1, self.day or 0)
        if self.shift is not None:
            return anchor.year + {-1: -(there >= here), 0: 0, 1: int(there <= here)}[self.shift]
        return anchor.year + nearest_year(_months(there) - _months(here), context)


@dataclass(frozen=True, slots=True)
class Numeric:
    """Two numbers and a year ("2/3/2024"): which is the month is up to the context where both could be."""

    one: int
    two: int
    year: int

    def resolve(self, context: Context) -> Resolved | None:
        day_first = self.one > 12 or (self.two <= 12 and bool(context.day_first))
        day, month = (self.one, self.two) if day_first else (self.two, self.one)
        if not 1 <= month <= 12 or not 1 <= day <= 31:
            return None
        found = Calendar(self.year, month, day).resolve(context)
        doubtful = self.one != self.two and max(self.one, self.two) <= 12 and context.day_first is None
        return replace(found, flag="day and month could stand the other way round") if found and doubtful else found


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
        # the last that had begun, and whether it is not over
        begun = anchor.year - (anchor.month < begin)
        runs = (anchor.month - begin) % 12 < SEASON
        if self.shift == -1:
            return units.season(begun - runs, self.name)
        if self.shift == 1:
            return units.season(begun + 1, self.name)
        if self.shift == 0:
            return units.season(begun if runs else anchor.year, self.name)
        return units.season(anchor.year + nearest_year(begin - anchor.month, context), self.name)


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
class Decade:
    """A decade by a year of it; two figures alone ("the '80s", ``short``) are of the century that makes it past."""

    first: int
    short: bool = False

    def resolve(self, context: Context) -> Resolved | None:
        if not self.short:
            return units.decade(self.first)
        century = context.anchor.year // 100 * 100
        return units.decade(century + self.first - (100 if century + self.first > context.published.year else 0))


@dataclass(frozen=True, slots=True)
class Century:
    """The number-th century, of this era or before it."""

    number: int
    bc: bool = False

    def resolve(self, context: Context) -> Resolved | None:
        return units.century(1 - (self.number * 100 - 50) if self.bc else (self.number - 1) * 100 + 1)


@dataclass(frozen=True, slots=True)
class Feast:
    """A named day ("Easter", "Election Day") as a country keeps it; ``shift`` as for a month."""

    name: str
    year: int | None = None
    shift: int | None = None

    def resolve(self, context: Context) -> Resolved | None:
        if self.year is not None:
            return self._of(self.year)
        anchor = context.anchor
        there = feasts.day(self.name, anchor.year)
        if there is None:
            return None
        here, that = (anchor.month, anchor.day), (there.month, there.day)
        if self.shift is not None:
            return self._of(anchor.year + {-1: -(that >= here), 0: 0, 1: int(that <= here)}[self.shift])
        return self._of(anchor.year + nearest_year(_months(that) - _months(here), context))

    def _of(self, year: int) -> Resolved | None:
        found = feasts.day(self.name, year)
        return units.day(found) if found else None


def nearest_year(months: float, context: Context) -> int:
    """-1, 0 or +1: the year of something so many months after the anchor, counted in the anchor's own year.

    The nearest, where a month against the way the words look counts as several.
    """
    if context.narrative and context.spoken:
        return 1 if months <= -BACK else -1 if months > 12 - BACK else 0
    return min((0, -1, 1), key=lambda year: _distance(months + 12 * year, context.direction))


def _distance(months: float, direction: int) -> float:
    return months * AHEAD[direction] if months > 0 else -months * BEHIND[direction]


def _months(day: tuple[int, int]) -> float:
    return day[0] + day[1] / 31
