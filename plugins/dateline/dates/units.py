"""Units of the calendar: where one begins and ends, its neighbours, and how TIMEX3 and EDTF write it.

Years are astronomical (0 is 1 BC, -1 is 2 BC), so that one arithmetic serves all. A day beyond what ``datetime.date`` can
hold is not reckoned with: years before 1 are written, with their bounds, but never counted from.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

#: TIMEX3's letter for a unit in a duration, and whether it stands behind the T
LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "weekend": "WE", "week": "W", "fortnight": "W",
    "month": "M", "quarter": "Q", "season": "Y", "year": "Y", "decade": "E", "century": "C", "millennium": "L",
}  # fmt: skip
#: how many months a unit is, where it is made of months
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
SEASONS = {"SP": (3, 21), "SU": (6, 22), "FA": (9, 23), "WI": (12, 24)}


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression stands for: TIMEX3 ``type``, ``value``, ``mod``; EDTF and ISO bounds where it fixes a time."""

    value: str
    type: str = "DATE"
    mod: str | None = None
    edtf: str | None = None
    first: str | None = None
    last: str | None = None


def year(number: int, era: str = "") -> Resolved:
    """A year; with era "BC" the number is counted back from 1 BC."""
    if era == "BC":
        written = f"-{number - 1:04}" if number > 1 else "0000"
        return Resolved(f"BC{number:04}", edtf=written, first=f"{written}-01-01", last=f"{written}-12-31")
    return Resolved(f"{number:04}", edtf=f"{number:04}", first=f"{number:04}-01-01", last=f"{number:04}-12-31")


def month(y: int, m: int) -> Resolved:
    """A month of a year."""
    iso = f"{y:04}-{m:02}"
    return Resolved(iso, edtf=iso, first=f"{iso}-01", last=f"{iso}-{calendar.monthrange(y, m)[1]:02}")


def day(of: date) -> Resolved:
    """A day."""
    iso = of.isoformat()
    return Resolved(iso, edtf=iso, first=iso, last=iso)


def week(of: date, *, weekend: bool = False) -> Resolved:
    """The ISO week that holds a day, or its weekend."""
    y, w, _ = of.isocalendar()
    monday = of - timedelta(days=of.isoweekday() - 1)
    first, last = (monday + timedelta(days=5 if weekend else 0)), monday + timedelta(days=6)
    value = f"{y:04}-W{w:02}" + ("-WE" if weekend else "")
    return _between(value, first, last)


def season(y: int, name: str) -> Resolved:
    """A season (SP, SU, FA, WI), in the months that the north knows it in; winter ends in the year after."""
    begin, code = SEASONS[name]
    end = month(y + (name == "WI"), (begin + 1) % 12 + 1)
    return Resolved(f"{y:04}-{name}", edtf=f"{y:04}-{code}", first=f"{y:04}-{begin:02}-01", last=end.last)


def part(y: int, months: int, number: int) -> Resolved:
    """The number-th quarter (3 months) or half (6 months) of a year."""
    begin = (number - 1) * months + 1
    letter, code = ("Q", 32 + number) if months == 3 else ("H", 39 + number)
    last = month(y, begin + months - 1).last
    return Resolved(f"{y:04}-{letter}{number}", edtf=f"{y:04}-{code}", first=f"{y:04}-{begin:02}-01", last=last)


def decade(y: int) -> Resolved:
    """The decade that holds a year."""
    tens = f"{y // 10:03}"
    return Resolved(tens, edtf=f"{tens}X", first=f"{tens}0-01-01", last=f"{tens}9-12-31")


def century(y: int) -> Resolved:
    """The century that holds a year, as TIMEX3 counts: 1900 to 1999."""
    hundreds = f"{y // 100:02}"
    return Resolved(hundreds, edtf=f"{hundreds}XX", first=f"{hundreds}00-01-01", last=f"{hundreds}99-12-31")


def holding(of: date, unit: str) -> Resolved:
    """The unit of the calendar that holds a day."""
    whole = {"year": lambda: year(of.year), "decade": lambda: decade(of.year), "century": lambda: century(of.year)}
    if unit in whole:
        return whole[unit]()
    if unit == "month":
        return month(of.year, of.month)
    if unit == "quarter":
        return part(of.year, 3, (of.month - 1) // 3 + 1)
    if unit == "half":
        return part(of.year, 6, (of.month - 1) // 6 + 1)
    if unit in {"week", "fortnight"}:
        return week(of)
    return week(of, weekend=True) if unit == "weekend" else day(of)


def shifted(of: date, unit: str, by: int) -> date | None:
    """The day so many units later; None where the calendar has no such day."""
    try:
        if unit in MONTHS:
            months = of.year * 12 + of.month - 1 + by * MONTHS[unit]
            y, m = divmod(months, 12)
            return date(y, m + 1, min(of.day, calendar.monthrange(y, m + 1)[1])) if 1 <= y <= 9999 else None
        return of + timedelta(days=by * DAYS.get(unit, 0))
    except OverflowError:
        return None


def _between(value: str, first: date, last: date) -> Resolved:
    return Resolved(value, edtf=f"{first}/{last}", first=first.isoformat(), last=last.isoformat())
