"""A page of the site, before it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..shown import EventView
from ..some import Some
from ..views import heaviest

#: as many events a list shows at most; where there are more, the heaviest, and the filters show all
SHOWN = 300


@dataclass(frozen=True, slots=True)
class Page:
    """A page to write: where (a path that ends in "/", or a file), by which template, with what.

    ``made_of`` is what it shows beside what a fingerprint of its context holds: how often an actor acts, say.
    """

    path: str
    template: str
    context: dict[str, Any]
    made_of: tuple[Any, ...] = ()

    @property
    def file(self) -> str:
        """The file that it is written to."""
        return _file(self.path)

    def page(self) -> Page:
        """The page itself."""
        return self


@dataclass(frozen=True, slots=True)
class Later:
    """A page of a kind of which there are many: put together whenever it is asked for, as all at once would fill the memory.
    ``make`` makes the pages of its kind, each of what it is ``about``."""

    path: str
    template: str
    make: Callable[[Any], Page]
    about: Any

    @property
    def file(self) -> str:
        """The file that it is written to."""
        return _file(self.path)

    def page(self) -> Page:
        """The page, made anew."""
        return self.make(self.about)


def _file(path: str) -> str:
    return path if path.endswith(".html") else f"{path}index.html"


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


def listing(events: Some[EventView], scope: str, shown: int = SHOWN) -> Listing:
    """A listing of these events, or of the heaviest of them where there are too many for a page."""
    return Listing(heaviest(events, shown), len(events), scope)


def neighbours(items: Sequence[Any]) -> Iterator[tuple[Any, Any, Any]]:
    """Each item with the one before and the one after, or None at the ends."""
    if not items:
        return iter(())
    return zip([None, *items[:-1]], items, [*items[1:], None], strict=True)
