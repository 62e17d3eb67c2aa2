"""iCalendar: events that have a day, as all-day entries that can be subscribed to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import chain
from typing import Any

import icalendar
from icalendar.prop import vText

from ..views import EventView, Views
from ..when import WhenView
from .rows import Content
from .spans import in_calendar
from .wording import address, clean, sentence

#: octets of a line without the space before it
ROOM = 74


def write(views: Views, settings: Mapping[str, Any]) -> Iterator[tuple[str, Content]]:
    """``data/events.ics``: events with a day, a month or a year, each over the days it may have been.

    iCalendar knows the years from 1 to 9999; what was before or comes after is left out.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Dateline//news timelines//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", clean(settings["SITENAME"]))
    entries = (_entry(e, e.when, settings) for e in views.events if e.when and in_calendar(e))
    head, end, rest = calendar.to_ical().rpartition(b"END:VCALENDAR")
    yield "data/events.ics", chain((head,), entries, (end + rest,))


def _entry(event: EventView, when: WhenView, settings: Mapping[str, Any]) -> bytes:
    """An entry, its parts in icalendar's own order. Not by its Event, which takes far longer, and there are many."""
    published = date.fromisoformat(event.articles[0].date_iso)
    url = address(settings, event.url)
    parts = (
        "BEGIN:VEVENT",
        f"SUMMARY:{_text(clean(event.summary))}",
        f"DTSTART;VALUE=DATE:{_day(date.fromisoformat(when.first))}",
        f"DTEND;VALUE=DATE:{_day(_day_after(when.last))}",
        f"DTSTAMP:{_day(published)}T000000Z",
        f"UID:{event.id}@dateline",
        f"DESCRIPTION:{_text(_description(event))}",
        *(["STATUS:CANCELLED"] if event.status == "cancelled" else []),
        *([f"URL:{url}"] if url else []),
        "END:VEVENT",
    )
    return b"".join(_folded(part) + b"\r\n" for part in parts)


def _folded(line: str) -> bytes:
    """A line in pieces of at most 75 octets (RFC 5545, 3.1); none ends within a character, or within an escape."""
    data, start, pieces = line.encode(), 0, []
    while len(data) - start > ROOM:
        end = start + ROOM
        while data[end] & 0b1100_0000 == 0b1000_0000:
            end -= 1
        piece = data[start:end]
        end -= (len(piece) - len(piece.rstrip(b"\\"))) % 2
        pieces.append(data[start:end])
        start = end
    return b"\r\n ".join([*pieces, data[start:]])


def _text(text: str) -> str:
    return vText(text).to_ical().decode()


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _description(event: EventView) -> str:
    article = event.articles[0]
    told = ", ".join(part for part in (clean(article.title), article.date_words) if part)
    reported = f"({event.when.said})" if event.when and event.when.is_reported else ""
    return "\n".join(line for line in (reported, sentence(event), told) if line)


def _day_after(iso: str) -> date:
    day = date.fromisoformat(iso)
    return day + timedelta(days=1) if day < date.max else day
