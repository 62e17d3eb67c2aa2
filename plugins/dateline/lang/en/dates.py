"""English date rules. A rule is a pattern, an example, and what it means."""

from ...dates.grammar import Grammar
from ...dates.values import Calendar, Shift, Weekday
from .. import words

WORDS = words("en", "words")
en = Grammar({slot: WORDS[slot] for slot in ("month", "weekday", "nearby")})
BEFORE_YEAR = "|".join(WORDS["before_year"])


@en.rule("{day} (?:of )?{month},? {year}", example="3rd of March 2024")
def day_month_year(day: int, month: int, year: int) -> Calendar:
    return Calendar(year, month, day)


@en.rule("{month} {day},? {year}", example="March 3, 2024")
def month_day_year(month: int, day: int, year: int) -> Calendar:
    return Calendar(year, month, day)


@en.rule("{year}-{mm}-{dd}", example="2024-03-12")
def iso_date(year: int, mm: int, dd: int) -> Calendar:
    return Calendar(year, mm, dd)


@en.rule("{month} {day}", example="May 9")
def month_day(month: int, day: int) -> Calendar:
    return Calendar(None, month, day)


@en.rule("{day} (?:of )?{month}", example="9 May")
def day_month(day: int, month: int) -> Calendar:
    return Calendar(None, month, day)


@en.rule("{month},? {year}", example="March 2014")
def month_year(month: int, year: int) -> Calendar:
    return Calendar(year, month)


@en.rule(rf"(?:{BEFORE_YEAR})[ -](?P<core>{{year}})", example="in 2014")
def year_alone(year: int) -> Calendar:
    return Calendar(year)


@en.rule("{weekday}", example="Friday")
def weekday(weekday: int) -> Weekday:
    return Weekday(weekday)


@en.rule("{nearby}", example="yesterday")
def nearby(nearby: int) -> Shift:
    return Shift(nearby)
