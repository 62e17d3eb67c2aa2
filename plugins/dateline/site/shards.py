"""Shards: the events as compact columns, a file a year, which the theme's filters fetch when a reader wants them.

They are scripts that hand plain data to ``dateline.shard``, not JSON, since a page opened from disk may load scripts but fetch
nothing. For other programs there is ``data/events.json``.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from .shown import EventView
from .views import Views

UNDATED = "undated"
FOLDER = "data/shards/"


def shards(views: Views, label: Any = str) -> Iterator[tuple[str, bytes]]:
    """The index of names and years, then a shard for each year; ``label`` puts the names of kinds into the site's language."""
    names = _Names(views)
    years: dict[str, Sequence[EventView]] = dict(views.by_year)
    if undated := [e for e in views.events if not e.when]:
        years[UNDATED] = undated
    yield f"{FOLDER}index.js", _script("index", names.index(views, years, label))
    for year, events in years.items():
        yield f"{FOLDER}{year}.js", _script("shard", names.columns(year, events))


class _Names:
    """What stands in columns as a number: actors, kinds, statuses and sources, the most frequent first."""

    def __init__(self, views: Views) -> None:
        self.actors = _ranks(a.id for e in views.events for a in {*e.actors, *e.where})
        self.kinds = _ranks(e.kind.id for e in views.events)
        self.statuses = _ranks(e.status for e in views.events)
        self.sources = _ranks(source for e in views.events for source in _sources(e))
        self.stories: dict[str, list[str]] = defaultdict(list)
        for story in views.stories:
            for event in story.events:
                self.stories[event.id].append(story.id)

    def index(self, views: Views, years: Mapping[str, Sequence[EventView]], label: Any) -> dict[str, Any]:
        kinds = {e.kind.id: e.kind for e in views.events}
        return {
            "actors": [[a, views.actors[a].name] for a in self.actors],
            "kinds": [[k.id, label(k.label), k.colour, k.shape, k.tone] for k in (kinds[i] for i in self.kinds)],
            "statuses": list(self.statuses),
            "sources": list(self.sources),
            "years": [[year, *_reach(events), len(events)] for year, events in years.items()],
        }

    def columns(self, year: str, events: Sequence[EventView]) -> dict[str, Any]:
        """Events of a year in order: address, line, bounds in days since 1970, and numbers into the index's lists, or into the
        shard's own for words of dates and storylines."""
        words = _ranks(e.when.words for e in events if e.when)
        stories = _ranks(story for e in events for story in self.stories.get(e.id, ()))
        return {
            "year": year,
            "at": [e.url.removeprefix("events/").removesuffix("/") for e in events],
            "line": [e.summary for e in events],
            "from": [e.when.days[0] if e.when else None for e in events],
            "to": [e.when.days[1] if e.when else None for e in events],
            "words": list(words),
            "when": [words[e.when.words] if e.when else -1 for e in events],
            "kind": [self.kinds[e.kind.id] for e in events],
            "status": [self.statuses[e.status] for e in events],
            "sure": [round(e.confidence * 100) for e in events],
            "weight": [round(e.event.weight * 1000) for e in events],
            "told": [e.sources for e in events],
            "who": [[self.actors[a.id] for a in e.actors] for e in events],
            "where": [[self.actors[a.id] for a in e.where] for e in events],
            "source": [[self.sources[s] for s in _sources(e)] for e in events],
            "stories": list(stories),
            "story": [[stories[s] for s in self.stories.get(e.id, ())] for e in events],
        }


def _sources(event: EventView) -> list[str]:
    return list(dict.fromkeys(e.article.source for e in event.evidence if e.article.source))


def _reach(events: Sequence[EventView]) -> tuple[int | None, int | None]:
    """The first and the last day that these events may lie on."""
    days = [e.when.days for e in events if e.when]
    return (min(d[0] for d in days), max(d[1] for d in days)) if days else (None, None)


def _ranks(values: Iterable[str]) -> dict[str, int]:
    """Each value with its rank: the most frequent is 0."""
    counts = Counter(values)
    return {value: rank for rank, value in enumerate(sorted(counts, key=lambda v: (-counts[v], v)))}


def _script(name: str, data: Any) -> bytes:
    return f"dateline.{name}({json.dumps(data, ensure_ascii=False, separators=(',', ':'))})\n".encode()
