"""Pages that follow a story: storylines, relations of two actors, and kinds of event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..events.schema import Kind, kinds
from .page import Page
from .views import ActorView, EventView, Views

#: the sides of the picture of a relation, from the line outwards
SIDES = ("cooperative", "hostile")
ACTS = ("verbal", "material")


@dataclass(frozen=True, slots=True)
class StoryView:
    """A storyline: its title, what most of its events are, who is in it, and the events in order of time."""

    id: str
    title: str
    kind: Kind
    actors: tuple[ActorView, ...]
    events: tuple[EventView, ...]

    @property
    def url(self) -> str:
        return f"storylines/{self.id}/"

    @property
    def span(self) -> tuple[EventView, EventView]:
        """The first and the last event."""
        return self.events[0], self.events[-1]


@dataclass(frozen=True, slots=True)
class RelationView:
    """Two actors and their events together, in order of time."""

    one: ActorView
    two: ActorView
    events: tuple[EventView, ...]

    @property
    def url(self) -> str:
        return f"relations/{self.one.id}--{self.two.id}/"


@dataclass(frozen=True, slots=True)
class Year:
    """A year of a relation: how many events of each tone and act, and the bars that show them.

    ``at`` is its place in the picture. A bar is (tone, act, bottom, height) in units of one event; hostile ones lie below the
    line.
    """

    year: str
    at: int
    counts: dict[tuple[str, str], int]

    @property
    def bars(self) -> list[tuple[str, str, int, int]]:
        found = []
        for tone in SIDES:
            height = 0
            for act in ACTS:
                if count := self.counts.get((tone, act), 0):
                    found.append((tone, act, height if tone == "cooperative" else -height - count, count))
                    height += count
        return found

    def of(self, tone: str, act: str) -> int:
        """How many events of this tone and act."""
        return self.counts.get((tone, act), 0)


def stories(views: Views) -> list[StoryView]:
    """The storylines, the weightiest first."""
    by_id = {e.id: e for e in views.events}
    found = []
    for line in views.timeline.storylines:
        events = tuple(by_id[i] for i in line.events if i in by_id)
        actors = tuple(views.actors[a] for a in line.actors if a in views.actors)
        found.append(StoryView(line.id, line.title, kinds()[line.kind], actors, events))
    return found


def relations(views: Views) -> list[RelationView]:
    """The relations, those with most events first."""
    by_id = {e.id: e for e in views.events}
    known = (r for r in views.timeline.relations if r.one in views.actors and r.two in views.actors)
    found = [RelationView(views.actors[r.one], views.actors[r.two], tuple(by_id[i] for i in r.events)) for r in known]
    return sorted(found, key=lambda r: (-len(r.events), r.one.name, r.two.name))


def by_year(events: Sequence[EventView]) -> list[Year]:
    """The years of dated events, each with what they were."""
    counts: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for event in events:
        if event.when:
            counts[event.when.iso[:4]][event.kind.tone, event.kind.act] += 1
    return [Year(year, at, dict(found)) for at, (year, found) in enumerate(sorted(counts.items()))]


def storyline_pages(views: Views) -> Iterator[Page]:
    """A page of all storylines, and one for each."""
    found = stories(views)
    yield Page("storylines/", "storylines", {"stories": found, "relations": relations(views)[:30]})
    for story in found:
        yield Page(story.url, "storyline", {"story": story})


def relation_pages(views: Views) -> Iterator[Page]:
    """A page for each two actors that have one."""
    for relation in relations(views):
        years = by_year(relation.events)
        tops = [max((b[2] + b[3] for b in y.bars), default=0) for y in years]
        bottoms = [min((b[2] for b in y.bars), default=0) for y in years]
        context = {"relation": relation, "years": years, "top": max((*tops, 1)), "bottom": -min((*bottoms, -1))}
        yield Page(relation.url, "relation", context)


def type_pages(views: Views) -> Iterator[Page]:
    """A page of all kinds of event, and one for each that there is."""
    ranked = sorted(views.events, key=lambda e: e.kind.label)
    groups = [(kind, list(found)) for kind, found in groupby(ranked, key=lambda e: e.kind)] if ranked else []
    listed = [{"kind": k, "url": f"types/{k.id.lower()}/", "count": len(es)} for k, es in groups]
    yield Page("types/", "types", {"types": sorted(listed, key=lambda t: (-int(str(t["count"])), str(t["url"])))})
    for kind, _ in groups:
        events = [e for e in views.events if e.kind is kind]
        pattern = kind.caption.format(source="somebody", target="somebody else")
        yield Page(f"types/{kind.id.lower()}/", "type", {"kind": kind, "events": events, "pattern": pattern})
