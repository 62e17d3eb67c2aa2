"""Two times that share a part of their words: ranges ("May 5-9") and pairs ("March 3 and 5")."""

from ....dates.values import Calendar, Duration, PartOfYear, Season, Series, Weekday
from ..grammar import en
from .years import ERA, astronomical

TO = "(?: ?[-–—] ?| to | through | until | till )"
AND = "(?P<and_> and | or |, )"
#: what may follow the second day of a pair: a bare number before a noun is a count
CLOSED = r"(?=\s*(?:[,.;:)—–-]|$|at\b|in\b|on\b|for\b|to\b|with\b|when\b|after\b|before\b|were\b|was\b))"


@en.rule("(?:the )?(?:years |year |fiscal )?(?P<first>{year}) ?[-–—/] ?(?P<last>{year2}|{yy})", example="1914-18")
def years(year: int, year2: int | None, yy: int | None) -> Series | None:
    end = year2 if year2 is not None else year // 100 * 100 + (yy or 0)
    return Series(Calendar(year), Calendar(end)) if end > year else None


@en.rule("(?P<first>{any_year})" + f"(?:{TO}|{AND})" + "(?P<last>{any_year2}" + ERA + ")", example="499-493 BC")
def years_with_era(any_year: int, and_: str | None, any_year2: int, era_: str) -> Series:
    return Series(Calendar(astronomical(any_year, era_)), Calendar(astronomical(any_year2, era_)), span=and_ is None)


@en.rule(
    "(?P<first>(?:the )?{season})(?: and |[-–—/])(?P<last>(?:early |late )?{season2}(?: of)? {year})",
    example="spring and summer of 1943",
)
def seasons_of_year(season: str, season2: str, year: int) -> Series:
    return Series(Season(season, year), Season(season2, year))


@en.rule("(?P<first>{month} {day})" + TO + "(?P<last>{day2})(?:,? {year})?", example="May 5-9")
def days_of_month(month: int, day: int, day2: int, year: int | None) -> Series:
    return Series(Calendar(year, month, day), Calendar(year, month, day2))


@en.rule("(?P<first>{month} {day})" + AND + "(?P<last>{day2}(?:,? {year}|" + CLOSED + "))", example="March 3 and 5")
def pair_of_days(month: int, day: int, and_: str, day2: int, year: int | None) -> Series | None:
    return Series(Calendar(year, month, day), Calendar(year, month, day2), span=False) if day2 > day else None


@en.rule(
    "(?:the )?(?P<first>{day})" + f"(?:{TO}|{AND})" + "(?P<last>(?:the )?{day2} (?:of )?{month}(?:,? {year})?)",
    example="6-7 February",
)
def days_before_month(day: int, day2: int, and_: str | None, month: int, year: int | None) -> Series:
    return Series(Calendar(year, month, day), Calendar(year, month, day2), span=and_ is None)


@en.rule("(?P<first>{month} {day})" + TO + "(?P<last>{month2} {day2}(?:,? {year})?)", example="March 19-April 30, 2003")
def days_of_two_months(month: int, day: int, month2: int, day2: int, year: int | None) -> Series:
    return Series(Calendar(_before(year, month, month2), month, day), Calendar(year, month2, day2))


@en.rule("(?P<first>{day} {month})" + TO + "(?P<last>{day2} {month2}(?:,? {year})?)", example="19 March – 30 April 2003")
def days_of_two_months_day_first(day: int, month: int, day2: int, month2: int, year: int | None) -> Series:
    return Series(Calendar(_before(year, month, month2), month, day), Calendar(year, month2, day2))


@en.rule(
    "(?P<first>{:weekday},? (?:the )?{day})"
    + TO
    + "(?P<last>(?:{:weekday},? )?(?:{month} {day2}|{day3} {month2})(?:,? {year})?)",
    example="Monday 20 to Sunday, April 26",
)
def weekdays_of_month(day: int, year: int | None, **end: int | None) -> Series | None:
    month, last = end["month"] or end["month2"] or 1, end["day2"] or end["day3"] or 1
    return Series(Calendar(year, month, day), Calendar(year, month, last)) if day < last else None


@en.rule("(?P<first>{month})(?:" + TO + "|/| and | or )(?P<last>{month2}(?:,? (?:of )?{year}))", example="June and July 2008")
def months_of_year(month: int, month2: int, year: int) -> Series:
    return Series(Calendar(_before(year, month, month2), month), Calendar(year, month2))


@en.rule("(?P<first>{month})[-–—/](?P<last>{month2})", example="June-September")
def months(month: int, month2: int) -> Series:
    return Series(Calendar(None, month), Calendar(None, month2))


@en.rule("(?P<first>{weekday})(?:[-–—/]| to | through )(?P<last>{weekday2})(?! (?:of )?{:which} week)", example="Monday-Friday")
def two_weekdays(weekday: int, weekday2: int) -> Series:
    return Series(Weekday(weekday), Weekday(weekday2))


@en.rule("(?:the )?(?P<first>{nth}) (?:and|or) (?P<last>{nth2} quarters?(?: of {year})?)", example="second and fourth quarters")
def two_quarters(nth: int, nth2: int, year: int | None) -> Series | None:
    return Series(PartOfYear(3, nth, year), PartOfYear(3, nth2, year), span=False) if max(nth, nth2) <= 4 else None


@en.rule(
    "(?:the (?:next|last|past) )?(?P<first>{n})(?:[-–]| to | or )(?P<last>{n2} {units})(?! old)", example="two to six days"
)
def lengths(n: float | None, n2: float | None, units: str) -> Series | None:
    return Series(Duration(n, units), Duration(n2, units), span=False) if None not in {n, n2} else None


def _before(year: int | None, month: int, month2: int) -> int | None:
    """The year of the first end, where the words give that of the second."""
    return year if year is None or month <= month2 else year - 1
