"""Units of the calendar: where one begins and ends, its neighbours, and how TIMEX3 and EDTF write it.

Years are astronomical (0 is 1 BC, -1 is 2 BC) and the calendar is the Gregorian one, drawn out both ways, so that one
arithmetic serves all.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

#: TIMEX3's letter for a unit in a duration, and whether it stands behind the T
LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "weekend": "WE", "week": "W", "fortnight": "W",
    "month": "M", "quarter": "Q", "season": "Y", "year": "Y", "decade": "E", "century": "C", "millennium": "L",
}  # fmt: skip
#: how many months a unit is, where it is made of months
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
#: a season's first month in the north, and its EDTF code
SEASONS = {"SP": (3, 21), "SU": (6, 22), "FA": (9, 23), "WI": (12, 24)}
#: after so many years the Gregorian calendar is the same again, to the day of the week
CYCLE = 400


class Day(NamedTuple):
    """A day of any year; unlike ``datetime.date``, of one before Christ too."""

    year: int
    month: int = 1
    day: int = 1

    @classmethod
    def of(cls, iso: str) -> Day:
        """The day that an ISO date or date-time begins with."""
        return cls(int(iso[:4]), int(iso[5:7]), int(iso[8:10]))

    @property
    def iso(self) -> str:
        return f"{written(self.year)}-{self.month:02}-{self.day:02}"

    @property
    def weekday(self) -> int:
        """1 (Monday) to 7."""
        return _within_reach(self)[0].isoweekday()


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression stands for: TIMEX3 ``type``, ``value``, ``mod``; EDTF and ISO bounds where it fixes a time.

    ``unit`` is how precise it is. ``flag`` says in words what is doubtful about it.
    """

    value: str
    type: str = "DATE"
    mod: str | None = None
    edtf: str | None = None
    first: Day | None = None
    last: Day | None = None
    unit: str = ""
    flag: str | None = None


def written(y: int) -> str:
    """A year as ISO 8601 and EDTF write it."""
    return f"{y:04}" if y >= 0 else f"-{-y:04}"


def timex(y: int, figures: int = 4) -> str:
    """A year, or as many of its first figures, as TIMEX3 writes it: 2020, 202, BC0480."""
    return f"{y:04}"[:figures] if y > 0 else f"BC{1 - y:04}"[: 2 + figures]


def year(y: int) -> Resolved:
    """A year."""
    return Resolved(timex(y), edtf=written(y), first=Day(y), last=Day(y, 12, 31), unit="year")


def month(y: int, m: int) -> Resolved:
    """A month of a year."""
    return Resolved(
        f"{timex(y)}-{m:02}", edtf=f"{written(y)}-{m:02}", first=Day(y, m), last=Day(y, m, days_in(y, m)), unit="month"
    )


def day(of: Day) -> Resolved:
    """A day."""
    return Resolved(f"{timex(of.year)}{of.iso[-6:]}", edtf=of.iso, first=of, last=of, unit="day")


def unknown_day(y: int, m: int | None) -> Resolved:
    """A day of which only the year, or the month, is known."""
    whole = month(y, m) if m else year(y)
    tail = "-XX" if m else "-XX-XX"
    return Resolved(whole.value + tail, edtf=f"{whole.edtf}{tail}", first=whole.first, last=whole.last, unit=whole.unit)


def unknown_month(y: int) -> Resolved:
    """A month of which only the year is known."""
    whole = year(y)
    return Resolved(f"{whole.value}-XX", edtf=f"{whole.edtf}-XX", first=whole.first, last=whole.last, unit="year")


def week(of: Day, *, weekend: bool = False) -> Resolved:
    """The ISO week that holds a day, or its weekend."""
    near, cycles = _within_reach(of)
    y, w, _ = near.isocalendar()
    monday = shifted(of, "day", 1 - of.weekday) or of
    first = (shifted(monday, "day", 5) if weekend else monday) or of
    last = shifted(monday, "day", 6) or of
    value = f"{timex(y + cycles * CYCLE)}-W{w:02}" + ("-WE" if weekend else "")
    return Resolved(value, edtf=f"{first.iso}/{last.iso}", first=first, last=last, unit="weekend" if weekend else "week")


