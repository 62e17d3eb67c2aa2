"""Conventions of a site: how it writes days, in which time zone, and whether articles are published before their day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from dateutil import parser, tz

from .host import host

#: a year of four figures before month and day
YEAR_FIRST = re.compile(r"^\d{4}\D|\s\d{4}([-/.])\d\d?\1\d\d?(?!\d)")
#: a day of which each part may be the year
SHORT = re.compile(r"(?<![\d.:/-])(?P<first>\d\d?)(?P<sign>[-/.])(?P<second>\d\d?)(?P=sign)\d\d(?![\d.:/-])")
#: a time of day that is taken for hours and a fraction of a second, or loses its minutes
DOTTED = re.compile(r"(?<![\d.:])\d\d?\.\d\d(?![\d.]| \d{4})")
#: a word of a date, with the figures that a time zone may have behind it
WORD = re.compile(r"(?P<word>[^\W\d_]+)(?P<shift>[+-]\d[\d:]{0,4})?")
#: the words that dateutil knows
KNOWN = parser.parserinfo()
#: two days that have nothing in common, in whose place a date without day, month or year puts its own
NOTHING = datetime(2001, 2, 3), datetime(2004, 5, 6)


@dataclass(frozen=True, slots=True)
class Conventions:
    """``day_first``: whether 07/05 is 7 May; None where the locale does not tell. ``zone``: the time zone of dates without one.

    ``future``: whether articles are published before their day. ``adopted``: whether the site is a blog with a theme of its
    own, whose articles Pelican reads by itself. ``likely``: the locale with a country that would tell the order of days where
    none is named; empty where one is.
    """

    day_first: bool | None = None
    zone: str = "UTC"
    future: bool = True
    adopted: bool = False
    likely: str = "en_US"

    def publication(self, written: object) -> datetime | None:
        """The day of publication that is written in front matter, which in a blog is the one that Pelican reads."""
        return read_date(str(written or ""), UNKNOWN if self.adopted else self).value

    def waits(self, date: datetime) -> bool:
        """Whether an article of this date is not yet published."""
        return not self.future and self.is_coming(date)

    def is_coming(self, date: datetime) -> bool:
        """Whether this time is yet to come."""
        return self.moment(date) > now()

    def moment(self, date: datetime) -> datetime:
        """The time with the zone that it is in."""
        return _in_zone(date, self.zone)


def moment(iso: str, zone: str) -> datetime:
    """The time of a date as ISO, with its zone, which is this one where it names none."""
    return _in_zone(datetime.fromisoformat(iso), zone)


def _in_zone(date: datetime, zone: str) -> datetime:
    return date if date.tzinfo else date.replace(tzinfo=ZoneInfo(zone))


def now() -> datetime:
    """The clock, which Pelican asks as well."""
    return datetime.now(UTC)


#: what holds where nothing says more
UNKNOWN = Conventions()


def conventions(settings: Mapping[str, Any]) -> Conventions:
    """The conventions of the site with these settings of Pelican's. Raises ValueError for a time zone that is none."""
    name = str(settings.get("DATELINE_LOCALE") or settings["DEFAULT_LANG"]).replace("-", "_")
    country = with_country(name)
    return Conventions(
        _is_day_first(name),
        _checked_zone(str(settings.get("TIMEZONE") or "UTC")),
        bool(settings["WITH_FUTURE_DATES"]),
        host(settings).adopted,
        country if country != name else "",
    )


@cache
def _checked_zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"TIMEZONE is {name!r}: write continent and city, such as Europe/Berlin, or UTC") from error


@cache
def with_country(name: str) -> str:
    """A locale with a country: where it names none, the one in which most speak its language. One that is not known stays as
    it is.

    >>> with_country("de")
    'de_DE'
    """
    likely = get_global("likely_subtags").get(name)
    return f"{name}_{Locale.parse(likely).territory}" if likely and Locale.parse(name).territory is None else name


@cache
def _is_day_first(name: str) -> bool | None:
    """Whether a locale writes the day before the month; None where its language alone is named, whose countries may differ, or
    where it begins with the year, and does not tell the order of the two before it."""
    try:
        locale = Locale.parse(name)
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


def read_date(text: str, at: Conventions = UNKNOWN, words: str = "date") -> ReadDate:
    """The date and time that is written in front matter, as a site reads it; ``words`` is what to call it."""
    said = " ".join(text.replace("_", " ").split())
    ways = _ways(said)
    if not ways:
        return ReadDate(None, f"the {words} {text!r} cannot be read: write it as 2020-05-08")
    if not _is_whole(said):
        return ReadDate(None, f"the {words} {text!r} lacks a day, a month or a year: write it as 2020-05-08")
    if len(ways) > 1 and not _is_settled(said, at.day_first):
        days = " or ".join(f"{day.date()}" for day in ways)
        hint = f", or name the country in DATELINE_LOCALE ({at.likely})" if at.likely else ""
        return ReadDate(ways[0], f"the {words} {text!r} can be {days}: write the one it is, as 2020-05-08{hint}")
    value = _parsed(said, day_first=bool(at.day_first)) if len(ways) > 1 else ways[0]
    problem = _contradiction(said, value) if value else ""
    return ReadDate(value, f"the {words} {text!r}: {problem}" if problem else "")


def _is_settled(said: str, day_first: bool | None) -> bool:
    """Whether the order of day and month settles which day is meant: of a short year it does not where hyphens are those of
    2020-05-08, or the order does not fit."""
    short = SHORT.search(said)
    if day_first is None or not short:
        return day_first is not None
    return short["sign"] != "-" and int(short["second" if day_first else "first"]) <= 12


def _contradiction(said: str, value: datetime) -> str:
    """What stands in a date and is not in the day and time that it is read as."""
    if DOTTED.search(said):
        return "write the time as 10:30"
    if _iso(said):
        return ""
    for found in WORD.finditer(said):
        word, day = found["word"], KNOWN.weekday(found["word"])
        if day not in (None, value.weekday()):
            return f"{value.date()} is a {KNOWN.WEEKDAYS[value.weekday()][1]}: mend one of the two"
        if not _is_known(word) and (found["shift"] or not value.tzinfo):  # dateutil takes GMT+3 for three hours before
            return f"the time zone {found[0]!r} is not read: write it as +02:00"
    return ""


def _is_known(word: str) -> bool:
    """Whether dateutil knows a word; what it takes beside is the name of a time zone."""
    calendar = (KNOWN.month(word), KNOWN.weekday(word), KNOWN.hms(word), KNOWN.ampm(word))
    return calendar != (None,) * 4 or KNOWN.jump(word) or KNOWN.pertain(word)


def _ways(said: str) -> list[datetime]:
    """What a date can mean, by whatever order of day, month and year; what Pelican takes it for is the first."""
    if iso := _iso(said):
        return [iso]
    if said.isdigit():
        return []
    orders = [(False, False)] if YEAR_FIRST.search(said) else list(product((False, True), repeat=2))
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
        found: datetime = parser.parse(said, dayfirst=day_first, yearfirst=year_first, default=instead, tzinfos=_zone)
    except (ValueError, OverflowError):
        return None
    return found


def _zone(name: str | None, offset: int | None) -> tz.tzoffset | None:
    """The zone of an offset; none of a name, since a machine knows its own alone."""
    return None if offset is None else tz.tzoffset(name, offset)


def published(date: datetime) -> str:
    """A date of front matter as ISO: the day alone where it has no time of day."""
    if (date.hour, date.minute, date.second) == (0, 0, 0):
        return date.date().isoformat()
    return date.isoformat()
