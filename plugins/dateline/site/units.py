"""Units of a band: all the years of some events, the months of a year, the days of a month."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .days import day_iso, day_number, day_words, last_day, month_words, parts, year_iso, year_words
from .shown import EventView

#: years, decades, centuries: as large as it takes
SIZES = (1, 10, 100, 1000)
#: the most units that a band has before it is told in larger ones
MOST = 72
#: units without events between two others: more than these become one gap
EMPTY = 2


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of time with its place below the bars. ``first`` and ``last`` are days since 1970; a gap has no ``iso``."""

    iso: str
    label: str
    words: str
    first: int
    last: int
    url: str = ""
    #: the ISO of its last part: of a decade, the tenth year
    last_iso: str = ""

    @property
    def mark(self) -> str:
        """How scripts are told of it: "2014", "1990/1999"; "_" is a gap."""
        if not self.iso:
            return "_"
        return self.iso if self.last_iso == self.iso else f"{self.iso}/{self.last_iso}"


def years_of(events: Sequence[EventView], locale: str, url: Callable[[int], str]) -> list[Unit]:
    """All the time in which events begin, in years, decades or centuries; ``url`` is the page of a year."""
    years = sorted({e.when.year for e in events if e.when})
    found = (_runs(years, size, locale, url) for size in SIZES)
    return next((units for units in found if len(units) <= MOST), _runs(years, SIZES[-1], locale, url))


def _runs(years: Sequence[int], size: int, locale: str, url: Callable[[int], str]) -> list[Unit]:
    starts = sorted({y // size * size for y in years})
    units: list[Unit] = []
    for start in starts:
        before = units[-1].last + 1 if units else None
        here = day_number(year_iso(start))
        empty = [] if before is None else _between(before, start, size)
        if len(empty) > EMPTY:
            units.append(Unit("", "…", "…", before or 0, here - 1))
        else:
            units += [_year_unit(y, size, locale, "") for y in empty]
        first = next(y for y in years if y // size * size == start)
        units.append(_year_unit(start, size, locale, url(first)))
    return units


def _between(day: int, start: int, size: int) -> list[int]:
    return list(range(parts(day_iso(day))[0], start, size))


def _year_unit(year: int, size: int, locale: str, url: str) -> Unit:
    first, last = year_iso(year), year_iso(year + size - 1)
    words = year_words(year, locale) if size == 1 else f"{year_words(year, locale)} – {year_words(year + size - 1, locale)}"
    return Unit(first, year_words(year, locale), words, day_number(first), day_number(last_day(last)), url, last)


def months_of(year: int, locale: str, url: Callable[[str], str]) -> list[Unit]:
    """A year in months; ``url`` is where a month's events stand, empty where there are none."""
    units = []
    for month in range(1, 13):
        iso = f"{year_iso(year)}-{month:02}"
        label = month_words(month, locale, "abbreviated")
        units.append(Unit(iso, label, day_words(iso, locale), day_number(iso), day_number(last_day(iso)), url(iso), iso))
    return units


def days_of(month: str, locale: str, url: Callable[[str], str]) -> list[Unit]:
    """A month in days; ``url`` is where a day's events stand, empty where there are none."""
    first, last = day_number(month), day_number(last_day(month))
    days = [day_iso(n) for n in range(first, last + 1)]
    return [Unit(d, str(int(d[-2:])), day_words(d, locale), n, n, url(d), d) for n, d in enumerate(days, first)]
