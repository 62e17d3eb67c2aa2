"""Pieces that are counted from the ends of a month or a year: the first Tuesday in November, the last week of June."""

from ....dates.values import Calendar, DayOfMonth, HalfOfMonth, Meaning, Near, NthDays, NthWeekday
from ..grammar import en

NTH = "(?:(?:the )?{nth}|the (?:very )?(?P<last_>last|final))"
OF = r" (?:of|in) (?:{month}(?:,? (?:of )?{year})?(?! \d\d?\b)|(?:the )?{which} {unit}|the {unit2})"
#: nothing follows that the number could count
CLOSED = r"(?=\s*(?:[.;:)\"”]|$|when\b|after\b|as\b))"
SATURDAY = 6


@en.rule(NTH + " {weekday}" + OF, example="the first Tuesday in November")
def weekday_of_month(weekday: int, **said: int | str | None) -> Meaning:
    return NthWeekday(_number(said), weekday, _whole(said))


@en.rule(NTH + " weekend" + OF, example="the first weekend of July")
def weekend_of_month(**said: int | str | None) -> Meaning:
    return NthWeekday(_number(said), SATURDAY, _whole(said), weekend=True)


@en.rule(NTH + " (?P<piece_>week|day)" + OF, example="the last week of June")
def piece_of_month(piece_: str, **said: int | str | None) -> Meaning:
    return NthDays(_number(said), 7 if piece_ == "week" else 1, _whole(said))


@en.rule(r"(?:the )?(?P<last_>first|last) {n} (?P<piece_>days|weeks)" + OF, example="the first ten days of May")
def first_days(n: float | None, piece_: str, last_: str, **said: int | str | None) -> Meaning | None:
    days = int(n or 0) * (7 if piece_ == "weeks" else 1)
    return NthDays(1 if last_ == "first" else -1, days, _whole(said)) if days else None


@en.rule("(?:the )?(?P<half_>first|second|latter) half of {month}(?:,? {year})?", example="the first half of June")
def half_of_month(half_: str, month: int, year: int | None) -> Meaning:
    return HalfOfMonth(1 if half_ == "first" else 2, Calendar(year, month))


@en.rule(r"(?:on|by|until|since) (?P<core>the (?P<day_>[1-3]?\d)(?:st|nd|rd|th))" + CLOSED, example="on the 7th")
def day_alone(day_: str) -> Meaning | None:
    return DayOfMonth(int(day_)) if 1 <= int(day_) <= 31 else None


def _number(said: dict[str, int | str | None]) -> int:
    nth = said["nth"]
    return nth if isinstance(nth, int) else -1


def _whole(said: dict[str, int | str | None]) -> Meaning:
    """The time that it is a piece of."""
    month, year, unit = said["month"], said["year"], said["unit"] or said["unit2"]
    if isinstance(month, int):
        return Calendar(year if isinstance(year, int) else None, month)
    which = said["which"]
    return Near(str(unit), which if isinstance(which, int) else 0)
