"""Lengths of time, and times that come again."""

from ....dates.values import Duration, Repeat
from ..grammar import WORDS, en

COUNTED = {"day": "P1D", "week": "P1W", "month": "P1M", "quarter": "P1Q", "year": "P1Y", "weekend": "XXXX-WXX-WE"}


@en.rule(
    "(?:the (?:(?:last|past|next|first|coming|previous|following|final|latest) )?|(?:last|past|next|first) )?"
    "{n} (?:more |full |straight |consecutive |additional |trading )?{units}(?! old)",
    example="the past two years",
)
def length(n: float | None, units: str) -> Duration | None:
    return Duration(n, units) if n != 1 or units not in {"second", "quarter"} else None


@en.rule("{n}-{units}(?:-long)?(?!-old)", example="two-year")
def length_hyphened(n: float | None, units: str) -> Duration | None:
    return Duration(n, units) if units != "quarter" and units != "quarters" else None


@en.rule("{many}", example="weeks")
def many(many: str) -> Duration:
    return Duration(None, many)


@en.rule("(?:the )?(?:next|last|past|first) (?:few|several) {many}", example="the next few days")
def many_near(many: str) -> Duration:
    return Duration(None, many)


@en.rule("{regular}", example="daily")
def regular(regular: str) -> Repeat:
    return Repeat(regular)


@en.rule("(?:every|each|per) {unit}", example="every day")
def every_unit(unit: str) -> Repeat | None:
    return Repeat(COUNTED[unit]) if unit in COUNTED else None


@en.rule("(?:every|each) {weekday}", example="each Thursday")
def every_weekday(weekday: int) -> Repeat:
    return Repeat(f"XXXX-WXX-{weekday}")


@en.rule("{weekdays}", example="Sundays")
def weekdays(weekdays: int) -> Repeat:
    return Repeat(f"XXXX-WXX-{weekdays}")


@en.rule("{weekday} (?P<part_>morning|afternoon|evening|night)s", example="Tuesday nights")
def weekday_parts(weekday: int, part_: str) -> Repeat:
    return Repeat(f"XXXX-WXX-{weekday}{WORDS['part'][part_]}")


@en.rule("(?:every|each) {month}", example="each July")
def every_month(month: int) -> Repeat:
    return Repeat(f"XXXX-{month:02}")


@en.rule("(?:every|each) {season}", example="each winter")
def every_season(season: str) -> Repeat:
    return Repeat(f"XXXX-{season}")
