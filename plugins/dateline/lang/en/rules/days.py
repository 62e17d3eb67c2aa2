"""Days and months, by their names and in figures, and named days."""

from datetime import date

from ....dates.values import Calendar, Clock, Feast, Meaning, MonthOf, Near, Numeric
from ..grammar import WORDS, en
from .years import full_year

MONTHS: dict[str, int] = WORDS["month"]
DAY_ON = "(?:(?:{:weekday}|(?:mon|tues?|thu(?:rs?)?|fri)\\.?|(?:wed|sat|sun)[.,]),? )?"
FEAST_AT = r"(?:on|by|before|after|since|until|till|around|through|between|from|to|at|over|for|during|\w\w+ed|found) "


@en.rule(DAY_ON + "(?:the )?{day} (?:of )?{month},? {year}", example="Sunday 3rd of March 2024")
def day_month_year(day: int, month: int, year: int) -> Calendar:
    return Calendar(year, month, day)


@en.rule(DAY_ON + "{month} {day},? {year}", example="March 3, 2024")
def month_day_year(month: int, day: int, year: int) -> Calendar:
    return Calendar(year, month, day)


@en.rule(DAY_ON + "{month} {day},? '{yy}", example="March 3rd, '98")
def month_day_short_year(month: int, day: int, yy: int) -> Calendar:
    return Calendar(full_year(yy), month, day)


@en.rule("{day}-?(?P<month_>[a-z]{{3}})-?(?:{year}|{yy})", example="19-Nov-12")
def day_month_year_together(day: int, month_: str, year: int | None, yy: int | None) -> Calendar | None:
    return Calendar(year or full_year(yy or 0), MONTHS[month_], day) if month_ in MONTHS else None


@en.rule("{year}-{mm}-{dd}", example="2024-03-12")
def iso_date(year: int, mm: int, dd: int) -> Calendar:
    return Calendar(year, mm, dd)


@en.rule(r"{year}-{mm}-{dd}[t ]{hour}:{minute}(?::[0-5]\d(?:\.\d+)?)?(?P<zone_>z|[+-]\d\d:?\d\d)?", example="2024-03-12T10:00Z")
def iso_moment(year: int, mm: int, dd: int, hour: int, minute: int, zone_: str | None) -> Clock:
    return Clock(hour, minute, Calendar(year, mm, dd), "UTC" if zone_ == "z" else None)


@en.rule(r"{d}\.{d2}\.{year}", example="13.02.2025")
def dotted_date(d: int, d2: int, year: int) -> Calendar | None:
    return Calendar(year, d2, d) if d2 <= 12 else None


@en.rule("{d}/{d2}/(?:{year}|{yy})", example="2/13/2024")
def slashed_date(d: int, d2: int, year: int | None, yy: int | None) -> Numeric:
    return Numeric(d, d2, year or full_year(yy or 0))


@en.rule(DAY_ON + "{month} {day}", example="Friday, May 9")
def month_day(month: int, day: int) -> Calendar:
    return Calendar(None, month, day)


@en.rule(DAY_ON + "{month} {nth}(?! quarter)", example="March eighth")
def month_day_in_words(month: int, nth: int) -> Calendar | None:
    return Calendar(None, month, nth) if nth <= 31 else None


@en.rule(DAY_ON + "(?:the )?{day} (?:of )?{month}", example="9 May")
def day_month(day: int, month: int) -> Calendar:
    return Calendar(None, month, day)


@en.rule("(?:the )?{nth} (?:day )?of {month}(?:,? {year})?", example="the third of March")
def day_in_words_of_month(nth: int, month: int, year: int | None) -> Calendar | None:
    return Calendar(year, month, nth) if nth <= 31 else None


@en.rule("{month}(?:,| of)? {year}", example="March 2014")
def month_year(month: int, year: int) -> Calendar:
    return Calendar(year, month)


@en.rule("{month}", example="October")
def month_alone(month: int) -> Calendar:
    return Calendar(None, month)


@en.rule("{which} {month}(?: {day})?", example="last May")
def month_which(which: int, month: int, day: int | None) -> Calendar:
    return Calendar(None, month, day, shift=which)


@en.rule("{month}(?: {day})?,? (?:of )?{which} year", example="June last year")
def month_of_year(month: int, day: int | None, which: int) -> Meaning:
    return MonthOf(month, Near("year", which), day)


@en.rule("{month}(?: {day})?,? (?:of )?(?:that|the same|that same) year", example="June of that year")
def month_of_that_year(month: int, day: int | None) -> Meaning:
    return MonthOf(month, Near("year", 0, "spoken"), day)


@en.rule(FEAST_AT + "(?P<core>{feast}(?:,? {year})?)", example="on Thanksgiving Day")
def feast(feast: str, year: int | None) -> Feast:
    return Feast(feast, year)


@en.rule("{feast},? {year}", example="Easter 2020")
def feast_year(feast: str, year: int) -> Feast:
    return Feast(feast, year)


@en.rule("{which} {feast}", example="last Thanksgiving")
def feast_which(which: int, feast: str) -> Feast:
    return Feast(feast, shift=which)


@en.rule("{one_day}", example="9/11")
def one_day(one_day: date) -> Calendar:
    return Calendar(one_day.year, one_day.month, one_day.day)
