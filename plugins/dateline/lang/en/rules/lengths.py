"""Lengths of time."""

from ....dates.values import Duration, InTime, Meaning, Vague
from ..grammar import en

#: the article before a length with a hyphen belongs to what is so long ("the eight-year war")
WHICH = (
    "(?:the (?:last|past|next|first|coming|previous|following|final|latest|preceding) |(?:last|past|next|first) "
    "|the (?!{:n}-))?"
)
OLD = "(?![- ]old| of age)"
#: nothing follows that the length could be of
CLOSED = r"(?=\s*(?:[.,;:)\"”]|$))"


@en.rule("(?:will|would|could|may|might|can|must|to) (?P<core>one {unit})", example="will one day")
def some_day(unit: str) -> Vague | None:
    return Vague("FUTURE_REF") if unit == "day" else None


@en.rule("in (?P<core>{n} {units})" + CLOSED, example="in three months")
def in_time(n: float | None, units: str) -> Meaning | None:
    return InTime(n, units) if n and units in {"day", "week", "month"} else None


@en.rule(
    WHICH + "{n}[ -](?:more |full |straight |consecutive |additional |trading |whole |long )?{units}(?:-long)?" + OLD,
    example="the past two years",
)
def length(n: float | None, units: str) -> Duration | None:
    if (n == 1 and units in {"second", "quarter"}) or (units == "quarter" and (n or 0) > 1000):
        return None
    return Duration(n, units)


@en.rule("{n} {units},?(?: and)? {n2} {units2}" + OLD, example="5 hours and 30 minutes")
def length_of_two_units(n: float | None, units: str, n2: float | None, units2: str) -> Duration | None:
    return Duration(n, units, Duration(n2, units2)) if units != units2 else None


@en.rule(r"(?P<hours_>\d{{1,2}}):(?P<minutes_>[0-5]\d):(?P<seconds_>[0-5]\d)(?:\.\d+)?", example="2:03:59")
def race_time(hours_: str, minutes_: str, seconds_: str) -> Duration:
    return Duration(int(hours_), "hour", Duration(int(minutes_), "minute", Duration(int(seconds_), "second")))


@en.rule("an? {units} and a half", example="a minute and a half")
def one_and_a_half(units: str) -> Duration:
    return Duration(1.5, units)


@en.rule("{many}(?:-long)?" + OLD, example="weeks")
def many(many: str) -> Duration:
    return Duration(None, many)


@en.rule("(?:the )?(?:next|last|first) {many}", example="the last weeks")
def many_near(many: str) -> Duration:
    return Duration(None, many)


@en.rule("{unit}-?long", example="day-long")
def unit_long(unit: str) -> Duration:
    return Duration(1, unit)


@en.rule("(?P<core>the (?:full |fiscal )*year) (?:ended|ending|ends|that ended)", example="the year ended")
def year_ended() -> Duration:
    return Duration(1, "year")


@en.rule("(?:for|in) (?P<core>(?:quite )?{open_length})", example="for some time")
def open_length(open_length: str) -> Vague:
    return Vague(open_length)
