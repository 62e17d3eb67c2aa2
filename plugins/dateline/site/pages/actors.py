"""The actors: all of them, and the page of each with its timeline and who is in it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import groupby

from ...model import Known
from ..band import Band
from ..days import year_iso
from ..shown import ActorView, EventView
from ..units import years_of
from ..views import Views
from .page import Page, listing
from .spans import span_url

KINDS = ("person", "organisation", "place", "group", "thing")
#: as many actors of a kind stand in the list of all; the others are reached through their events, and search
LISTED = 400
#: as many others stand in the table, and in the picture
ROWS, NODES = 30, 8
#: the picture's size, and how far its nodes lie from its middle, in its own units
WIDE, HIGH, REACH_X, REACH_Y = 340, 240, 68, 90


@dataclass(frozen=True, slots=True)
class Company:
    """Somebody in the same events: in how many, how many of them cooperative and hostile, and the page of the two."""

    actor: ActorView
    count: int
    cooperative: int
    hostile: int
    url: str

    @property
    def tone(self) -> str:
        if self.cooperative == self.hostile:
            return "neutral"
        return "cooperative" if self.cooperative > self.hostile else "hostile"


@dataclass(frozen=True, slots=True)
class Node:
    """One of an actor's company in the picture of who with whom; ``width`` is that of the line to it."""

    with_whom: Company
    x: float
    y: float
    width: float
    anchor: str


def actors(views: Views) -> Iterator[Page]:
    """All actors that take part in an event, by kind, the most active first."""
    found = sorted((a for a in views.actors.values() if a.count), key=lambda a: (-a.count, a.name))
    by_kind = {kind: [a for a in found if a.kind == kind] for kind in KINDS}
    groups = [{"kind": k, "actors": inside[:LISTED], "count": len(inside)} for k, inside in by_kind.items() if inside]
    yield Page("actors/", "actors", {"groups": groups})


def each_actor(views: Views) -> Iterator[Page]:
    """A page for each actor."""
    known = {k.name: k for k in views.desk.actors}
    return (_actor(views, known, actor) for actor in views.actors.values())


def moved_actors(views: Views) -> Iterator[Page]:
    """Where an actor's page was, one that leads to where it is."""
    for old, actor in views.moved_actors.items():
        yield Page(f"actors/{old}/", "moved", {"leads_to": actor.url, "called": actor.name})


def _actor(views: Views, known: Mapping[str, Known], actor: ActorView) -> Page:
    events = views.of_actor(actor.id)
    shown = listing(events, f"actor:{actor.id}")
    years = [{"iso": y, "events": list(es)} for y, es in groupby((e for e in shown.events if e.when), key=_year)]
    here = {str(year["iso"]) for year in years}
    company = with_whom(views, actor, events)
    context = {
        "actor": actor,
        "listing": shown,
        "years": years,
        "undated": [e for e in shown.events if not e.when],
        "company": company[:ROWS],
        "nodes": nodes(company[:NODES]),
        "size": (WIDE, HIGH),
        "band": Band(years_of(events, views.locale, _place(here, actor)), events),
        "known": known.get(actor.name),
    }
    return Page(actor.url, "actor", context)


def _year(event: EventView) -> str:
    return event.when.year_iso if event.when else ""


def _place(here: Set[str], actor: ActorView) -> Callable[[int], str]:
    """Where a year's events of an actor stand: on its own page, if that shows any of them."""

    def place(year: int) -> str:
        iso = year_iso(year)
        return f"{actor.url}#d{iso}" if iso in here else span_url(iso)

    return place


def with_whom(views: Views, actor: ActorView, events: Sequence[EventView]) -> list[Company]:
    """Who takes part in the same events, most often first."""
    counts: Counter[str] = Counter()
    tones: Counter[tuple[str, str]] = Counter()
    for event in events:
        for other in event.actors:
            if other.id != actor.id:
                counts[other.id] += 1
                tones[other.id, event.kind.tone] += 1
    return [
        Company(
            views.actors[i], n, tones[i, "cooperative"], tones[i, "hostile"], views.together.get(frozenset((i, actor.id)), "")
        )
        for i, n in sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    ]


def nodes(company: Sequence[Company]) -> list[Node]:
    """Where the others stand around an actor in the middle: on an oval, clockwise from the top."""
    most = max((c.count for c in company), default=1)
    found = []
    for n, one in enumerate(company):
        angle = 2 * math.pi * (n + 0.5) / len(company) - math.pi / 2
        x, y = WIDE / 2 + REACH_X * math.cos(angle), HIGH / 2 + REACH_Y * math.sin(angle)
        anchor = "start" if x > WIDE / 2 + 1 else "end"
        found.append(Node(one, round(x, 1), round(y, 1), round(1 + 5 * one.count / most, 1), anchor))
    return found
