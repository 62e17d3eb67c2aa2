"""Times told from another: from the day of publication ("last week"), or from the time last spoken of ("two days later")."""

from ....dates.values import Meaning, Near, Series, Shift, ThatTime, Vague, Weekend
from ..grammar import en

#: nothing follows that the words before it could belong to
CLOSED = r"(?=\s*(?:[.,;:)\"”]|$))"


@en.rule("(?P<core>today)'s {generic}", example="today's world")
def todays_world(generic: str) -> Vague:
    return Vague(generic)


@en.rule("{nearby}", example="yesterday")
def nearby(nearby: int) -> Near:
    return Near("day", nearby)


@en.rule("(?:the )?day (?P<which_>before yesterday|after tomorrow)", example="the day before yesterday")
def two_days_away(which_: str) -> Near:
    return Near("day", -2 if which_.startswith("before") else 2)


@en.rule("(?:sometime )?(?:the )?{which} (?:fiscal |calendar )?{unit}(?: or so)?", example="last week")
def unit_which(which: int, unit: str) -> Near | None:
    if which == 0 and unit == "day":
        return None
    return Near(unit, which, "spoken" if (which, unit) == (1, "day") else "published")


@en.rule("(?:sometime )?(?:earlier|later|early|late) (?:in )?{which} {unit}", example="earlier this month")
def within_unit(which: int, unit: str) -> Near:
    return Near(unit, which)


@en.rule("(?:earlier|later|early|late) (?:in |on )(?:the |that |that same |the same )?{unit}", example="later in the year")
def within_the_unit(unit: str) -> Near:
    return Near(unit, 0, "spoken")


@en.rule("(?:that|the same|that same|this same) {unit}", example="that year")
def same_unit(unit: str) -> Near:
    return Near(unit, 0, "spoken")


@en.rule("(?:later|earlier|early|late) (?:that|the same)(?: same)? {unit}", example="later that year")
def within_that_unit(unit: str) -> Near:
    return Near(unit, 0, "spoken")


@en.rule("the (?:very )?{beside} {unit}", example="the following day")
def unit_beside(beside: int, unit: str) -> Near:
    return Near(unit, beside, "spoken")


@en.rule("the {unit} (?P<side_>before|after|following)" + CLOSED, example="the day before")
def unit_before_or_after(unit: str, side_: str) -> Near:
    return Near(unit, -1 if side_ == "before" else 1, "spoken")


@en.rule("the {unit} (?P<which_>before last|after next)", example="the week before last")
def unit_beyond(unit: str, which_: str) -> Near:
    return Near(unit, -2 if which_.startswith("before") else 2)


@en.rule("{n} {units}(?: or so)? ago(?: this week| this month)?", example="two years ago")
def ago(n: float | None, units: str) -> Meaning:
    return Shift(n, units, -1)


@en.rule("{n} {units} and a half (?P<way_>ago|later|earlier)", example="a year and a half ago")
def and_a_half(n: float | None, units: str, way_: str) -> Meaning | None:
    return Shift(n + 0.5, units, 1 if way_ == "later" else -1, "published" if way_ == "ago" else "spoken") if n else None


@en.rule("(?P<first>{n})(?:[-–]| to | or )(?P<last>{n2} {units} ago)", example="two or three weeks ago")
def ago_between(n: float | None, n2: float | None, units: str) -> Series | None:
    return Series(Shift(n, units, -1), Shift(n2, units, -1), span=False) if n and n2 else None


@en.rule("(?:{n} )?{many} ago", example="months ago")
def many_ago(n: float | None, many: str) -> Shift:
    return Shift(n, many, -1)


@en.rule("{n} {units} (?:from now|hence|from today)|in {n2} {units2}' time", example="two years from now")
def from_now(n: float | None, units: str | None, n2: float | None, units2: str | None) -> Shift:
    return Shift(n, units, 1) if units else Shift(n2, units2 or "day", 1)


@en.rule("{n} {units} (?:earlier|previously|before" + CLOSED + ")", example="a year earlier")
def earlier(n: float | None, units: str) -> Shift:
    return Shift(n, units, -1, "spoken")


@en.rule("{n} {units} (?:later|afterwards?|thereafter)", example="two days later")
def later(n: float | None, units: str) -> Shift:
    return Shift(n, units, 1, "spoken")


@en.rule("{n} {units} on(?=,)", example="eight years on, nobody")
def years_on(n: float | None, units: str) -> Shift:
    return Shift(n, units, 1, "spoken")


@en.rule("{many} (?P<way_>later|afterwards?|earlier|previously)", example="weeks later")
def many_away(many: str, way_: str) -> Shift:
    return Shift(None, many, -1 if way_ in {"earlier", "previously"} else 1, "spoken")


@en.rule("(?:by|until) (?P<core>{then})", example="by then")
def that_time(then: str) -> ThatTime:
    return ThatTime()


@en.rule("(?:the )?weekend", example="the weekend")
def weekend() -> Weekend:
    return Weekend()
