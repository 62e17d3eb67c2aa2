"""Days of any year: ISO prefixes taken apart, counted, and put in words of the site's language by Babel.

Years are astronomical: 0 is 1 BC, -43 is 44 BC. ISO writes them with a minus and four figures or more ("-0043-03-15").
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton

from ..model import days

#: 1 January 1970, counted from 1 January of year 1
EPOCH = 719_163
#: a leap year of four figures, in whose place another is written
STAND_IN = 2000
ISO = re.compile(r"(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?")
ENGLISH = "en_GB"


def parts(iso: str) -> tuple[int, int | None, int | None]:
    """Year, month and day of an ISO prefix, None where it does not say. Raises ValueError."""
    found = ISO.fullmatch(iso)
    if not found:
        raise ValueError(f"{iso!r} is no date")
    year, month, day = found.groups()
    return int(year), int(month) if month else None, int(day) if day else None


def year_iso(year: int) -> str:
    """A year as ISO writes it: "0793", "-0043"."""
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def day_number(iso: str) -> int:
    """Days since 1 January 1970; for a month or year, its first day. Raises ValueError."""
    year, month, day = parts(iso)
    return days.number(f"{year_iso(year)}-{month or 1:02}-{day or 1:02}") - EPOCH


def day_iso(number: int) -> str:
    """The day of this number, as ISO writes it."""
    return days.iso(number + EPOCH)


def last_day(iso: str) -> str:
    """The last day of a year, month or day."""
    year, month, day = parts(iso)
    if day:
        return iso[: len(year_iso(year)) + 6]
    after = f"{year_iso(year + 1)}" if month in (None, 12) else f"{year_iso(year)}-{month + 1:02}"
    return day_iso(day_number(after) - 1)


@lru_cache(maxsize=100_000)
def day_words(iso: str, locale: str = ENGLISH) -> str:
    """An ISO prefix in words: "2014", "March 2014", "18 March 2014", "March 44 BC"; what is no date, as it is."""
    try:
        year, month, day = parts(iso)
        if not month:
            return year_words(year, locale)
        shown = _stand_in(year, month, day or 1)
    except ValueError:
        return iso
    words = format_date(shown, "long", locale) if day else format_skeleton("yMMMM", shown, locale=locale)
    return words if shown.year == year else str(words).replace(str(STAND_IN), year_words(year, locale))


@lru_cache(maxsize=10_000)
def year_words(year: int, locale: str = ENGLISH) -> str:
    """A year in words: "2014"; with its era where that could be missed: "79 AD", "44 BC"."""
    eras = Locale.parse(locale).eras["abbreviated"]
    if year < 1:
        return f"{1 - year} {eras[0]}"
    return f"{year} {eras[1]}" if year < 100 else str(year)


@lru_cache(maxsize=100_000)
def span_words(first: str, last: str, locale: str = ENGLISH) -> str:
    """From one day to another, in words: "4–10 May 2020", "1990–1999" where whole years are meant."""
    (year, *_), (other, *_) = parts(first), parts(last)
    if first[-6:] == "-01-01" and last[-6:] == "-12-31":
        return f"{year_words(year, locale)} – {year_words(other, locale)}"
    if min(year, other) < 1000 or max(year, other) > date.max.year:
        return f"{day_words(first, locale)} – {day_words(last, locale)}"
    return str(format_interval(date.fromisoformat(first), date.fromisoformat(last), "yMMMMd", locale=locale))


def month_words(month: int, locale: str = ENGLISH, width: str = "wide") -> str:
    """A month's name: "March"; ``width`` "abbreviated" gives "Mar"."""
    return str(Locale.parse(locale).months["stand-alone"][width][month])


def day_of_year(month: int, day: int, locale: str = ENGLISH) -> str:
    """A day of any year: "8 May"."""
    return str(format_skeleton("MMMMd", date(STAND_IN, month, day), locale=locale))


def _stand_in(year: int, month: int, day: int) -> date:
    return date(year if 1000 <= year <= date.max.year else STAND_IN, month, day)
