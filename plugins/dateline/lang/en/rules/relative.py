"""Times told from another: from the day of publication ("last week"), or from the time last spoken of ("two days later")."""

from ....dates.values import Calendar, Duration, Meaning, MonthOf, Near, PartOfDay, QuarterOf, Season, Shift, Weekday
from ..grammar import WORDS, en


@en.rule("{weekday}", example="Friday")
def weekday(weekday: int) -> Weekday:
    return Weekday(weekday)


@en.rule("(?P<which>last|next|this|this coming|this past|the previous|the following) {weekday}", example="last Friday")
def weekday_which(which: str, weekday: int) -> Weekday:
    return Weekday(weekday, _side(which))


@en.rule("{nearby}", example="yesterday")
def nearby(nearby: int) -> Near:
    return Near("day", nearby)


@en.rule("the day before yesterday", example="the day before yesterday")
def before_yesterday() -> Near:
    return Near("day", -2)


@en.rule("(?:the )?(?P<which>last|next|this|current|the current|this past) (?:fiscal )?{unit}", example="last week")
def unit_which(which: str, unit: str) -> Near:
    return Near(unit, {"last": -1, "next": 1}.get(_side(which), 0))


@en.rule("(?:earlier|later|early|late) (?:in )?(?P<which>this|last|next|the) {unit}", example="earlier this month")
def within_unit(which: str, unit: str) -> Near:
    return Near(unit, {"last": -1, "next": 1}.get(which, 0))


@en.rule("the past {unit}", example="the past year")
def the_past_unit(unit: str) -> Near:
    return Near(unit, -1)


@en.rule("(?:the )?(?P<which>last|next|this|this past|this coming) {season}", example="last fall")
def season_which(which: str, season: str) -> Season:
    return Season(season, shift={"last": -1, "next": 1}.get(_side(which), 0))


@en.rule("(?P<which>last|next|this|this past|this coming) {month}", example="last May")
def month_which(which: str, month: int) -> Meaning:
    return Calendar(None, month, shift={"last": -1, "next": 1}.get(_side(which), 0))


@en.rule("{month},? (?:of )?(?P<which>last|this|next|that|the same) year", example="June last year")
def month_of_year(month: int, which: str) -> Meaning:
    year = Near("year", {"last": -1, "next": 1}.get(which, 0), "spoken" if which in {"that", "the same"} else "published")
    return MonthOf(month, year)


@en.rule("(?:that|the same|that same) {unit}", example="that year")
def same_unit(unit: str) -> Near:
    return Near(unit, 0, "spoken")


@en.rule("(?:later|earlier|early|late) (?:in )?that {unit}", example="later that year")
def within_that_unit(unit: str) -> Near:
    return Near(unit, 0, "spoken")


@en.rule("the (?:next|following|subsequent) {unit}", example="the next day")
def following_unit(unit: str) -> Near:
    return Near(unit, 1, "spoken")


@en.rule("the (?:previous|preceding) {unit}", example="the previous year")
def previous_unit(unit: str) -> Near:
    return Near(unit, -1, "spoken")


@en.rule("the {unit} before(?! last)", example="the day before")
def unit_before(unit: str) -> Near:
    return Near(unit, -1, "spoken")


@en.rule("the {unit} after", example="the day after")
def unit_after(unit: str) -> Near:
    return Near(unit, 1, "spoken")


@en.rule("{n} {units} ago", example="two years ago")
def ago(n: float | None, units: str) -> Meaning:
    return Shift(n, units, -1)


@en.rule("{many} ago", example="months ago")
def many_ago(many: str) -> Shift:
    return Shift(None, many, -1)


@en.rule("{n} {units} (?:earlier|before|previously)", example="a year earlier")
def earlier(n: float | None, units: str) -> Shift:
    return Shift(n, units, -1, "spoken")


@en.rule("{n} {units} (?:later|afterwards?|thereafter)", example="two days later")
def later(n: float | None, units: str) -> Shift:
    return Shift(n, units, 1, "spoken")


@en.rule(
    "(?:the )?(?:comparable |corresponding )?year-(?:earlier|ago)(?: period| quarter| month| {nth} quarter)?",
    example="year-earlier",
)
def year_earlier(nth: int | None) -> Meaning:
    return Shift(1, "year", -1)


@en.rule("(?P<which>this|last|next) year['’]s {nth} quarter", example="this year's third quarter")
def quarter_of_year(which: str, nth: int) -> Meaning:
    return QuarterOf(nth, Near("year", {"last": -1, "next": 1}.get(which, 0)))


@en.rule("(?:(?P<which>last|next|this|that) )?{weekday} {part}", example="Friday night")
def weekday_part(which: str | None, weekday: int, part: str) -> PartOfDay:
    return PartOfDay(part, Weekday(weekday, "" if which in {None, "that"} else which or ""))


@en.rule("(?:{nearby} {part}|(?P<which>this|last|that) (?P<part2>morning|afternoon|evening|night))", example="this morning")
def part_nearby(nearby: int | None, part: str | None, which: str | None, part2: str | None) -> PartOfDay:
    if part is not None:
        return PartOfDay(part, Near("day", nearby or 0))
    day = Near("day", -1 if which == "last" else 0, "spoken" if which == "that" else "published")
    return PartOfDay(WORDS["part"][part2], day)


@en.rule("(?P<word>tonight|overnight)", example="tonight")
def tonight(word: str) -> PartOfDay:
    return PartOfDay("TNI", Near("day", 0))


@en.rule("the (?:next|following) {part}", example="the next morning")
def next_part(part: str) -> PartOfDay:
    return PartOfDay(part, Near("day", 1, "spoken"))


@en.rule("the (?P<which>latest|current|quarter) ?(?:quarter|period)?", example="the latest quarter")
def the_quarter(which: str) -> Near:
    return Near("quarter", -1 if which != "current" else 0)


@en.rule("(?:the )?year[- ]end", example="year-end")
def year_end() -> Calendar:
    return Calendar(None, 12, 31)


@en.rule("(?:the )?weekend", example="the weekend")
def weekend() -> Near:
    return Near("weekend", -1)


@en.rule("(?:the )?(?:coming|past|recent) {many}", example="recent years")
def recent_many(many: str) -> Meaning:
    return Duration(None, many)


def _side(which: str) -> str:
    word = which.split()[-1]
    return {
        "past": "last",
        "previous": "last",
        "earlier": "last",
        "coming": "next",
        "following": "next",
        "current": "this",
    }.get(word, word)
