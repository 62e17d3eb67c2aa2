"""The pages that stand by themselves: home, search and comparing, how the site was made, and the page that is not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from heapq import nlargest
from pathlib import Path
from typing import Any

import yaml

from ..band import Band
from ..days import day_number, day_words, year_iso
from ..search import parts
from ..shown import EventView
from ..units import years_of
from ..views import Views
from .page import Page
from .spans import span_url

MEASURED = Path(__file__).parents[1] / "measured.yaml"


def home(views: Views) -> Iterator[Page]:
    """The story so far, what is newest, and who is in it."""
    top = sorted(views.actors.values(), key=lambda a: (-a.count, a.name))[:12]
    context = {
        "newest": newest(views, 6),
        "band": Band(years_of(views.dated, views.locale, lambda year: span_url(year_iso(year))), views.dated),
        "top_actors": top,
        "stats": {"articles": len(views.articles), "events": len(views.events), "actors": len(views.actors)},
        "key_dates": key_days(views),
    }
    yield Page("", "home", context)


def newest(views: Views, count: int) -> list[EventView]:
    """The latest events that have begun when the last article is published, those first that lie latest; of several on one day
    the heaviest."""
    last = max((one.date_iso for one in views.articles), default="")
    over = [one for one in views.dated if not last or (one.when and one.when.days[0] <= day_number(last))]
    return nlargest(count, over, key=lambda one: (one.when.days if one.when else (), one.event.weight, one.id))


def overview(views: Views) -> Iterator[Page]:
    """The same at the head of Dateline's folder in a blog, which has a home of its own."""
    yield from (replace(page, template="overview") for page in home(views))


def key_days(views: Views) -> list[dict[str, Any]]:
    """The days that tell the story best, each with the event whose line tells it, else its heaviest."""
    found = []
    for day in views.timeline.key_dates:
        events = [views.by_id[i] for i in day.events if i in views.by_id]
        event = next((e for e in events if e.summary in day.sentences), next(iter(events), None))
        if event is not None:
            found.append({"iso": day.date, "words": day_words(day.date, views.locale), "event": event})
    return found


def lost(views: Views) -> Iterator[Page]:
    """What a host shows where there is no page."""
    yield Page("404.html", "lost", {})


def compare(views: Views) -> Iterator[Page]:
    """Two actors beside each other: with scripts any two, without them those who have a page of their relation."""
    yield Page("compare/", "compare", {"relations": views.relations[:100]})


def search(views: Views) -> Iterator[Page]:
    """The page that the search box leads to."""
    yield Page("search/", "search", {"parts": parts(views)})


def data(views: Views) -> Iterator[Page]:
    """What can be downloaded; the template says what each file is."""
    feeds = sorted((a for a in views.actors.values() if a.count), key=lambda a: (-a.count, a.name))[:30]
    yield Page("data/", "data", {"actors": feeds, "empty": not views.events})


def method(views: Views) -> Iterator[Page]:
    """How the site was made, and how well that works: figures measured on public gold, and this site's own."""
    sure, has = Counter[int](), Counter[str]()
    for event in views.events:
        sure[min(int(event.confidence * 5), 4)] += 1
        has["several"] += event.sources > 1
        has["undated"] += event.when is None
        has["inexact"] += event.when is not None and event.when.precision != "day"
        has["corrected"] += bool(event.event.edits)
    context = {
        "measured": measured(),
        "bands": [(20 * n, 20 * n + 20, sure[n]) for n in range(5)],
        "counts": {
            "articles": len(views.articles),
            "reports": sum(a.count for a in views.articles),
            "events": len(views.events),
            **{name: has[name] for name in ("several", "undated", "inexact", "corrected")},
        },
    }
    yield Page("about/method/", "method", context)


@cache
def measured() -> dict[str, Any]:
    """How well Dateline reads, as last measured on public gold: ``date``, and ``rows`` of what, on, figure and others."""
    found: dict[str, Any] = yaml.safe_load(MEASURED.read_text(encoding="utf-8"))
    return found
