"""The dates that editors write: a day, a month, a year, or a range of them."""

from __future__ import annotations

from calendar import monthrange

from .articles import When

EDITOR = "the editors"


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
    return day if _precision(day) == 3 else f"{day}-{monthrange(int(day[-7:-3]), int(day[-2:]))[1]:02}"


def _precision(day: str) -> int:
    """1 for a year, 2 for a month, 3 for a day."""
    return 1 + day.lstrip("-").count("-")
