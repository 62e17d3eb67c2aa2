"""Everything that the pages show, made once from a Timeline and its articles: who is who, what is whose, what comes before."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from heapq import nsmallest

from ..desk import Desk
from ..events.schema import kinds
from ..model import Event, Evidence, Timeline
from .days import ENGLISH, day_words
from .evidence import evidence
from .shown import EVENTS, ActorView, ArticleView, EventView, EvidenceView, Part, RelationView, StoryView, Unnamed
from .when import WhenView, when_view

__all__ = ["ActorView", "ArticleView", "EventView", "EvidenceView", "Part", "Views"]
NOTHING = Desk()
Events = list[EventView]


class Views:
    """Lists of events are in order of time, the undated last; ``events`` are those that are listed, ``unlisted`` the others,
    which are in no list and have a page only where one was published. ``locale`` is that of dates, as Babel names it ("en_GB").
    """

    def __init__(
        self, timeline: Timeline, articles: Sequence[ArticleView], desk: Desk = NOTHING, locale: str = ENGLISH
    ) -> None:
        self.timeline = timeline
        self.desk = desk
        self.locale = locale
        self.kept = {one.id: one.url for one in desk.kept}
        self.articles = sorted(articles, key=lambda a: (a.article.published, a.id), reverse=True)
        self.by_article = {a.id: a for a in self.articles}
        self.actors = self._actors()
        self.every = [self._event(event) for event in timeline.events]
        self.events = [event for event in self.every if event.event.listed]
        self.unlisted = [event for event in self.every if not event.event.listed]
        self.by_id = {e.id: e for e in self.every}
        self._order = {e.id: place for place, e in enumerate(self.every)}

    def _actors(self) -> dict[str, ActorView]:
        """By id, each with how many events it takes part in, and how many articles name it."""
        listed = (event for event in self.timeline.events if event.listed)
        acts = Counter(actor for event in listed for actor in {p.actor for p in event.participants if p.actor})
        named = Counter(actor for same in self.timeline.same.values() for actor in set(same.values()))
        return {a.id: ActorView(a, acts[a.id], named[a.id]) for a in self.timeline.actors}

    @cached_property
    def dated(self) -> Events:
        """The events with a date."""
        return [event for event in self.events if event.when]

    @cached_property
    def undated(self) -> Events:
        """The others."""
        return [event for event in self.events if not event.when]

    @cached_property
    def moved(self) -> dict[str, EventView]:
        """Pages of events that are part of another now, by path, with that."""
        return {self.kept[alias]: event for event in self.every for alias in event.event.aliases if alias in self.kept}

    @cached_property
    def moved_actors(self) -> dict[str, ActorView]:
        """Former ids of actors, each with the actor to whom it leads."""
        return {old: self.actors[now] for old, now in sorted(self.timeline.moved.items()) if now in self.actors}

    @cached_property
    def by_year(self) -> dict[str, Events]:
        """The dated events by the year they begin in ("2014", "-0043"), both in order of time."""
        return split(self.dated, lambda when: when.year_iso)

    @cached_property
    def by_kind(self) -> dict[str, Events]:
        """The events of each kind, those with most first."""
        return _most_first(_grouped(self.events, lambda event: (event.kind.id,)))

    @cached_property
    def by_place(self) -> dict[str, Events]:
        """The events at each place, by its id, those with most first."""
        return _most_first(_grouped(self.events, lambda event: (place.id for place in event.where)))

    @cached_property
    def _by_actor(self) -> dict[str, Events]:
        return _grouped(self.events, lambda event: (actor.id for actor in event.actors))

    @cached_property
    def _by_teller(self) -> dict[str, Events]:
        return _grouped(self.every, lambda event: (told.article for told in event.event.reports))

    @cached_property
    def _headlines(self) -> dict[str, EventView]:
        """The events told in headlines, by report."""
        return {report: event for event in self.every for report in event.event.headlines}

    @cached_property
    def stories(self) -> list[StoryView]:
        """The storylines, the weightiest first."""
        found = []
        for line in self.timeline.storylines:
            actors = tuple(self.actors[a] for a in line.actors if a in self.actors)
            found.append(StoryView(line.id, line.title, kinds()[line.kind], actors, self._of(line.events)))
        return found

    @cached_property
    def relations(self) -> list[RelationView]:
        """The relations, those with most events first."""
        known = (r for r in self.timeline.relations if r.one in self.actors and r.two in self.actors)
        found = [RelationView(self.actors[r.one], self.actors[r.two], self._of(r.events)) for r in known]
        return sorted(found, key=lambda r: (-len(r.events), r.one.name, r.two.name))

    @cached_property
    def together(self) -> dict[frozenset[str], str]:
        """The page of two actors' relation, by their ids."""
        return {frozenset((r.one.id, r.two.id)): r.url for r in self.relations}

    def of_actor(self, actor: str) -> Events:
        """The events that an actor takes part in."""
        return self._by_actor.get(actor, [])

    def of_article(self, article: str) -> Events:
        """The listed events that an article tells."""
        return [event for event in self._by_teller.get(article, []) if event.listed]

    def beside(self, article: str) -> Events:
        """What else an article tells, which is in no list."""
        return [event for event in self._by_teller.get(article, []) if not event.listed]

    def telling(self, article: ArticleView) -> dict[str, EventView]:
        """The events with a page that an article's reports tell, by the ids of these."""
        found = {r.id: self._headlines[r.id] for r in article.reading.reports if r.id in self._headlines}
        told = ((r.report, event) for event in self._by_teller.get(article.id, []) for r in event.event.reports)
        return {report: event for report, event in {**found, **dict(told)}.items() if event.has_page}

    def around(self, event: EventView, reach: int = 3) -> tuple[Events, Events]:
        """What those who take part in an event did before it, and after it, the nearest ``reach`` of each."""
        before, after = dict[str, EventView](), dict[str, EventView]()
        for actor in event.actors if event.when else ():
            own = self._by_actor.get(actor.id, [])
            cut = bisect(own, self._place(event), key=self._place)
            before.update((one.id, one) for one in own[max(cut - 1 - reach, 0) : cut - 1])
            after.update((one.id, one) for one in own[cut : cut + reach])
        nearest = sorted(before.values(), key=self._place)[-reach:], sorted(after.values(), key=self._place)[:reach]
        return [one for one in nearest[0] if one.when], [one for one in nearest[1] if one.when]

    def _place(self, event: EventView) -> int:
        return self._order[event.id]

    def _of(self, ids: Iterable[str]) -> Events:
        """The events of these ids, of those that there are."""
        return [self.by_id[id] for id in ids if id in self.by_id]

    def _event(self, event: Event) -> EventView:
        return EventView(
            event,
            kinds()[event.type],
            when_view(event.when, self.locale),
            tuple(Part(self.actors[p.actor], p.role) for p in event.participants if p.actor),
            tuple(self.by_article[told.article] for told in event.reports),
            self._address(event),
            partial(self._evidence, event.reports),
            tuple(self.actors[id] for id in event.where if id in self.actors),
            tuple(Unnamed(p.text, p.role) for p in event.participants if p.actor is None),
            tuple(self._against(event)),
        )

    def _address(self, event: Event) -> str:
        """The page of an event; of one that is in no list and was never published, the place that tells it."""
        first = event.reports[0]
        told_at = event_url(event) if event.listed else self.by_article[first.article].place(first.start)
        return self.kept.get(event.id, told_at)

    def _against(self, event: Event) -> Iterator[tuple[ArticleView, str]]:
        """What contradicts the date, of which the timeline has a line each: "ARTICLE says DATE"."""
        for line in event.contradictions:
            article, _, value = line.rpartition(" says ")
            if article in self.by_article:
                yield self.by_article[article], day_words(value, self.locale)

    def _evidence(self, reports: Iterable[Evidence]) -> tuple[EvidenceView, ...]:
        return tuple(evidence(told, self.by_article[told.article], self.actors, self.locale) for told in reports)


