"""Times of the clock, with their day and zone."""

from typing import Any

from ....dates.values import Calendar, Clock, Meaning, Near, Numeric, SameDay, Series, Weekday
from ..grammar import en
from .days import DAY_ON

CLOCK = r"(?:{hour}(?:[:.]{minute})? ?(?P<half_>a\.?m\.?|p\.?m\.?)|{hour2}:{minute2}|{noon})"
ZONE = r"(?: ?\(?{zone}\)?| \w+ time)?"
NAMED = DAY_ON + "(?:{month} {day}|{day2} {month2})(?:,? {year})?|{d}/{d2}/{year2}"
#: the same time elsewhere, in brackets
ELSEWHERE = r"\(\d\d\d\d \w+\)"
BEHIND = f"(?:,? (?:on )?(?:{{nearby}}|{NAMED}|{{weekday}}))?"
BEFORE = f"(?:{{nearby}}|{NAMED}|{{weekday}}),? (?:at |around |by |about )?"


@en.rule(CLOCK + ZONE + "(?: ?" + ELSEWHERE + ")?" + BEHIND, example="7:30 p.m. ET Tuesday")
def clock(zone: str | None, **said: Any) -> Clock | None:
    return _clock(zone, **said)


@en.rule(BEFORE + CLOCK + ZONE, example="Tuesday at 7:30 p.m. ET")
def day_clock(zone: str | None, **said: Any) -> Clock | None:
    return _clock(zone, **said)


@en.rule(
    r"(?:from|between) (?P<core>(?P<first>{hour}(?:[:.]{minute})?(?: ?(?P<half_>a\.?m\.?|p\.?m\.?))?)"
    "(?: to | and | until | till | ?[-–—] ?)"
    r"(?P<last>{hour2}(?:[:.]{minute2})? ?(?P<half2_>a\.?m\.?|p\.?m\.?)" + ZONE + BEHIND + "))",
    example="from 7 a.m. to 8 p.m. on Sunday",
)
def clock_to_clock(
    hour: int, minute: int | None, half_: str | None, hour2: int, minute2: int | None, half2_: str, zone: str | None,
    **day: int | None,
) -> Series | None:  # fmt: skip
    if not (1 <= hour <= 12 and 1 <= hour2 <= 12):
        return None
    begins = _of_24(hour, "am" if half_ is None and hour % 12 > hour2 % 12 else half_ or half2_)
    ends = _of_24(hour2, half2_)
    overnight = begins >= ends
    if overnight and (half_ is None or any(day.values())):
        return None
    last = Near("day", 1, "spoken") if overnight else _day(**day)
    return Series(Clock(begins, minute or 0, _day(**day), zone), Clock(ends, minute2 or 0, last, zone), span=False)


@en.rule("{hour}{minute}(?: hours)? {zone}" + BEHIND, example="0735 GMT Friday")
def clock_of_four_figures(hour: int, minute: int, zone: str, **day: int | None) -> Clock:
    return Clock(hour, minute, _day(**day), zone)


@en.rule(BEFORE + r"{hour}\.?{minute}(?: hours)? {zone}", example="5 May, 0735 GMT")
def day_clock_of_four_figures(hour: int, minute: int, zone: str, **day: int | None) -> Clock:
    return Clock(hour, minute, _day(**day), zone)


@en.rule(
    "{hour}{minute}(?: hours)? local time(?: ?" + ELSEWHERE + ")?" + BEHIND, example="1653 local time (2153 GMT) on Tuesday"
)
def clock_of_the_place(hour: int, minute: int, **day: int | None) -> Clock:
    return Clock(hour, minute, _day(**day))


@en.rule("{hour}{minute}(?: hours)? ?" + ELSEWHERE + BEHIND, example="1653 (2153 GMT) on Tuesday")
def clock_and_elsewhere(hour: int, minute: int, **day: int | None) -> Clock:
    return Clock(hour, minute, _day(**day))


@en.rule("{hour}(?::{minute}| o'clock)? in the (?P<half_>morning|afternoon|evening)" + BEHIND, example="4 in the morning")
def clock_in_part(hour: int, minute: int | None, half_: str, **day: int | None) -> Clock | None:
    return Clock(_of_24(hour, half_), minute or 0, _day(**day)) if 1 <= hour <= 12 else None


def _clock(
    zone: str | None, *, hour: int | None, minute: int | None, half_: str | None, hour2: int | None, minute2: int | None,
    noon: int | None, **day: int | None,
) -> Clock | None:  # fmt: skip
    if half_ and hour is not None:
        return Clock(_of_24(hour, half_), minute or 0, _day(**day), zone) if 1 <= hour <= 12 else None
    return Clock(noon or hour2 or 0, minute2 or 0, _day(**day), zone)


def _of_24(hour: int, half: str) -> int:
    return hour % 12 + (0 if half.startswith(("a.", "am", "m")) else 12)


def _day(
    *, nearby: int | None, weekday: int | None, month: int | None, day: int | None, month2: int | None, day2: int | None,
    year: int | None, d: int | None, d2: int | None, year2: int | None,
) -> Meaning:  # fmt: skip
    """The day that stands beside the time, else that of the sentence."""
    if nearby is not None:
        return Near("day", nearby)
    if weekday:
        return Weekday(weekday)
    if d and d2 and year2:
        return Numeric(d, d2, year2)
    return Calendar(year, month or month2, day or day2) if month or month2 else SameDay()
