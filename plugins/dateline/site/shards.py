"""Shards: the events as compact columns, a file a year, which the theme's filters fetch when a reader wants them.

They are scripts that hand plain data to ``dateline.shard``, not JSON, since a page opened from disk may load scripts but fetch
nothing. For other programs there is ``data/events.json``.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..events.schema import kinds
from .shown import EventView
from .views import Views

UNDATED = "undated"
FOLDER = "data/shards/"


def shards(views: Views, label: Any = str) -> Iterator[tuple[str, bytes]]:
    """The index of names and years, then a shard for each year; ``label`` puts the names of kinds into the site's language."""
    names = _Names(views)
    years = dict(views.by_year)
    if views.undated:
        years[UNDATED] = views.undated
    yield f"{FOLDER}index.js", _script("index", names.index(views, years, label))
    for year, events in years.items():
        yield f"{FOLDER}{year}.js", _script("shard", names.columns(year, events))


class _Names:
    """What stands in columns as a number: actors, kinds, statuses and sources, the most frequent first."""

    def __init__(self, views: Views) -> None:
        who, what, how, whence = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
        for event in views.events:
            who.update({actor.id for actor in (*event.actors, *event.where)})
            what[event.kind.id] += 1
            how[event.status] += 1
            whence.update(_sources(event))
        self.actors, self.kinds, self.statuses, self.sources = map(_ranked, (who, what, how, whence))
        self.stories: dict[str, list[str]] = defaultdict(list)
        for story in views.timeline.storylines:
            for id in story.events:
                self.stories[id].append(story.id)

    def index(self, views: Views, years: Mapping[str, Sequence[EventView]], label: Any) -> dict[str, Any]:
        return {
            "actors": [[a, views.actors[a].name] for a in self.actors],
            "kinds": [[k.id, label(k.label), k.colour, k.shape, k.tone] for k in (kinds()[i] for i in self.kinds)],
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
    return list(dict.fromkeys(article.source for article in event.articles if article.source))


def _reach(events: Sequence[EventView]) -> tuple[int | None, int | None]:
    """The first and the last day that these events may lie on."""
    days = [e.when.days for e in events if e.when]
    return (min(d[0] for d in days), max(d[1] for d in days)) if days else (None, None)


def _ranks(values: Iterable[str]) -> dict[str, int]:
    """Each value with its rank: the most frequent is 0."""
    return _ranked(Counter(values))


def _ranked(counts: Mapping[str, int]) -> dict[str, int]:
    return {value: rank for rank, value in enumerate(sorted(counts, key=lambda v: (-counts[v], v)))}


def _script(name: str, data: Any) -> bytes:
    return f"dateline.{name}({json.dumps(data, ensure_ascii=False, separators=(',', ':'))})\n".encode()
