"""The pages of the site: what each kind shows, in a visible list. Pure functions from the views to pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from ..model import Evidence
from .filters import day_words
from .page import Page
from .stories import relation_pages, relations, storyline_pages, type_pages
from .views import ActorView, EventView, Views


@dataclass(frozen=True, slots=True)
class Year:
    """A year with events. ``height`` is its share of the fullest year, 0 to 100."""

    year: int
    url: str
    count: int
    height: int


def years(events: Sequence[EventView]) -> list[Year]:
    """The years with events, in order."""
    counts = Counter(e.when.iso[:4] for e in events if e.when)
    most = max(counts.values(), default=1)
    return [Year(int(y), f"timeline/{y}/", n, round(100 * n / most)) for y, n in sorted(counts.items())]


def home(views: Views) -> Iterator[Page]:
    dated = [e for e in views.events if e.when]
    newest = sorted(dated, key=lambda e: (e.when.iso, e.event.weight, e.id), reverse=True)[:12]  # type: ignore[union-attr]
    top = sorted(views.actors.values(), key=lambda a: (-a.count, a.name))[:12]
    counts = {"articles": len(views.articles), "events": len(views.events), "actors": len(views.actors)}
    context = {
        "newest": newest[:6],
        "years": years(views.events),
        "top_actors": top,
        "stats": counts,
        "key_dates": key_days(views),
    }
    yield Page("", "home", context)


def key_days(views: Views) -> list[dict[str, Any]]:
    """The days that tell the story best, each with its heaviest event and that event's sentence."""
    by_id = {e.id: e for e in views.events}
    found = []
    for day in views.timeline.key_dates:
        told = (e for i in day.events if (e := by_id.get(i)) and any(_plain(x) in day.sentences for x in e.event.reports))
        event = next(told, None) or by_id.get(day.events[0])
        if event is not None:
            found.append({"iso": day.date, "words": day_words(day.date), "event": event, "sentence": day.sentences[0]})
    return found


def _plain(told: Evidence) -> str:
    return " ".join(told.sentence.split())


def timeline(views: Views) -> Iterator[Page]:
    undated = [e for e in views.events if not e.when]
    link = "timeline/undated/" if undated else None
    found = [{"year": year, "heaviest": _heaviest(views, year)} for year in reversed(years(views.events))]
    context = {"years": years(views.events), "found": found, "undated_url": link, "undated_count": len(undated)}
    yield Page("timeline/", "timeline", context)
    if undated:
        yield Page("timeline/undated/", "undated", {"events": undated})


def _heaviest(views: Views, year: Year) -> list[EventView]:
    """The three heaviest events of a year, in order of time."""
    inside = [e for e in views.events if e.when and e.when.iso[:4] == f"{year.year:04}"]
    top = {e.id for e in sorted(inside, key=lambda e: (-e.event.weight, e.id))[:3]}
    return [e for e in inside if e.id in top]


def lost(views: Views) -> Iterator[Page]:
    """What a host shows where there is no page."""
    yield Page("404.html", "lost", {})


def each_year(views: Views) -> Iterator[Page]:
    all_years = years(views.events)
    for before, year, after in _neighbours(all_years):
        events = [e for e in views.events if e.when and e.when.iso[:4] == f"{year.year:04}"]
        context = {"year": year.year, "months": months(events), "previous": before, "next": after}
        yield Page(year.url, "year", context)


def each_event(views: Views) -> Iterator[Page]:
    for before, event, after in _neighbours(views.events):
        yield Page(event.url, "event", {"event": event, "previous": before, "next": after})


def moved(views: Views) -> Iterator[Page]:
    """Where an event's page was, one that leads to where it is."""
    for path, event in sorted(views.moved.items()):
        yield Page(path, "moved", {"event": event})


def actors(views: Views) -> Iterator[Page]:
    labels = {"person": "People", "organisation": "Organisations", "place": "Places", "group": "Groups", "thing": "Things"}
    found = sorted((a for a in views.actors.values() if a.count), key=lambda a: (-a.count, a.name))
    by_kind = {label: [a for a in found if a.kind == kind] for kind, label in labels.items()}
    groups = [{"label": label, "actors": of_kind} for label, of_kind in by_kind.items() if of_kind]
    yield Page("actors/", "actors", {"groups": groups})


