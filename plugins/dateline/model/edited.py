"""The dates that editors write: a day, a month, a year, or a range of them."""

from __future__ import annotations

import re
from calendar import monthrange

from .when import When

EDITOR = "the editors"
DATE = re.compile(r"-?\d{4}(?:-\d{2}(?:-\d{2})?)?")


def is_date(text: str) -> bool:
    """Whether it is a day, a month or a year of the calendar, a range of them in order, or "none"."""
    ends = text.split("/")
    if text == "none":
        return True
    if len(ends) > 2 or not all(DATE.fullmatch(end) for end in ends):
        return False
    try:
        days = [_day(bound) for end in ends for bound in (_first(end), _last(end))]
    except ValueError:
        return False
    return days == sorted(days)


def _day(iso: str) -> tuple[int, int, int]:
    """A day as numbers. Raises ValueError where the calendar has none such."""
    year, month, day = (int(part) for part in iso.lstrip("-").split("-"))
    if not 1 <= day <= monthrange(year or 4, month)[1]:
        raise ValueError(iso)
    return (-year if iso.startswith("-") else year), month, day


def edited(text: str) -> When | None:
    """The date that editors write: a day, month, year or range of them; None for "none"."""
    if text == "none":
        return None
    first, _, last = text.partition("/")
    return When(text, text, _first(first), _last(last or first), EDITOR)


def _first(day: str) -> str:
    return day + "-01" * (3 - _precision(day))


def _last(day: str) -> str:
    if _precision(day) == 1:
        return f"{day}-12-31"
    return day if _precision(day) == 3 else f"{day}-{monthrange(int(day[-7:-3]) or 4, int(day[-2:]))[1]:02}"


def _precision(day: str) -> int:
    """1 for a year, 2 for a month, 3 for a day."""
    return 1 + day.lstrip("-").count("-")
