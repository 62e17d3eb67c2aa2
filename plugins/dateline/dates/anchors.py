"""What an expression leans on: the day of publication, or the time last spoken of; and whether the text is a narrative."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from . import units
from .context import Context
from .grammar import Match
from .units import Day, Resolved
from .values import Calendar, Duration, Near, Numeric, PartOfYear, TheSame, Weekday, bare

#: how many years that are not the year of publication make a text a narrative, and how many times more than days told from it
YEARS, TIMES = 5, 4
#: meanings that name a period that figures are given for
PERIODS = (PartOfYear, TheSame)
#: units that carry a story along only where a sentence begins with them ("In 1941")
COARSE = frozenset({"year", "decade", "century"})
#: numbers of months that figures are given for, which belong to the running year
PART_YEARS = frozenset({6, 9})
#: how the languages of countries that write 2/3 for the second of March are called; others are named so as to know
DAY_FIRST, MONTH_FIRST = ("en-gb", "en-au", "en-ie", "en-nz", "en-in", "en-za"), ("en-us", "en-ph")


def is_narrative(matches: Sequence[Match], published: Day) -> bool:
    """Whether a text tells of other years by name far more often than of days told from its own date."""
    meanings = [bare(m.meaning) for m in matches]
    far = sum(isinstance(m, Calendar) and m.year is not None and abs(m.year - published.year) > 1 for m in meanings)
    near = sum(isinstance(m, Weekday) or (isinstance(m, Near) and m.of == "published") for m in meanings)
    return far >= YEARS and far > TIMES * near


def day_first(matches: Iterable[Match], lang: str) -> bool | None:
    """Whether 2/3 is the second of March: as a date of the same text shows, else as the article's language has it."""
    for meaning in (m.meaning for m in matches):
        if isinstance(meaning, Numeric) and max(meaning.one, meaning.two) > 12:
            return meaning.one > 12
    tag = lang.lower().replace("_", "-")
    return True if tag in DAY_FIRST else False if tag in MONTH_FIRST else None


def spoken_after(context: Context, match: Match, resolved: Resolved, *, opens: bool, aside: bool) -> Context:
    """The context for what comes next: a time that is fixed becomes the one last spoken of.

    ``opens``: the expression stands at the beginning of its sentence; ``aside``: it is told by the way.
    """
    meaning = bare(match.meaning)
    if isinstance(meaning, Duration) and meaning.unit in {"month", "quarter"} and (meaning.count or 0) in PART_YEARS:
        return replace(context, period=units.year(context.published.year))
    if resolved.first is None or resolved.type not in {"DATE", "TIME"}:
        return context
    if isinstance(meaning, PERIODS) or (isinstance(meaning, Near) and meaning.unit == "quarter"):
        context = replace(context, period=resolved)
    moves = not context.narrative or context.spoken is None or (not aside and (opens or resolved.unit not in COARSE))
    spoken, day = resolved if moves else context.spoken, resolved if resolved.unit == "day" else context.same_day
    return replace(context, said=resolved, spoken=spoken, same_day=day)
