"""What an expression of time means, before anybody knows when it was written.

Every meaning has ``.resolve(context)``; the answer is a :class:`~dateline.dates.units.Resolved`, or None where the expression
means no time at all.
"""

from .base import Count, Meaning, Series, Told, Within, bare
from .clock import Clock, PartOfDay
from .lengths import Duration, Repeat, Vague
from .pieces import DayOfMonth, HalfOfMonth, NthDays, NthWeekday
from .places import Calendar, Century, Decade, Feast, Numeric, PartOfYear, Season
from .relative import (
    Holding,
    InTime,
    MonthOf,
    Near,
    QuarterOf,
    SameDay,
    SamePeriod,
    SeasonOf,
    Shift,
    ThatTime,
    TheSame,
    YearBack,
)
from .weekdays import Weekday, Weekend

__all__ = [
    "Calendar", "Century", "Clock", "Count", "DayOfMonth", "Decade", "Duration", "Feast", "HalfOfMonth", "Holding",
    "InTime", "Meaning", "MonthOf", "Near", "NthDays", "NthWeekday", "Numeric", "PartOfDay", "PartOfYear",
    "QuarterOf", "Repeat", "SameDay", "SamePeriod", "Season", "SeasonOf", "Series", "Shift", "ThatTime", "TheSame",
    "Told", "Vague", "Weekday", "Weekend", "Within", "YearBack", "bare",
]  # fmt: skip
