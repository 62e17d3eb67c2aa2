"""On this day: what happened on each day of the year, whatever the year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..days import day_of_year, month_words
from ..shown import EventView
from ..views import Views, heaviest, split
from .page import Page

URL = "on-this-day/"
#: as many events stand under one day
TOP = 20


@dataclass(frozen=True, slots=True)
class Anniversary:
    """A day of the year ("05-08") with its events, in order of time."""

    iso: str
    words: str
    events: Sequence[EventView]
    count: int

    @property
    def url(self) -> str:
        return f"{URL}{self.iso[:2]}/#d{self.iso}"


def anniversaries(views: Views) -> Iterator[Page]:
    """The calendar of a year, and a page for each month of it with events."""
    days = split(views.dated, lambda when: when.iso[-5:] if when.precision == "day" else "")
    days.pop("", None)
    found = [
        Anniversary(iso, day_of_year(int(iso[:2]), int(iso[3:]), views.locale), heaviest(events, TOP), len(events))
        for iso, events in sorted(days.items())
    ]
    months = [
        {"number": f"{n:02}", "words": month_words(n, views.locale), "days": [d for d in found if d.iso[:2] == f"{n:02}"]}
        for n in range(1, 13)
    ]
    yield Page(URL, "on_this_day", {"months": months})
    for month in months:
        if month["days"]:
            yield Page(f"{URL}{month['number']}/", "on_this_day_month", {"month": month})
