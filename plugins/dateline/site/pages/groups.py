"""Events that share a kind or a place: all kinds, all places, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator

from ...events.schema import kinds
from ..views import Views
from .page import Page, listing

#: as many places stand in the list of all, those with most events
LISTED = 600


def type_pages(views: Views) -> Iterator[Page]:
    """A page of all kinds of event, and one for each that there is."""
    found = [{"kind": kinds()[id], "url": f"types/{id.lower()}/", "count": len(es)} for id, es in views.by_kind.items()]
    yield Page("types/", "types", {"types": found})
    for id, events in views.by_kind.items():
        yield Page(f"types/{id.lower()}/", "type", {"kind": kinds()[id], "listing": listing(events, f"kind:{id}")})


def place_pages(views: Views) -> Iterator[Page]:
    """A page of all places where something happened, and one for each."""
    found = [{"place": views.actors[id], "url": f"places/{id}/", "count": len(es)} for id, es in views.by_place.items()]
    yield Page("places/", "places", {"places": found[:LISTED]})
    for id, events in views.by_place.items():
        yield Page(f"places/{id}/", "place", {"place": views.actors[id], "listing": listing(events, f"place:{id}")})
