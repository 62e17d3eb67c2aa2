"""Choosing events: by actor, kind, place and time, as an article's ``[timeline ...]`` and a template's ``timeline()`` ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from ..events.schema import kinds
from .days import ISO, day_iso, day_number, last_day
from .shown import ActorView, EventView
from .views import Views, heaviest

KEYS = ("actor", "type", "place", "from", "to", "limit")


class Choice:
    """The events of a site, to choose from. Actors, places and kinds are given by id or by name."""

    def __init__(self, views: Views) -> None:
        self.views = views
        self.actors = _named(views.actors.values())
        self.kinds = {name.casefold(): k.id for k in kinds().values() for name in (k.plural, k.label, k.id)}

    def events(self, given: Mapping[str, object]) -> list[EventView]:
        """The events that fit all that is given, in order of time; with a limit, the heaviest. Raises ValueError, in words."""
        wanted = {key: str(value).strip() for key, value in given.items() if value not in (None, "")}
        for key in wanted:
            if key not in KEYS:
                raise ValueError(f"there is no {key!r} to choose by{_nearest(key, KEYS)}")
        found = self.views.events
        if "actor" in wanted:
            found = self.views.of_actor(self._actor(wanted["actor"]).id)
        if "place" in wanted:
            place = self._actor(wanted["place"])
            found = [event for event in found if place in event.where]
        if "type" in wanted:
            kind = self._kind(wanted["type"])
            found = [event for event in found if event.kind.id == kind]
        first, last = (_days(key, wanted[key])[side] if key in wanted else None for side, key in enumerate(("from", "to")))
        found = [event for event in found if _overlaps(event, first, last)]
        return list(heaviest(found, _limit(wanted["limit"]))) if "limit" in wanted else found

    def _actor(self, name: str) -> ActorView:
        if name.casefold() not in self.actors:
            raise ValueError(f"no actor is called {name!r}{_nearest(name, [a.name for a in self.views.actors.values()])}")
        return self.actors[name.casefold()]

    def _kind(self, name: str) -> str:
        if name.casefold() not in self.kinds:
            raise ValueError(f"no kind of event is called {name!r}{_nearest(name.upper(), kinds())}")
        return self.kinds[name.casefold()]


def _named(actors: Iterable[ActorView]) -> dict[str, ActorView]:
    """Actors by id, by name and by other names; a name that several share is that of who is in most events."""
    ordered = sorted(actors, key=lambda a: (-a.count, a.id))
    names = [
        *((a.id, a) for a in ordered),
        *((a.name, a) for a in ordered),
        *((alias, a) for a in ordered for alias in a.aliases),
    ]
    return {name.casefold(): actor for name, actor in reversed(names)}


def _days(key: str, text: str) -> tuple[int, int]:
    """The first and the last day of a year, month or day, as days since 1970. Raises ValueError, in words."""
    iso = text.replace(" ", "T").partition("T")[0]
    if not ISO.fullmatch(iso) or not day_iso(day_number(iso)).startswith(iso):
        raise ValueError(f"{key} is {text!r}: write it as 2020, 2020-05 or 2020-05-07")
    return day_number(iso), day_number(last_day(iso))


def _overlaps(event: EventView, first: int | None, last: int | None) -> bool:
    """Whether the event may lie between these days, both inclusive; what has no date lies nowhere."""
    if first is None and last is None:
        return True
    if event.when is None:
        return False
    begins, ends = event.when.days
    return (first is None or ends >= first) and (last is None or begins <= last)


def _limit(text: str) -> int:
    if not text.isdigit() or not int(text):
        raise ValueError(f"limit is {text!r}: give a whole number from 1 up")
    return int(text)


def _nearest(name: str, names: Iterable[str]) -> str:
    return f": did you mean {found[0]!r}?" if (found := get_close_matches(name, list(names), 1)) else ""
