"""Parts of years: seasons, quarters, halves, the weeks and ends of something."""

from ....dates.values import (
    Calendar,
    Holding,
    Meaning,
    Near,
    PartOfYear,
    QuarterOf,
    SamePeriod,
    Season,
    SeasonOf,
    TheSame,
    Within,
    YearBack,
)
from ..grammar import en
from .years import ERA, astronomical, full_year


@en.rule("(?:the )?{season}(?: of|,)? (?:{year}|'{yy})", example="the summer of 1955")
def season_year(season: str, year: int | None, yy: int | None) -> Season:
    return Season(season, year or full_year(yy or 0))


@en.rule("(?:the )?winter(?: of)? {year}[-–/](?:{year2}|{yy})", example="the winter of 2012-13")
def winter_of_two_years(year: int, year2: int | None, yy: int | None) -> Season | None:
    return Season("WI", year) if (year + 1) % 100 == (year2 if year2 is not None else yy or 0) % 100 else None


@en.rule("(?:the )?{season}(?: of|,)? {any_year}" + ERA, example="the spring of 480 BC")
def season_year_era(season: str, any_year: int, era_: str) -> Season:
    return Season(season, astronomical(any_year, era_))


@en.rule("(?:the )?{season_sure}", example="the winter")
def season_alone(season_sure: str) -> Season:
    return Season(season_sure)


@en.rule("(?:in|by|since|until|during|early|late|mid)[ -](?P<core>(?:the )?fall)(?! of)", example="by the fall")
def fall_alone() -> Season:
    return Season("FA")


@en.rule("(?:the )?{which} {season}", example="last fall")
def season_which(which: int, season: str) -> Season:
    return Season(season, shift=which)


@en.rule("(?:the )?{season} (?:of )?{which} year", example="the spring of last year")
def season_of_year(season: str, which: int) -> SeasonOf:
    return SeasonOf(season, Near("year", which))


@en.rule("(?:that same|that|the same) {season}", example="that spring")
def season_same(season: str) -> Season:
    return Season(season)


@en.rule("the {beside} {season}", example="the following winter")
def season_beside(beside: int, season: str) -> Season:
    return Season(season, shift=beside)


@en.rule(
    "(?:the )?(?:fiscal[ -])?{nth}[ -]quarter(?:(?: of)?(?: fiscal| calendar)?(?: year)? {year})?", example="third-quarter"
)
def quarter(nth: int, year: int | None) -> PartOfYear | None:
    return PartOfYear(3, nth, year) if nth <= 4 else None


@en.rule("(?:the )?(?:fiscal )?{year}(?:'s)?[ -](?:fiscal )?{nth}[ -]quarter", example="the 1988 third quarter")
def year_quarter(year: int, nth: int) -> PartOfYear | None:
    return PartOfYear(3, nth, year) if nth <= 4 else None


@en.rule("q(?P<number_>[1-4])(?: (?:of )?{year})?", example="Q3 2019")
def quarter_short(number_: str, year: int | None) -> PartOfYear:
    return PartOfYear(3, int(number_), year)


@en.rule(
    "{which} year's (?:fiscal )?{nth}[ -]quarter|(?:the )?{nth2} quarter (?:of )?{which2} year",
    example="last year's third quarter",
)
def quarter_of_year(which: int | None, which2: int | None, nth: int | None, nth2: int | None) -> QuarterOf:
    return QuarterOf(nth or nth2 or 0, Near("year", which if which is not None else which2 or 0))


@en.rule("(?:the )?(?P<half_>first|second|last|latter) {:half}(?: of)? {year}", example="the second half of 2008")
def half_year(half_: str, year: int) -> PartOfYear:
    return PartOfYear(6, 1 if half_ == "first" else 2, year)


@en.rule("(?:the |its )?(?:fiscal )?(?P<half_>first|second)[ -]{:half}(?: of the year)?(?! of)", example="the first half")
def half_alone(half_: str) -> PartOfYear:
    return PartOfYear(6, 1 if half_ == "first" else 2)


@en.rule("the {year} (?:period|quarter|month|half)", example="the 1988 quarter")
def same_period_of_year(year: int) -> Meaning:
    return SamePeriod(year)


@en.rule(
    "(?:the |an? )?(?:same |comparable |corresponding |similar )?(?:year[- ](?:earlier|ago)|prior[- ]year)"
    "(?: (?:period|quarter|month|results?))?",
    example="the year-earlier period",
)
def year_earlier() -> Meaning:
    return SamePeriod(None)


@en.rule(
    "(?:the )?(?:same|comparable|corresponding) (?:period|quarter|month)(?: of| in)?"
    "(?: a year (?:earlier|ago)| last year| {year})",
    example="the same period last year",
)
def same_period_back(year: int | None) -> Meaning:
    return SamePeriod(year)


@en.rule("(?:the|its) (?:full |fiscal )*{business}(?!-)", example="the quarter")
def the_period(business: str) -> Meaning:
    return TheSame(business)


@en.rule("(?:the|its) (?:latest|most recent|just-ended) (?:fiscal )?(?:quarter|period)", example="the latest quarter")
def the_latest_quarter() -> Meaning:
    return Near("quarter", -1)


@en.rule("(?:the )?(?:year[- ](?:earlier|ago)|prior[- ]year) {nth} quarter", example="the year-ago third quarter")
def quarter_a_year_back(nth: int) -> Meaning | None:
    return YearBack(PartOfYear(3, nth)) if nth <= 4 else None


@en.rule("(?:the )?(?:quarter|period|month) a year (?:earlier|ago)", example="the quarter a year ago")
def period_a_year_ago() -> Meaning:
    return SamePeriod(None)


@en.rule("(?:the )?end of (?:the )?{business}", example="the end of the year")
def end_of_period(business: str) -> Meaning:
    return Within("END", TheSame(business))


@en.rule("(?:the )?(?P<unit_>year|month)(?:[- ]|'s )end", example="year-end")
def end_of_unit(unit_: str) -> Meaning:
    return Within("END", Near(unit_, 0))


@en.rule(
    "the week (?:of|beginning|starting|ending|ended)(?: on)? (?:{month} {day}|(?:the )?{day2} (?:of )?{month2})(?:,? {year})?",
    example="the week of March 6",
)
def week_of(month: int | None, day: int | None, month2: int | None, day2: int | None, year: int | None) -> Meaning:
    return Holding("week", Calendar(year, month or month2, day or day2))