def each_actor(views: Views) -> Iterator[Page]:
    together = {frozenset((r.one.id, r.two.id)): r.url for r in relations(views)}
    for actor in views.actors.values():
        events = views.of_actor(actor.id)
        by_year = groupby((e for e in events if e.when), key=lambda e: e.when.iso[:4])  # type: ignore[union-attr]
        context = {
            "actor": actor,
            "years": [{"year": int(y), "events": list(found)} for y, found in by_year],
            "undated": [e for e in events if not e.when],
            "with_whom": with_whom(actor, events, together),
            "known": next((k for k in views.desk.actors if k.name == actor.name), None),
        }
        yield Page(actor.url, "actor", context)


def articles(views: Views) -> Iterator[Page]:
    by_year = groupby(views.articles, key=lambda a: a.date_iso[:4])
    yield Page("articles/", "articles", {"years": [{"year": int(y), "articles": list(found)} for y, found in by_year]})


def each_article(views: Views) -> Iterator[Page]:
    for article in views.articles:
        named = dict.fromkeys(views.timeline.same[article.id].values())
        found = sorted((views.actors[a] for a in named if a in views.actors), key=lambda a: (-a.count, a.name))
        yield Page(article.url, "article", {"article": article, "events": views.of_article(article.id), "actors": found})


def data(views: Views) -> Iterator[Page]:
    files = [
        {"url": "data/events.json", "label": "events.json", "about": "every event with its evidence, as JSON"},
        {"url": "data/actors.json", "label": "actors.json", "about": "every actor with its names, as JSON"},
        {"url": "data/events.csv", "label": "events.csv", "about": "one row an event, for a spreadsheet"},
        {"url": "data/events.ics", "label": "events.ics", "about": "the dated events, for a calendar"},
        {"url": "feeds/all.atom.xml", "label": "all.atom.xml", "about": "the events reported last, for a feed reader"},
    ]
    yield Page("data/", "data", {"files": files})


def review(views: Views) -> Iterator[Page]:
    """What an editor should look at; never published."""
    by_id = {e.id: e for e in views.events}
    groups = [
        {
            "label": REVIEW[kind],
            "kind": kind,
            "doubts": [{"doubt": doubt, "events": [by_id[i] for i in doubt.about if i in by_id]} for doubt in inside],
        }
        for kind, inside in groupby(views.timeline.doubts, key=lambda doubt: doubt.kind)
    ]
    yield Page("review/", "review", {"groups": groups, "total": len(views.timeline.doubts)})


#: what the kinds of doubt are called
REVIEW = {
    "correction": "Corrections that need you",
    "contradiction": "Sources that contradict each other",
    "alike": "Events that may be one",
    "surname": "Surnames that several bear",
    "name": "Names that are spelled nearly alike",
    "undated": "Events without a date",
    "doubtful": "Events that are hardly to be trusted",
    "trigger": "Words that tell events of no known kind",
}

PAGES: tuple[Callable[[Views], Iterator[Page]], ...] = (
    home, lost, timeline, each_year, each_event, moved, actors, each_actor, storyline_pages, relation_pages, type_pages,
    articles, each_article, data,
)  # fmt: skip


def with_whom(actor: ActorView, events: Sequence[EventView], together: Mapping[frozenset[str], str]) -> list[dict[str, Any]]:
    """Who takes part in the same events, most often first, with the page of the two where there is one (``together``)."""
    others = {p.actor.id: p.actor for e in events for p in e.participants if p.actor.id != actor.id}
    counts = Counter(i for e in events for i in {p.actor.id for p in e.participants} if i != actor.id)
    ranked = sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    return [{"actor": others[i], "count": n, "url": together.get(frozenset((i, actor.id)))} for i, n in ranked]


def months(events: Sequence[EventView]) -> list[dict[str, Any]]:
    """Dated events by month and day; those that only name the year come first, by themselves."""
    found = []
    for month, inside in groupby(events, key=lambda e: e.when.iso[:7]):  # type: ignore[union-attr]
        days = groupby(inside, key=lambda e: e.when.iso)  # type: ignore[union-attr]
        shown = [{"iso": day, "words": day_words(day), "events": list(es)} for day, es in days]
        found.append({"iso": month, "words": day_words(month), "days": shown})
    return found


def _neighbours(items: Sequence[Any]) -> Iterator[tuple[Any, Any, Any]]:
    """Each item with the one before and the one after, or None at the ends."""
    if not items:
        return iter(())
    return zip([None, *items[:-1]], items, [*items[1:], None], strict=True)
