"""numbers of a site: articles, reports, events by type and how well they are chosen, actors, what is undated, cache hits"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from .. import settings
from ..cache import Cache, key
from ..corpus.line import usual
from ..lang import words
from ..model import Reading, Timeline
from . import inputs

EXAMPLES = """dateline stats
dateline stats --json content/articles/2020*.md"""


def arguments(parser: argparse.ArgumentParser) -> None:
    inputs.files(parser, "the articles of the site in this folder")
    inputs.as_json(parser)


def run(given: argparse.Namespace) -> int:
    names = given.files or inputs.site_articles()
    hits = cached(names) if names else 0
    readings = inputs.of_site(names)
    found = numbers(readings, inputs.together(readings), hits)
    if given.json:
        inputs.out(found)
    else:
        _write(found)
    return 0


def cached(names: Sequence[str]) -> int:
    """How many of these articles the cache holds before they are read."""
    wanted = settings.from_environment()
    if wanted.cache is None or not (wanted.cache / "readings.sqlite").exists():
        return 0
    known = inputs.on_desk().actors
    keys = [key(article, wanted.model, known) for article in inputs.documents(names)]
    with Cache(wanted.cache) as cache:
        return sum(len(cache.get([one])) for one in keys)  # one at a time, as they are large


def numbers(readings: Sequence[Reading], line: Timeline, hits: int) -> dict[str, Any]:
    """What there is, by name."""
    events = [event for event in line.events if event.listed]
    undated = sum(event.when is None for event in events)
    return {
        "articles": len(readings),
        "reports": sum(len(reading.reports) for reading in readings),
        "events": len(events),
        "events that are not listed": len(line.events) - len(events),
        **expected(settings.from_environment().worth),
        "events told in several articles": sum(len({r.article for r in e.reports}) > 1 for e in events),
        "events without a date": undated,
        "undated share": round(undated / len(events), 3) if events else 0.0,
        "actors": len(line.actors),
        "actors that take part": len({p.actor for e in events for p in e.participants if p.actor}),
        "storylines": len(line.storylines),
        "to review": len(line.doubts),
        "articles from the cache": hits,
        "events by type": dict(Counter(e.type for e in events).most_common()),
    }


def expected(least: float | None) -> dict[str, float]:
    """How well events are chosen from a worth on, in per cent, before lines are looked for; as other articles' events told."""
    at = usual() if least is None else least
    table = words("en", "listing")["at"]
    if at < min(table):
        return {"listed from a worth of": at}
    figures = table[min(table, key=lambda step: abs(step - at))]
    return {
        "listed from a worth of": at,
        "an editor's events chosen, with a line or without, %": figures["recall"],
        "of those chosen worth a line, %": figures["worth"],
    }


def _write(found: Mapping[str, Any]) -> None:
    types = found["events by type"]
    for name, number in found.items():
        if name != "events by type":
            sys.stdout.write(f"{name:34}{number:>8}\n")
    sys.stdout.writelines(f"  {name:32}{number:>8}\n" for name, number in types.items())