def season(y: int, name: str) -> Resolved:
    """A season (SP, SU, FA, WI), in the months that the north knows it in; winter ends in the year after."""
    begin, code = SEASONS[name]
    end = month(y + (name == "WI"), (begin + 1) % 12 + 1)
    return Resolved(f"{timex(y)}-{name}", edtf=f"{written(y)}-{code}", first=Day(y, begin), last=end.last, unit="season")


def part(y: int, months: int, number: int) -> Resolved:
    """The number-th quarter (3 months) or half (6 months) of a year."""
    begin = (number - 1) * months + 1
    letter, code, unit = ("Q", 32 + number, "quarter") if months == 3 else ("H", 39 + number, "half")
    last = month(y, begin + months - 1).last
    return Resolved(f"{timex(y)}-{letter}{number}", edtf=f"{written(y)}-{code}", first=Day(y, begin), last=last, unit=unit)


def decade(y: int) -> Resolved:
    """The decade that holds a year."""
    return _by_figures(y, 10, "decade")


def century(y: int) -> Resolved:
    """The century that holds a year, as TIMEX3 counts: 1900 to 1999."""
    return _by_figures(y, 100, "century")


def _by_figures(y: int, size: int, unit: str) -> Resolved:
    """The years that share all figures but those that ``size`` (10, 100) leaves open; before Christ as counted there."""
    figures = 3 if size == 10 else 2
    if y > 0:
        begin = y // size * size
        value = timex(begin, figures)
        return Resolved(
            value, edtf=value + "X" * (4 - figures), first=Day(begin), last=Day(begin + size - 1, 12, 31), unit=unit
        )
    end = 1 - (1 - y) // size * size
    first, last = Day(end - size + 1), Day(min(end, 0), 12, 31)
    value = timex(end, figures) if end <= 0 else "BC" + "0" * figures
    return Resolved(value, edtf=f"{written(first.year)}/{written(last.year)}", first=first, last=last, unit=unit)


def holding(of: Day, unit: str) -> Resolved:
    """The unit of the calendar that holds a day."""
    if unit in {"year", "decade", "century"}:
        return {"year": year, "decade": decade, "century": century}[unit](of.year)
    if unit == "month":
        return month(of.year, of.month)
    if unit in {"quarter", "half"}:
        months = MONTHS[unit]
        return part(of.year, months, (of.month - 1) // months + 1)
    if unit == "season":
        name = next((n for n, (m, _) in SEASONS.items() if m <= of.month < m + 3), "WI")
        return season(of.year - (of.month < 3), name)
    if unit in {"week", "fortnight"}:
        return week(of)
    return week(of, weekend=True) if unit == "weekend" else day(of)


def shifted(of: Day, unit: str, by: int) -> Day | None:
    """The day so many units later; None where that is beyond what four figures can write."""
    if unit in MONTHS:
        y, m = divmod(of.year * 12 + of.month - 1 + by * MONTHS[unit], 12)
        return Day(y, m + 1, min(of.day, days_in(y, m + 1))) if abs(y) <= 9998 else None
    near, cycles = _within_reach(of)
    try:
        found = near + timedelta(days=by * DAYS.get(unit, 0))
    except OverflowError:
        return None
    y = found.year + cycles * CYCLE
    return Day(y, found.month, found.day) if abs(y) <= 9998 else None


def days_in(y: int, m: int) -> int:
    """How many days the month has."""
    return calendar.monthrange(y % CYCLE + CYCLE, m)[1]


def _within_reach(of: Day) -> tuple[date, int]:
    """The same day in a year that ``datetime`` knows, with room to both sides, and how many cycles that is away."""
    cycles = (of.year - 4800) // CYCLE
    return date(of.year - cycles * CYCLE, of.month, of.day), cycles
