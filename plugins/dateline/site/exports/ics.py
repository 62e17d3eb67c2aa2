"""iCalendar: events that have a day, as all-day entries that can be subscribed to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain
from typing import Any

import icalendar

from ..views import EventView, Views
from ..when import WhenView
from .rows import Content
from .spans import in_calendar
from .wording import address, clean, sentence


def write(views: Views, settings: Mapping[str, Any]) -> Iterator[tuple[str, Content]]:
    """``data/events.ics``: events with a day, a month or a year, each over the days it may have been.

    iCalendar knows the years from 1 to 9999; what was before or comes after is left out.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Dateline//news timelines//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", clean(settings["SITENAME"]))
    entries = (_entry(e, e.when, settings).to_ical() for e in views.events if e.when and in_calendar(e))
    head, end, rest = calendar.to_ical().rpartition(b"END:VCALENDAR")
    yield "data/events.ics", chain((head,), entries, (end + rest,))


def _entry(event: EventView, when: WhenView, settings: Mapping[str, Any]) -> icalendar.Event:
    entry = icalendar.Event()
    entry.add("uid", f"{event.id}@dateline")
    entry.add("dtstamp", datetime.combine(date.fromisoformat(event.evidence[0].article.date_iso), time(), UTC))
    entry.add("dtstart", date.fromisoformat(when.first))
    entry.add("dtend", _day_after(when.last))
    entry.add("summary", clean(event.summary))
    entry.add("description", _description(event))
    if url := address(settings, event.url):
        entry.add("url", url)
    return entry


def _description(event: EventView) -> str:
    article = event.evidence[0].article
    told = ", ".join(part for part in (clean(article.title), article.date_words) if part)
    return "\n".join(line for line in (sentence(event), told) if line)


def _day_after(iso: str) -> date:
    day = date.fromisoformat(iso)
    return day + timedelta(days=1) if day < date.max else day
