"""The page of each event, and those that lead to one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..views import Views
from .page import Later, Page


def each_event(views: Views) -> Iterator[Later]:
    """A page for each event, with those before and after it in time, and what its actors did before and after."""
    make = partial(_event, views)
    return (Later(event.url, "event", make, number) for number, event in enumerate(views.events))


def _event(views: Views, number: int) -> Page:
    event, last = views.events[number], len(views.events) - 1
    earlier, later = views.around(event)
    before = views.events[number - 1] if number else None
    after = views.events[number + 1] if number < last else None
    return Page(event.url, "event", {"event": event, "previous": before, "next": after, "earlier": earlier, "later": later})


def moved(views: Views) -> Iterator[Page]:
    """Where an event's page was, one that leads to where it is."""
    for path, event in sorted(views.moved.items()):
        yield Page(path, "moved", {"event": event})
