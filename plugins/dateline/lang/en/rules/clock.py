"""Time of day."""

from ....dates.values import Calendar, Clock, Meaning, Near, PartOfDay, Weekday
from ..grammar import en

ZONE = r"(?: (?:e[sd]?t|c[sd]t|m[sd]t|p[sd]t|gmt|utc|bst|cet|local time))?"
HALF = r"(?P<half>a\.?m\.?|p\.?m\.?)"
DAY = r"(?:,? (?:on )?(?:(?P<near>today|yesterday|tomorrow)|{weekday}|{month} {day}))?"


@en.rule("{hour}(?::{minute})? ?" + HALF + ZONE + DAY, example="7:30 p.m. ET Tuesday")
def clock_half(
    hour: int, minute: int | None, half: str, near: str | None, weekday: int | None, month: int | None, day: int | None
) -> Clock | None:
    if not 1 <= hour <= 12:
        return None
    return Clock(hour % 12 + (12 if half.startswith("p") else 0), minute or 0, _day(near, weekday, month, day))


@en.rule("{hour}:{minute}" + ZONE.removesuffix("?") + DAY, example="15:00 GMT Saturday")
def clock_full(hour: int, minute: int, near: str | None, weekday: int | None, month: int | None, day: int | None) -> Clock:
    return Clock(hour, minute, _day(near, weekday, month, day))


@en.rule("(?P<noon>noon|midday|midnight) {weekday}", example="noon Thursday")
def noon_weekday(noon: str, weekday: int) -> Clock:
    return Clock(24 if noon == "midnight" else 12, 0, Weekday(weekday))


@en.rule("(?:the )?(?:early )?{part}(?: hours)? of {day} {month}(?:,? {year})?", example="the night of 8 February 1904")
def part_of_day_month(part: str, day: int, month: int, year: int | None) -> PartOfDay:
    return PartOfDay(part, Calendar(year, month, day))


@en.rule("(?:the )?(?:early )?{part}(?: hours)? of {month} {day}(?:,? {year})?", example="the night of May 13")
def part_of_month_day(part: str, day: int, month: int, year: int | None) -> PartOfDay:
    return PartOfDay(part, Calendar(year, month, day))


def _day(near: str | None, weekday: int | None, month: int | None, day: int | None) -> Meaning:
    if weekday:
        return Weekday(weekday)
    if month and day:
        return Calendar(None, month, day)
    return Near("day", {"yesterday": -1, "tomorrow": 1}.get(near or "", 0))
