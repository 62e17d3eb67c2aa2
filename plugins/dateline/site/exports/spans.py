"""From when to when an event was, each end as precise as it is known and no more."""

from __future__ import annotations

from ..days import last_day, parts
from ..views import EventView

#: the years that Python's dates, and iCalendar's, can be of
FIRST_YEAR, LAST_YEAR = 1, 9999


def span(event: EventView) -> tuple[str, str] | None:
    """Two ISO prefixes, the same twice where one says it all; None for an undated event.

    "2014" gives ("2014", "2014"); from 1 January to 30 April 2023, ("2023-01", "2023-04").
    """
    when = event.when
    if when is None:
        return None
    if when.precision != "range":
        return when.iso, when.iso
    if when.first.endswith("-01-01") and when.last.endswith("-12-31"):
        return when.first[:-6], when.last[:-6]
    if when.first.endswith("-01") and when.last == last_day(when.last[:-3]):
        return when.first[:-3], when.last[:-3]
    return when.first, when.last


def in_calendar(event: EventView) -> bool:
    """Whether the event has days, and all of them in years from 1 to 9999."""
    when = event.when
    return when is not None and parts(when.first)[0] >= FIRST_YEAR and parts(when.last)[0] <= LAST_YEAR
