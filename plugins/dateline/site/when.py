"""A date as the site shows it: as precise as it is known, with the days that bound it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ..model import REPORTED_ON, When
from .days import ENGLISH, day_number, day_words, parts, span_words, year_iso, year_words


@dataclass(frozen=True, slots=True)
class WhenView:
    """A date to show. ``iso`` is a prefix as precise as the date, ``words`` the same for people; ``first`` and ``last`` are the
    days that bound it, ``days`` the same as days since 1970; ``year`` is the one it begins in; ``precision`` is day, month,
    year, or range where no one unit of the calendar fits."""

    iso: str
    words: str
    basis: str
    first: str
    last: str
    precision: str
    bounds: str
    year: int
    year_words: str
    days: tuple[int, int]

    @property
    def is_reported(self) -> bool:
        """Whether it is only the day on which the event was reported."""
        return self.basis == REPORTED_ON

    @property
    def said(self) -> str:
        """The words, in English, with "reported" before a day that is only that of the report."""
        return f"reported {self.words}" if self.is_reported else self.words

    @property
    def year_iso(self) -> str:
        return year_iso(self.year)

    @property
    def machine(self) -> str:
        """What HTML's ``datetime`` can hold: empty for a year before 1."""
        return self.iso if self.year > 0 else ""


@lru_cache(maxsize=100_000)
def when_view(when: When | None, locale: str = ENGLISH) -> WhenView | None:
    """The date as it is shown, as precise as its bounds; None where nothing dates the event."""
    if when is None or not when.from_ or not when.to:
        return None
    try:
        iso, precision = _prefix(when.from_, when.to)
        bounds = span_words(when.from_, when.to, locale)
    except ValueError:
        return None
    words = bounds if precision == "range" else day_words(iso, locale)
    year, days = parts(iso)[0], (day_number(when.from_), day_number(when.to))
    return WhenView(iso, words, when.basis, when.from_, when.to, precision, bounds, year, year_words(year, locale), days)


def _prefix(first: str, last: str) -> tuple[str, str]:
    """The ISO prefix to sort and group by, and how precise it is. Raises ValueError."""
    (year, month, _), (other, last_month, _) = parts(first), parts(last)
    if first == last:
        return first, "day"
    whole = first.endswith("-01") and day_number(last) + 1 == day_number(_after(other, last_month))
    if (year, month) == (other, last_month):
        return first[:-3], "month" if whole else "range"
    if year == other:
        return first[:-6], "year" if whole and month == 1 and last_month == 12 else "range"
    return year_iso(year), "range"


def _after(year: int, month: int | None) -> str:
    """The month after this one."""
    return year_iso(year + 1) if month in (None, 12) else f"{year_iso(year)}-{month + 1:02}"
