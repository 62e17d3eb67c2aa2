"""Days of the week, and parts of days."""

from ....dates.values import Calendar, Near, PartOfDay, SameDay, Weekday, Within
from ..grammar import WORDS, en

MORNING = "TMO"
PART = "(?P<part_>morning|afternoon|evening|night)"


@en.rule(
    "{weekday}(?=(?:,? (?:and|or)|,| to| through| until|[-–—]) (?:on )?{weekday2} (?:of )?{which} week)",
    example="Tuesday to Friday last week",
)
def weekday_before_another(weekday: int, weekday2: int, which: int) -> Weekday | None:
    return Weekday(weekday, which, "week") if weekday < weekday2 else None


@en.rule(
    "{:weekday},? (?:the )?{day}(?=(?:,? (?:and|or)|,) {:weekday},? .{{0,24}}(?<=\\d) (?:of )?{month}(?:,? {year})?)",
    example="Monday 20, Tuesday 21 and Sunday 26 April",
)
def weekday_and_day_before_others(day: int, month: int, year: int | None) -> Calendar:
    return Calendar(year, month, day)


@en.rule("{weekday}", example="Friday")
def weekday(weekday: int) -> Weekday:
    return Weekday(weekday)


@en.rule("early (?:on )?{weekday}", example="early Friday")
def weekday_early(weekday: int) -> Within:
    return Within("START", Weekday(weekday, early=True))


@en.rule("{which} {weekday}(?:,? {month} {day})?", example="last Friday")
def weekday_which(which: int, weekday: int, month: int | None, day: int | None) -> Weekday | Calendar:
    return Calendar(None, month, day) if month else Weekday(weekday, which)


@en.rule("the {beside} {weekday}", example="the following Tuesday")
def weekday_beside(beside: int, weekday: int) -> Weekday:
    return Weekday(weekday, beside, "spoken")


@en.rule("{weekday} (?:of )?{which} week", example="Tuesday of next week")
def weekday_of_week(weekday: int, which: int) -> Weekday:
    return Weekday(weekday, which, "week")


@en.rule("(?:early |late )?(?:{which} |that )?{weekday}[ -]{part}", example="Friday night")
def weekday_part(which: int | None, weekday: int, part: str) -> PartOfDay:
    return PartOfDay(part, Weekday(weekday, which, early=part == MORNING))


@en.rule("(?:early |late )?{nearby} {part}|{part2} (?:on )?{nearby2}", example="yesterday morning")
def part_nearby(nearby: int | None, part: str | None, nearby2: int | None, part2: str | None) -> PartOfDay:
    return PartOfDay(part or part2 or "", Near("day", nearby or nearby2 or 0))


@en.rule("(?:early |late |earlier |later )?(?P<which_>this|last) " + PART, example="this morning")
def this_part(which_: str, part_: str) -> PartOfDay:
    return PartOfDay(WORDS["part"][part_], Near("day", -1 if which_ == "last" else 0))


@en.rule("(?:early |late |later )?that (?:same )?" + PART, example="that afternoon")
def that_part(part_: str) -> PartOfDay:
    return PartOfDay(WORDS["part"][part_], SameDay())


@en.rule("(?:early |late |later )?(?:in|during) (?P<core>the {part})", example="in the morning")
def the_part(part: str) -> PartOfDay:
    return PartOfDay(part, SameDay())


@en.rule("(?:by|until|since|at) (?P<core>(?:early |late )?{part})", example="by mid-afternoon")
def part_reached(part: str) -> PartOfDay | None:
    return PartOfDay(part, SameDay()) if part != "TNI" else None


@en.rule("the (?:next|following) {part}", example="the next morning")
def next_part(part: str) -> PartOfDay:
    return PartOfDay(part, Near("day", 1, "spoken"))


@en.rule("(?P<word_>tonight|overnight)", example="tonight")
def tonight(word_: str) -> PartOfDay:
    return PartOfDay("TNI", Near("day", 0))


@en.rule(
    "(?:the )?(?:early |small |wee |late )?{part}(?: hours)? of {day} {month}(?:,? {year})?",
    example="the night of 8 February 1904",
)
def part_of_day_month(part: str, day: int, month: int, year: int | None) -> PartOfDay:
    return PartOfDay(part, Calendar(year, month, day))


@en.rule(
    "(?:the )?(?:early |small |wee |late )?{part}(?: hours)? of {month} {day}(?:,? {year})?", example="the night of May 13"
)
def part_of_month_day(part: str, month: int, day: int, year: int | None) -> PartOfDay:
    return PartOfDay(part, Calendar(year, month, day))


@en.rule("(?:the )?(?:early|small|wee) hours of {weekday}(?: morning)?", example="the early hours of Thursday morning")
def early_hours(weekday: int) -> PartOfDay:
    return PartOfDay("TMO", Weekday(weekday))
