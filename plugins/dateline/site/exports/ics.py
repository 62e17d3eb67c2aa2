"""iCalendar: events that have a day, as all-day entries that can be subscribed to."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import icalendar

from ..views import EventView, Views


def write(views: Views, settings: dict[str, Any]) -> bytes:
    """``data/events.ics``: events with a day, a month or a year, each over the days it may have been."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Dateline//news timelines//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", settings["SITENAME"])
    for view in views.events:
        if view.when:
            calendar.add_component(_entry(view, settings["SITEURL"]))
    return bytes(calendar.to_ical())


def _entry(view: EventView, site: str) -> icalendar.Event:
    when, article = view.event.when, view.evidence[0].article
    assert when is not None
    entry = icalendar.Event()
    entry.add("uid", f"{view.id}@dateline")
    entry.add("dtstamp", datetime.combine(date.fromisoformat(article.date_iso), time(), UTC))
    entry.add("dtstart", date.fromisoformat(when.from_ or ""))
    entry.add("dtend", _day_after(when.to or ""))
    entry.add("summary", view.summary)
    entry.add("description", f"{view.event.reports[0].sentence}\n{article.title}, {article.date_words}")
    if site.startswith("http"):
        entry.add("url", f"{site}/{view.url}")
    return entry


def _day_after(iso: str) -> date:
    day = date.fromisoformat(iso)
    return day + timedelta(days=1) if day < date.max else day
