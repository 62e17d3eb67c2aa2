"""Conventions of a site: how it writes days, in which time zone, and whether articles are published before their day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from dateutil import parser

from .host import host

#: a year of four figures at the beginning: what follows are month and day
YEAR_FIRST = re.compile(r"\d{4}\D")
#: two days that have nothing in common, in whose place a date without day, month or year puts its own
NOTHING = datetime(2001, 2, 3), datetime(2004, 5, 6)


@dataclass(frozen=True, slots=True)
class Conventions:
    """``day_first``: whether 07/05 is 7 May; None where the locale does not tell. ``zone``: the time zone of dates without one.

    ``future``: whether articles are published before their day. ``adopted``: whether the site is a blog with a theme of its
    own, whose articles Pelican reads by itself.
    """

    day_first: bool | None = None
    zone: str = "UTC"
    future: bool = True
    adopted: bool = False

    def waits(self, date: datetime) -> bool:
        """Whether an article of this date is not yet published."""
        return not self.future and self.is_coming(date)

    def is_coming(self, date: datetime) -> bool:
        """Whether this time is yet to come."""
        return self.moment(date) > now()

    def moment(self, date: datetime) -> datetime:
        """The time with the zone that it is in."""
        return date if date.tzinfo else date.replace(tzinfo=ZoneInfo(self.zone))


def now() -> datetime:
    """The clock, which Pelican asks as well."""
    return datetime.now(UTC)


#: what holds where nothing says more
UNKNOWN = Conventions()


def conventions(settings: Mapping[str, Any]) -> Conventions:
    """The conventions of the site with these settings of Pelican's."""
    return Conventions(
        _is_day_first(str(settings.get("DATELINE_LOCALE") or settings["DEFAULT_LANG"])),
        str(settings.get("TIMEZONE") or "UTC"),
        bool(settings["WITH_FUTURE_DATES"]),
        host(settings).adopted,
    )


@cache
def _is_day_first(name: str) -> bool | None:
    """Whether a locale writes the day before the month; None where its language alone is named, whose countries may differ, or
    where it begins with the year, and does not tell the order of the two before it."""
    try:
        locale = Locale.parse(name.replace("-", "_"))
    except (UnknownLocaleError, ValueError):  # of which the build says what to do
        return None
    order = [sign.lower() for sign in locale.date_formats["short"].pattern if sign in "dMy"]
    return None if locale.territory is None or order[0] == "y" else order[0] == "d"


@dataclass(frozen=True, slots=True)
class ReadDate:
    """What a date is read as, and what is wrong with it: then there is no ``value``, or, where it can mean two days, the one
    that Pelican takes it for."""

    value: datetime | None
    problem: str = ""


def read_date(text: str, day_first: bool | None = None, words: str = "date") -> ReadDate:
    """The date and time that is written in front matter; ``words`` is what to call it."""
    said = " ".join(text.replace("_", " ").split())
    ways = _ways(said)
    if not ways:
        return ReadDate(None, f"the {words} {text!r} cannot be read: write it as 2020-05-08")
    if not _is_whole(said):
        return ReadDate(None, f"the {words} {text!r} lacks a day, a month or a year: write it as 2020-05-08")
    if len(ways) == 1:
        return ReadDate(ways[0])
    if day_first is not None:
        return ReadDate(_parsed(said, day_first=day_first))
    days = " or ".join(f"{day.date()}" for day in ways)
    says = f"the {words} {text!r} can be {days}: write the one it is, or name language and country in DATELINE_LOCALE (en_GB)"
    return ReadDate(ways[0], says)


def _ways(said: str) -> list[datetime]:
    """What a date can mean, by whatever order of day, month and year; what Pelican takes it for is the first."""
    if iso := _iso(said):
        return [iso]
    if said.isdigit():
        return []
    orders = [(False, False)] if YEAR_FIRST.match(said) else list(product((False, True), repeat=2))
    read = (_parsed(said, day_first=day, year_first=year) for day, year in orders)
    return list(dict.fromkeys(one for one in read if one))


def _is_whole(said: str) -> bool:
    """Whether a date has day, month and year."""
    return _iso(said) is not None or len({_parsed(said, instead=day) for day in NOTHING}) == 1


def _iso(said: str) -> datetime | None:
    try:
        return datetime.fromisoformat(said)
    except ValueError:
        return None


def _parsed(said: str, *, day_first: bool = False, year_first: bool = False, instead: datetime = NOTHING[0]) -> datetime | None:
    """What dateutil reads, as Pelican does; None where it can read nothing. ``instead`` lends what the words do not say."""
    try:
        found: datetime = parser.parse(said, dayfirst=day_first, yearfirst=year_first, default=instead)
    except (ValueError, OverflowError):
        return None
    return found


def published(date: datetime) -> str:
    """A date of front matter as ISO: the day alone where it has no time of day."""
    if (date.hour, date.minute, date.second) == (0, 0, 0):
        return date.date().isoformat()
    return date.isoformat()
