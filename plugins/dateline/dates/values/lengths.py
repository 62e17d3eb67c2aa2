"""Lengths of time, times that come again, and times that name no time."""

from __future__ import annotations

from dataclasses import dataclass

from .. import units
from ..context import Context
from ..units import Resolved
from .base import Count

#: units that are written as so many of another
WRITTEN_AS = {"fortnight": (2, "W"), "decade": (10, "Y"), "century": (100, "Y"), "millennium": (1000, "Y"), "quarter": (3, "M")}
#: what a half of a unit is written in
BELOW = {"year": (12, "M"), "hour": (60, "M"), "minute": (60, "S")}


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: ``P2D``, ``PT4H``, ``PXY`` where the number is open; ``rest`` is what is said in smaller units."""

    count: Count
    unit: str
    rest: Duration | None = None

    def resolve(self, context: Context) -> Resolved:
        value = duration(self.count, self.unit)
        if self.rest:
            more = str(self.rest.resolve(context).value)
            value += more.removeprefix("PT" if value.startswith("PT") else "P")
        return Resolved(value, "DURATION")


@dataclass(frozen=True, slots=True)
class Repeat:
    """A set of times: ``P1D`` (every day), ``XXXX-WXX-4`` (every Thursday)."""

    value: str

    def resolve(self, context: Context) -> Resolved | None:
        return Resolved(self.value, "SET")


@dataclass(frozen=True, slots=True)
class Vague:
    """PRESENT_REF, PAST_REF or FUTURE_REF, or a length that nobody gave a number (PXX)."""

    value: str

    def resolve(self, context: Context) -> Resolved | None:
        return Resolved(self.value, "DURATION" if self.value.startswith("P") and not self.value.endswith("REF") else "DATE")


def duration(count: Count, unit: str) -> str:
    """So many units as TIMEX3 writes them; halves of years, hours and minutes in the unit below."""
    letter = units.LETTERS[unit]
    head = "PT" if letter.startswith("T") else "P"
    letter = letter.removeprefix("T")
    if count is None:
        return f"{head}X{'M' if unit == 'quarter' else letter}"
    if unit in WRITTEN_AS:
        times, letter = WRITTEN_AS[unit]
        count *= times
    whole, rest = int(count), count - int(count)
    below = BELOW.get(unit)
    if rest and below:
        return f"{head}{whole or ''}{letter if whole else ''}{round(rest * below[0])}{below[1]}"
    return f"{head}{whole if not rest else round(count, 2):g}{letter}" if rest else f"{head}{whole}{letter}"
