"""Years, of this era and before it; decades and centuries."""

from ....dates.values import Calendar, Century, Decade, Meaning
from ..grammar import en

ERA = r"(?: ?(?P<era_>b\.? ?c\.?(?: ?e\.?)?|a\.? ?d\.?|c\. ?e\.?|ce))"
#: what follows two figures that are a year, and no title in quotation marks
ALONE = r"(?=[.,;:)!?]|$| (?:and|but|or|when|after|before|he|she|they|the|it|at|by|with|in)\b)"
#: what follows a year of three figures, and no number of something
BY_ITSELF = (
    r"(?= ?(?:[.,;:)]|$|(?:an?|in|after|before|during|while|the|his|her|their|he|she|they|it|at|by|with|when|and the)\b))"
)


@en.rule("(?:(?:the )?(?:fiscal (?:year )?|calendar (?:year )?|years? ))?{year}", example="fiscal 2014")
def year_alone(year: int) -> Calendar:
    return Calendar(year)


@en.rule("(?:ca?\\.? |circa )?{any_year}" + ERA, example="493 BC")
def year_era(any_year: int, era_: str) -> Calendar:
    return Calendar(astronomical(any_year, era_))


@en.rule("(?:a\\.?d\\.? |the year ){any_year}", example="AD 79")
def era_year(any_year: int) -> Calendar:
    return Calendar(any_year)


@en.rule("(?:in|of|since|by|until|before|after|from|to|and|season|year) (?P<core>'{yy})" + ALONE, example="in '95")
def year_short(yy: int) -> Calendar:
    return Calendar(full_year(yy))


@en.rule(r"(?:{day} )?{month} (?P<year_>[2-9]\d\d)" + BY_ITSELF, example="25 December 800")
def month_year_of_old(day: int | None, month: int, year_: str) -> Calendar:
    return Calendar(int(year_), month, day)


@en.rule("(?:{day} )?{month} {any_year}" + ERA, example="April 480 BC")
def month_year_era(day: int | None, month: int, any_year: int, era_: str) -> Calendar:
    return Calendar(astronomical(any_year, era_), month, day)


@en.rule("(?:the )?(?P<first_>(?:1[0-9]|20)\\d0)'?s", example="the 1990s")
def decade(first_: str) -> Decade:
    return Decade(int(first_))


@en.rule("(?:the )?(?P<first_>[1-9]\\d?0)'?s" + ERA, example="the 470s BC")
def decade_era(first_: str, era_: str) -> Decade:
    return Decade(astronomical(int(first_), era_))


@en.rule("(?:the )?'?(?P<tens_>[1-9]0)'?s", example="the '80s")
def decade_short(tens_: str) -> Decade:
    return Decade(int(tens_), short=True)


@en.rule("the (?:nineteen[ -])?{tens}", example="the nineties")
def decade_words(tens: int) -> Decade:
    return Decade(tens, short=True)


@en.rule("(?:the )?{nth}[ -]century" + f"{ERA}?", example="the 20th century")
def century(nth: int, era_: str | None) -> Meaning:
    return Century(nth, bc=_before(era_))


def full_year(two_figures: int) -> int:
    """The year that two figures stand for: 51 to 99 are of the last century."""
    return two_figures + (1900 if two_figures > 50 else 2000)


def astronomical(year: int, era: str) -> int:
    """The astronomical year of one with its era: 480 BC is -479."""
    return 1 - year if _before(era) else year


def _before(era: str | None) -> bool:
    return bool(era) and str(era).startswith("b")
