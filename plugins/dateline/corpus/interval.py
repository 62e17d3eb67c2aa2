"""The days of a date, as numbers."""

from __future__ import annotations

from ..model import When
from ..model.days import number


def bounds(when: When | None) -> tuple[int, int] | tuple[None, None]:
    """The first and last day of a date as day numbers (1 is 1 January of the year 1), None where it gives no time."""
    if when is None or not when.from_ or not when.to:
        return None, None
    return number(when.from_), number(when.to)
