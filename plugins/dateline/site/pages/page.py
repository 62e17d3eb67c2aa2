"""A page of the site, before it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..shown import EventView
from ..views import heaviest

#: as many events a list shows at most; where there are more, the heaviest, and the filters show all
SHOWN = 300


@dataclass(frozen=True, slots=True)
class Page:
    """A page to write: where (a path that ends in "/", or a file), by which template, with what."""

    path: str
    template: str
    context: dict[str, Any]

    @property
    def file(self) -> str:
        """The file that it is written to."""
        return self.path if self.path.endswith(".html") else f"{self.path}index.html"


@dataclass(frozen=True, slots=True)
class Listing:
    """Events to list, in order of time: those that are shown, and how many there are in all. ``scope`` names, for the filters,
    what all of them have in common ("actor:ann", "kind:AID"; empty for all events of the site)."""

    events: Sequence[EventView]
    total: int
    scope: str

    @property
    def whole(self) -> bool:
        return len(self.events) == self.total


def listing(events: Sequence[EventView], scope: str, shown: int = SHOWN) -> Listing:
    """A listing of these events, or of the heaviest of them where there are too many for a page."""
    return Listing(heaviest(events, shown), len(events), scope)


def neighbours(items: Sequence[Any]) -> Iterator[tuple[Any, Any, Any]]:
    """Each item with the one before and the one after, or None at the ends."""
    if not items:
        return iter(())
    return zip([None, *items[:-1]], items, [*items[1:], None], strict=True)
