"""Times that come again."""

from ....dates.values import Repeat
from ....dates.values.lengths import duration
from ..grammar import en

WEEKEND = "XXXX-WXX-WE"


@en.rule("{regular}", example="daily")
def regular(regular: str) -> Repeat:
    return Repeat(regular)


@en.rule(
    "(?:(?:every|each|per) (?:single )?|(?:once|twice|{:n} times) (?:an? |every |each |per )){unit}", example="twice a week"
)
def every_unit(unit: str) -> Repeat:
    return Repeat(WEEKEND if unit == "weekend" else duration(1, unit))


@en.rule("every (?:other|{n}) {units}", example="every two weeks")
def every_few_units(n: float | None, units: str) -> Repeat:
    return Repeat(duration(n or 2, units))


@en.rule("(?:every|each) {weekday}(?: {part})?|{weekdays}|{weekday2} {parts}", example="each Thursday")
def every_weekday(
    weekday: int | None, weekday2: int | None, weekdays: int | None, part: str | None, parts: str | None
) -> Repeat:
    return Repeat(f"XXXX-WXX-{weekday or weekday2 or weekdays}{part or parts or ''}")


@en.rule("(?:every|each) (?:{month}(?: {day})?|{season}|{part})", example="each winter")
def every_part_of_year(month: int | None, day: int | None, season: str | None, part: str | None) -> Repeat:
    if month:
        return Repeat(f"XXXX-{month:02}" + (f"-{day:02}" if day else ""))
    return Repeat(f"XXXX-{season}" if season else f"XXXX-XX-XX{part}")
