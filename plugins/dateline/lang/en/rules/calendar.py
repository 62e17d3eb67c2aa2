"""Places in the calendar: days, months, years, seasons, quarters, decades, centuries."""

from ....dates.values import Calendar, Century, Decade, PartOfYear, Season
from ..grammar import en
from ..numbers import number

ERA = r"(?: (?P<era>b\.?c\.?e?\.?|a\.?d\.?|c\.?e\.?))"


@en.rule("(?:{weekday},? )?{day} (?:of )?{month},? {year}", example="Sunday 3rd of March 2024")
def day_month_year(weekday: int | None, day: int, month: int, year: int) -> Calendar:
    return Calendar(year, month, day)


@en.rule("(?:{weekday},? )?{month} {day},? {year}", example="March 3, 2024")
def month_day_year(weekday: int | None, month: int, day: int, year: int) -> Calendar:
    return Calendar(year, month, day)


@en.rule("{month} {day}, ['’]{yy}", example="March 3rd, '98")
def month_day_short_year(month: int, day: int, yy: int) -> Calendar:
    return Calendar(_full(yy), month, day)


@en.rule("{year}-{mm}-{dd}", example="2024-03-12")
def iso_date(year: int, mm: int, dd: int) -> Calendar:
    return Calendar(year, mm, dd)


@en.rule(r"{d}\.{m}\.{year}", example="13.02.2025")
def dotted_date(d: int, m: int, year: int) -> Calendar:
    return Calendar(year, m, d)


@en.rule("{m}/{d}/{year}", example="2/13/2024")
def slashed_date(m: int, d: int, year: int) -> Calendar:
    return Calendar(year, m, d)


@en.rule("(?:{weekday},? )?{month} {day}", example="Friday, May 9")
def month_day(weekday: int | None, month: int, day: int) -> Calendar:
    return Calendar(None, month, day)


@en.rule("(?:{weekday},? )?(?:the )?{day} (?:of )?{month}", example="9 May")
def day_month(weekday: int | None, day: int, month: int) -> Calendar:
    return Calendar(None, month, day)


@en.rule("{month}(?:,| of)? {year}", example="March 2014")
def month_year(month: int, year: int) -> Calendar:
    return Calendar(year, month)


@en.rule("{month} {any_year}" + ERA, example="April 480 BC")
def month_year_era(month: int, any_year: int, era: str) -> Calendar:
    return Calendar(any_year, month, era=_era(era))


@en.rule("(?:ca?. |circa )?{any_year}" + ERA, example="493 BC")
def year_era(any_year: int, era: str) -> Calendar:
    return Calendar(any_year, era=_era(era))


@en.rule("(?:fiscal (?:year )?)?{year}", example="2014")
def year_alone(year: int) -> Calendar:
    return Calendar(year)


@en.rule("{year}[-–/](?P<core>{yy}|(?P<year2>1[0-9]\\d\\d|20\\d\\d))", example="1914-18")
def year_range_end(year: int, yy: int | None, year2: str | None) -> Calendar:
    return Calendar(int(year2) if year2 else year // 100 * 100 + (yy or 0))


@en.rule("(?P<core>{any_year})[-–](?P<end>[1-9]\\d{{0,3}})" + ERA, example="499-493 BC")
def year_range_start_era(any_year: int, end: str, era: str) -> Calendar:
    return Calendar(any_year, era=_era(era))


@en.rule("(?P<start>[1-9]\\d{{0,3}})[-–](?P<core>{any_year}" + ERA + ")", example="499-493 BC")
def year_range_end_era(start: str, any_year: int, era: str) -> Calendar:
    return Calendar(any_year, era=_era(era))


@en.rule("{month} (?:{day}, )?(?P<start>[0-3]?\\d)(?:[-–]| and | to )(?P<core>{d})(?:,? {year})?", example="April 6-7")
def days_of_month_end(month: int, day: int | None, start: str, d: int, year: int | None) -> Calendar:
    return Calendar(year, month, d)


@en.rule("(?P<core>{d})(?:[-–]| and | to )(?P<end>[0-3]?\\d) {month}(?:,? {year})?", example="6-7 February")
def days_of_month_start(d: int, end: str, month: int, year: int | None) -> Calendar:
    return Calendar(year, month, d)


@en.rule("the (?:year|years|period) {year}", example="the year 1994")
def the_year(year: int) -> Calendar:
    return Calendar(year)


@en.rule("{month}", example="October")
def month_alone(month: int) -> Calendar:
    return Calendar(None, month)


@en.rule("(?:the )?{season}(?: of|,)? {year}", example="the summer of 1955")
def season_year(season: str, year: int) -> Season:
    return Season(season, year)


@en.rule("(?:the |in |by |until |since |during |early |late |mid-)(?P<core>{season})", example="the winter")
def season_alone(season: str) -> Season:
    return Season(season)


@en.rule(
    "(?P<hundreds>nineteen|eighteen|seventeen|twenty) "
    r"(?P<rest>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?)",
    example="nineteen ninety-six",
)
def year_in_words(hundreds: str, rest: str) -> Calendar:
    return Calendar(int((number(hundreds) or 0) * 100 + (number(rest) or 0)))


@en.rule("(?:the )?(?:fiscal |fiscal-)?{nth}[ -]quarter(?:(?: of)?(?: fiscal)? {year})?", example="third-quarter")
def quarter(nth: int, year: int | None) -> PartOfYear | None:
    return PartOfYear(3, nth, year) if nth <= 4 else None


@en.rule("(?:the )?{year} {nth} quarter", example="the 1988 third quarter")
def year_quarter(year: int, nth: int) -> PartOfYear | None:
    return PartOfYear(3, nth, year) if nth <= 4 else None


@en.rule("(?:the )?(?P<which>first|second|last|latter) half (?:of )?{year}", example="the second half of 2008")
def half_year(which: str, year: int) -> PartOfYear:
    return PartOfYear(6, 1 if which == "first" else 2, year)


@en.rule("(?:the )?(?P<first>(?:1[0-9]|20)\\d0)['’]?s", example="the 1990s")
def decade(first: str) -> Decade:
    return Decade(int(first))


@en.rule("(?:the )?['’](?P<first>[1-9]0)s", example="the '80s")
def decade_short(first: str) -> Decade:
    return Decade(int(first))


@en.rule("the {tens}", example="the nineties")
def decade_words(tens: int) -> Decade:
    return Decade(tens)


@en.rule("(?:the )?{nth} century" + f"{ERA}?", example="the 20th century")
def century(nth: int, era: str | None) -> Century:
    return Century(nth, _era(era))


def _full(two_figures: int) -> int:
    return two_figures + (1900 if two_figures > 50 else 2000)


def _era(said: str | None) -> str:
    return "BC" if said and said.startswith("b") else ""
