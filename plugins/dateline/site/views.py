"""Everything that the pages show, made once from a Timeline and its articles: who is who, what is whose, what comes before."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial

from ..corpus.timeline import FEW
from ..desk import Desk
from ..events.schema import kinds
from ..model import Event, Evidence, Timeline
from .days import ENGLISH, day_words
from .evidence import evidence
from .index import Index, Moment, indexed
from .shown import ActorView, ArticleView, EventView, EvidenceView, Part, RelationView, StoryView, event_url
from .some import Asked, ById, Some
from .when import WhenView, when_view

__all__ = ["ActorView", "ArticleView", "EventView", "EvidenceView", "Part", "Views"]
NOTHING = Desk()


class Views:
    """``locale`` is the language of dates, as Babel names it ("en_GB")."""

    def __init__(
        self, timeline: Timeline, articles: Sequence[ArticleView], desk: Desk = NOTHING, locale: str = ENGLISH
    ) -> None:
        self.timeline = timeline
        self.desk = desk
        self.locale = locale
        self.kept = {one.id: one.url for one in desk.kept}
        self.articles = sorted(articles, key=lambda a: (a.article.published, a.id), reverse=True)
        self.by_article = {a.id: a for a in self.articles}

    @cached_property
    def index(self) -> Index:
        """Where each event stands."""
        return indexed(self.timeline.events, self.locale)

    @cached_property
    def actors(self) -> Mapping[str, ActorView]:
        """By id, each with how many events it takes part in, and how many articles name it."""
        events = self.index.by_actor
        named = Counter(actor for same in self.timeline.same.values() for actor in set(same.values()))
        return {a.id: ActorView(a, len(events.get(a.id, ())), named[a.id]) for a in self.timeline.actors}

    @cached_property
    def events(self) -> Some[EventView]:
        """In order of time, the undated last."""
        return Asked(EventView, self.index.ids, self._event, FEW, self.index.rank).all()

    def some(self, places: Sequence[int]) -> Some[EventView]:
        """The events at these places."""
        return Some(self.events.every, places)

    @cached_property
    def by_id(self) -> Mapping[str, EventView]:
        """The events by id."""
        return ById(self.events.every, self.index.place)

    @cached_property
    def dated(self) -> Some[EventView]:
        """The events with a date, in order of time."""
        return self.some([place for place, moment in enumerate(self.index.moments) if moment.when])

    @cached_property
    def undated(self) -> Some[EventView]:
        """The others."""
        return self.some([place for place, moment in enumerate(self.index.moments) if not moment.when])

    @cached_property
    def moved(self) -> dict[str, EventView]:
        """Pages of events that are part of another now, by path, with that."""
        places = {self.kept[alias]: place for alias, place in self.index.aliases.items() if alias in self.kept}
        return {path: self.events[place] for path, place in places.items()}

    @cached_property
    def by_year(self) -> dict[str, Some[EventView]]:
        """The dated events by the year they begin in ("2014", "-0043"), both in order of time."""
        return self.split(self.dated, lambda when: when.year_iso)

    @cached_property
    def by_kind(self) -> dict[str, Some[EventView]]:
        """The events of each kind, those with most first."""
        return self._ranked(self.index.by_kind)

    @cached_property
    def by_place(self) -> dict[str, Some[EventView]]:
        """The events at each place, by its id, those with most first."""
        return self._ranked({id: places for id, places in self.index.by_where.items() if id in self.actors})

    @cached_property
    def stories(self) -> list[StoryView]:
        """The storylines, the weightiest first."""
        found = []
        for line in self.timeline.storylines:
            events = self._of(line.events)
            actors = tuple(self.actors[a] for a in line.actors if a in self.actors)
            found.append(StoryView(line.id, line.title, kinds()[line.kind], actors, events))
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

    def of_actor(self, actor: str) -> Some[EventView]:
        """The events that an actor takes part in, in order of time."""
        return self.some(self.index.by_actor.get(actor, ()))

    def of_article(self, article: str) -> Some[EventView]:
        """The events that an article tells, in order of time."""
        return self.some(self.index.by_article.get(article, ()))

    def telling(self, article: ArticleView) -> dict[str, EventView]:
        """The events that an article's reports tell, by the ids of these."""
        headlines = self.index.headlines
        found = {r.id: self.events[headlines[r.id]] for r in article.reading.reports if r.id in headlines}
        told = ((r.report, event) for event in self.of_article(article.id) for r in event.event.reports)
        return {**found, **dict(told)}

    def moments(self, events: Some[EventView]) -> list[Moment]:
        """When these events were, and of which kinds."""
        return [self.index.moments[place] for place in events.places]

    def split(self, events: Some[EventView], key: Callable[[WhenView], str]) -> dict[str, Some[EventView]]:
        """Those of some events that have a date, by a key that is made of it."""
        found: dict[str, list[int]] = {}
        for place in events.places:
            if when := self.index.moments[place].when:
                found.setdefault(key(when), []).append(place)
        return {one: self.some(places) for one, places in found.items()}

    def around(self, event: EventView, reach: int = 3) -> tuple[Some[EventView], Some[EventView]]:
        """What those who take part in an event did before it, and after it, the nearest ``reach`` of each in order of time."""
        here, before, after = self.index.place[event.id], set[int](), set[int]()
        for actor in event.actors if event.when else ():
            places = self.index.by_actor[actor.id]
            cut = bisect(places, here)
            before.update(places[max(cut - 1 - reach, 0) : cut - 1])
            after.update(places[cut : cut + reach])
        return self._at(sorted(before)[-reach:]), self._at(sorted(after)[:reach])

    def _at(self, places: Sequence[int]) -> Some[EventView]:
        return self.some([place for place in places if self.index.moments[place].when])

    def _of(self, ids: Iterable[str]) -> Some[EventView]:
        """The events of these ids, of those that there are."""
        return self.some([self.index.place[id] for id in ids if id in self.index.place])

    def _ranked(self, groups: Mapping[str, Sequence[int]]) -> dict[str, Some[EventView]]:
        ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
        return {key: self.some(places) for key, places in ordered}

    def _event(self, place: int) -> EventView:
        event = self.timeline.events[place]
        return EventView(
            event,
            kinds()[event.type],
            when_view(event.when, self.locale),
            tuple(Part(self.actors[p.actor], p.role) for p in event.participants),
            tuple(self.by_article[told.article] for told in event.reports),
            self.kept.get(event.id) or event_url(event),
            partial(self._evidence, event.reports),
            tuple(self.actors[id] for id in event.where if id in self.actors),
            tuple(self._against(event)),
        )

    def _against(self, event: Event) -> Iterator[tuple[ArticleView, str]]:
        """What contradicts the date, of which the timeline has a line each: "ARTICLE says DATE"."""
        for line in event.contradictions:
            article, _, value = line.rpartition(" says ")
            if article in self.by_article:
                yield self.by_article[article], day_words(value, self.locale)

    def _evidence(self, reports: Iterable[Evidence]) -> tuple[EvidenceView, ...]:
        return tuple(evidence(told, self.by_article[told.article], self.actors, self.locale) for told in reports)


def heaviest(events: Some[EventView], count: int) -> Some[EventView]:
    """The heaviest of events, in the order given."""
    return events.first(count)
