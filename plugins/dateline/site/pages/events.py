"""The page of each event, and those that lead to one."""

from __future__ import annotations

from collections.abc import Iterator

from ..views import Views
from .page import Page, neighbours


def each_event(views: Views) -> Iterator[Page]:
    """A page for each listed event, with what its actors did before and after and its neighbours in time; and for those that
    were published before."""
    for before, event, after in neighbours(views.events):
        earlier, later = views.around(event)
        yield Page(event.url, "event", {"event": event, "previous": before, "next": after, "earlier": earlier, "later": later})
    for event in (one for one in views.unlisted if one.has_page):
        yield Page(event.url, "event", {"event": event, "previous": None, "next": None, "earlier": [], "later": []})


def moved(views: Views) -> Iterator[Page]:
    """Where an event's page was, one that leads to where it is."""
    for path, event in sorted(views.moved.items()):
        yield Page(path, "moved", {"leads_to": event.url, "called": event.summary})