def heaviest(events: Sequence[EventView], count: int) -> Sequence[EventView]:
    """The heaviest of events, in the order given."""
    if len(events) <= count:
        return events
    top = {event.id for event in nsmallest(count, events, key=lambda event: (-event.event.weight, event.id))}
    return [event for event in events if event.id in top]


def split(events: Iterable[EventView], key: Callable[[WhenView], str]) -> dict[str, Events]:
    """Those of some events that have a date, by a key that is made of it."""
    return _grouped(events, lambda event: (key(event.when),) if event.when else ())


def _grouped(events: Iterable[EventView], keys: Callable[[EventView], Iterable[str]]) -> dict[str, Events]:
    """Events by their keys, of which each may have several; in the order given."""
    found: dict[str, Events] = {}
    for event in events:
        for key in dict.fromkeys(keys(event)):
            found.setdefault(key, []).append(event)
    return found


def _most_first(groups: Mapping[str, Events]) -> dict[str, Events]:
    return dict(sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])))


def event_url(event: Event) -> str:
    """The page of an event that is not yet in the ledger: made of its id and its first sentence, or its line."""
    told = event.reports[0].sentence or event.summary
    words = re.findall(r"[a-z0-9]+", told.lower().replace("’", ""))
    return f"{EVENTS}{event.id}-{'-'.join(words)[:48].strip('-')}/"
