"""What an expression leans on: the day of publication, or the time last spoken of; and whether the text is a narrative."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from .grammar import Match
from .units import Resolved
from .values import Calendar, Context

#: how many years that are not the year of publication make a text a narrative, and how many times more than days told from it
YEARS, TIMES = 5, 4
QUARTER = re.compile(r"\d{4}-Q(\d)")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def is_narrative(matches: Sequence[Match], published: date) -> bool:
    """Whether a text tells of other years by name far more often than of days told from its own date."""
    calendar = [m.meaning for m in matches if isinstance(m.meaning, Calendar)]
    far = sum(c.year is not None and (c.era == "BC" or abs(c.year - published.year) > 1) for c in calendar)
    near = sum(m.rule in {"weekday", "weekday_which", "nearby", "unit_which"} for m in matches)
    return far >= YEARS and far > TIMES * near


def spoken_after(context: Context, resolved: Resolved) -> Context:
    """The context for what comes next: a time that is fixed becomes the one last spoken of."""
    if resolved.first is None or resolved.type not in {"DATE", "TIME"} or not DAY.fullmatch(resolved.first):
        return context
    quarter = QUARTER.fullmatch(resolved.value)
    spoken = date.fromisoformat(resolved.first)
    return replace(context, spoken=spoken, quarter=int(quarter[1]) if quarter else context.quarter)
