"""Times told from another: from the day of publication ("last week"), or from the time last spoken of ("two days later")."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .. import units
from ..context import COMPARED, Context, back
from ..units import Day, Resolved
from .base import Count, Meaning
from .lengths import Duration
from .places import PartOfYear

#: units of which nobody knows the day, but the month
LOOSE = frozenset({"month", "week", "weekend", "season", "quarter", "half"})
#: units that these do not tell, and units that tell no month
FINE, COARSE = frozenset({"day", "weekend", "week", "fortnight"}), frozenset({"year", "decade", "century"})


@dataclass(frozen=True, slots=True)
class SameDay:
    """The day that the sentence speaks of, else the one last spoken of, else the day of publication."""

    def resolve(self, context: Context) -> Resolved | None:
        said = context.said if context.said and context.said.unit == "day" else None
        told = context.same_day or (context.spoken if context.narrative else said)
        return counted(told, "day", 0) if told else units.day(context.published)


@dataclass(frozen=True, slots=True)
class ThatTime:
    """The time last spoken of ("by then"), if there is one."""

    def resolve(self, context: Context) -> Resolved | None:
        return context.said


@dataclass(frozen=True, slots=True)
class Holding:
    """The unit of the calendar that holds a time ("the week of March 6")."""

    unit: str
    of: Meaning

    def resolve(self, context: Context) -> Resolved | None:
        found = self.of.resolve(context)
        return units.holding(found.first, self.unit) if found and found.first else None


@dataclass(frozen=True, slots=True)
class Near:
    """A unit of the calendar counted from now (``last year`` is -1, ``this week`` 0), or from the time last spoken of."""

    unit: str
    by: int
    of: str = "published"

    def resolve(self, context: Context) -> Resolved | None:
        if self.of == "spoken" or (context.narrative and context.spoken and self.unit != "day"):
            return counted(context.last_spoken, self.unit, self.by)
        found = units.shifted(context.published, self.unit, self.by)
        return units.holding(found, self.unit) if found else None


@dataclass(frozen=True, slots=True)
class MonthOf:
    """A month, or a day of a month, of a year that is told from another ("June last year")."""

    month: int
    year: Near
    day: int | None = None

    def resolve(self, context: Context) -> Resolved | None:
        year = self.year.resolve(context)
        if year is None or year.first is None:
            return None
        if self.day is None:
            return units.month(year.first.year, self.month)
        exists = self.day <= units.days_in(year.first.year, self.month)
        return units.day(units.Day(year.first.year, self.month, self.day)) if exists else None


@dataclass(frozen=True, slots=True)
class SeasonOf:
    """A season of a year that is told from another ("the spring of last year")."""

    name: str
    year: Near

    def resolve(self, context: Context) -> Resolved | None:
        year = self.year.resolve(context)
        return units.season(year.first.year, self.name) if year and year.first else None


@dataclass(frozen=True, slots=True)
class QuarterOf:
    """A quarter of a year that is told from another ("last year's third quarter")."""

    number: int
    year: Near

    def resolve(self, context: Context) -> Resolved | None:
        year = self.year.resolve(context)
        return units.part(year.first.year, 3, self.number) if year and year.first and 1 <= self.number <= 4 else None


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
        unit = {"decade": "year", "century": "year", "fortnight": "week"}.get(self.unit, self.unit)
        if self.unit == "year" and self.count % 1 and not (self.of == "spoken" and context.last_spoken.unit in COARSE):
            return replace(self, count=self.count * 12, unit="month").resolve(context)
        by = self.sign * int(self.count * {"decade": 10, "century": 100, "fortnight": 2}.get(self.unit, 1))
        if (by, unit) == (-1, "year") and context.period and context.period.unit in COMPARED and not context.narrative:
            return counted(context.period, context.period.unit, -12 // units.MONTHS.get(context.period.unit, 12))
        # "a year earlier" compares with the year before, whatever year is spoken of by the way
        compares = (by, unit) == (-1, "year") and not context.narrative and context.last_spoken.unit in COARSE
        anchor = context.last_spoken if self.of == "spoken" and not compares else units.day(context.published)
        if unit == "week" and self.of == "spoken" and context.said and context.said.unit == "day":
            unit, by = "day", 7 * by
        return counted(anchor, unit, by) if unit in units.MONTHS or unit in units.DAYS else None


@dataclass(frozen=True, slots=True)
class InTime:
    """ "In three months": so long from now where the words look ahead, else a length of time ("built in three months")."""

    count: Count
    unit: str

    def resolve(self, context: Context) -> Resolved | None:
        if self.count is not None and context.direction > 0:
            ahead = Shift(self.count, self.unit, 1).resolve(context)
            if ahead is not None:
                return ahead
        return Duration(self.count, self.unit).resolve(context)


@dataclass(frozen=True, slots=True)
class TheSame:
    """The period that figures were last given for ("the quarter", "the period"), or the running one ("the year")."""

    unit: str

    def resolve(self, context: Context) -> Resolved | None:
        period = context.period
        if period and self.unit in {period.unit, "period"}:
            return period
        if self.unit == "period" or (self.unit == "quarter" and not context.narrative):
            return PartOfYear(3, (context.published.month - 1) // 3 or 4).resolve(context.looking(back))
        return Near(self.unit, 0, "spoken" if context.narrative else "published").resolve(context)


@dataclass(frozen=True, slots=True)
class SamePeriod:
    """The same quarter, half or month of another year ("the 1988 period"); without a year, of the one before."""

    year: int | None

    def resolve(self, context: Context) -> Resolved | None:
        if self.year is None:
            return Shift(1, "year", -1, "spoken").resolve(context)
        period = context.period
        if period is None or period.first is None or period.unit not in units.MONTHS:
            return units.year(self.year)
        return units.holding(Day(self.year, period.first.month), period.unit)


@dataclass(frozen=True, slots=True)
class YearBack:
    """The same time one year before ("the year-ago third quarter")."""

    of: Meaning

    def resolve(self, context: Context) -> Resolved | None:
        found = self.of.resolve(context)
        day = units.shifted(found.first, "year", -1) if found and found.first else None
        return units.holding(day, found.unit) if found and day else None


def counted(anchor: Resolved, unit: str, by: int) -> Resolved | None:
    """So many units from a time; where that time is less precise than the unit, no more precise than it."""
    if anchor.first is None:
        return None
    if unit in FINE and anchor.unit in LOOSE:
        return units.unknown_day(anchor.first.year, anchor.first.month)
    if unit in {*FINE, "month"} and anchor.unit in COARSE:
        return units.unknown_day(anchor.first.year, None) if unit in FINE else units.unknown_month(anchor.first.year)
    found = units.shifted(anchor.first, unit, by)
    return units.holding(found, unit) if found else None
