"""Everything that the pages show, made once from a Timeline and its articles: who is who, what is whose, what comes before."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from itertools import islice

from ..desk import Desk
from ..events.schema import kinds
from ..model import DateMention, Event, Evidence, Reading, Report, Timeline
from .days import ENGLISH, day_words
from .shown import ActorView, ArticleView, EventView, EvidenceView, Part, RelationView, StoryView, event_url, marked
from .some import Asked, ById, Some
from .when import WhenView, when_view

__all__ = ["ActorView", "ArticleView", "EventView", "EvidenceView", "Part", "Views"]
NOTHING = Desk()
#: of as many articles the reports are at hand by their ids
AT_HAND = 1_000


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
        self._reports = lru_cache(AT_HAND)(partial(_by_id, self.by_article))

    @cached_property
    def actors(self) -> Mapping[str, ActorView]:
        """By id, each with how many events it takes part in, and how many articles name it."""
        events = Counter(id for e in self.timeline.events for id in {p.actor for p in e.participants})
        named = Counter(actor for same in self.timeline.same.values() for actor in set(same.values()))
        return {a.id: ActorView(a, events[a.id], named[a.id]) for a in self.timeline.actors}

    @cached_property
    def events(self) -> Sequence[EventView]:
        """In order of time, the undated last."""
        return Asked(lambda place: self._event(self.timeline.events[place]), len(self.timeline.events))

    @cached_property
    def by_id(self) -> Mapping[str, EventView]:
        """The events by id."""
        return ById(self.events, self._place)

    @cached_property
    def by_report(self) -> Mapping[str, EventView]:
        """The events by the id of each report that tells them, a headline's, too."""
        told = ((place, (*(r.report for r in e.reports), *e.headlines)) for place, e in self._each())
        return ById(self.events, {id: place for place, ids in told for id in ids})

    @cached_property
    def dated(self) -> Sequence[EventView]:
        """The events with a date, in order of time."""
        return Some(self.events, [place for place, _ in self._when])

    @cached_property
    def moved(self) -> dict[str, EventView]:
        """Pages of events that are part of another now, by path, with that."""
        led = ((alias, place) for place, e in self._each() for alias in e.aliases if alias in self.kept)
        return {self.kept[alias]: self.events[place] for alias, place in led}

    @cached_property
    def by_year(self) -> dict[str, Some[EventView]]:
        """The dated events by the year they begin in ("2014", "-0043"), both in order of time."""
        return self._grouped((when.year_iso, place) for place, when in self._when)

    @cached_property
    def by_kind(self) -> dict[str, Some[EventView]]:
        """The events of each kind, those with most first."""
        return _ranked(self._grouped((kinds()[e.type].id, place) for place, e in self._each()))

    @cached_property
    def by_place(self) -> dict[str, Some[EventView]]:
        """The events at each place, by its id, those with most first."""
        found = ((id, place) for place, e in self._each() for id in e.where if id in self.actors)
        return _ranked(self._grouped(found))

    @cached_property
    def stories(self) -> list[StoryView]:
        """The storylines, the weightiest first."""
        found = []
        for line in self.timeline.storylines:
            events = self._some(line.events)
            actors = tuple(self.actors[a] for a in line.actors if a in self.actors)
            found.append(StoryView(line.id, line.title, kinds()[line.kind], actors, events))
        return found

    @cached_property
    def relations(self) -> list[RelationView]:
        """The relations, those with most events first."""
        known = (r for r in self.timeline.relations if r.one in self.actors and r.two in self.actors)
        found = [RelationView(self.actors[r.one], self.actors[r.two], self._some(r.events)) for r in known]
        return sorted(found, key=lambda r: (-len(r.events), r.one.name, r.two.name))

    @cached_property
    def together(self) -> dict[frozenset[str], str]:
        """The page of two actors' relation, by their ids."""
        return {frozenset((r.one.id, r.two.id)): r.url for r in self.relations}

    def of_actor(self, actor: str) -> Sequence[EventView]:
        """The events that an actor takes part in, in order of time."""
        return self._by_actor.get(actor, ())

    def of_article(self, article: str) -> Sequence[EventView]:
        """The events that an article tells, in order of time."""
        return self._by_article.get(article, ())

    def around(self, event: EventView, reach: int = 3) -> tuple[list[EventView], list[EventView]]:
        """What those who take part in an event did before it, and after it, the nearest ``reach`` of each in order of time."""
        here, before, after = self._place[event.id], set[int](), set[int]()
        for actor in event.actors if event.when else ():
            places = self._by_actor[actor.id].places
            cut = bisect(places, here)
            before.update(places[max(cut - 1 - reach, 0) : cut - 1])
            after.update(places[cut : cut + reach])
        return self._at(sorted(before)[-reach:]), self._at(sorted(after)[:reach])

    def _at(self, places: Sequence[int]) -> list[EventView]:
        return [e for e in (self.events[p] for p in places) if e.when]

    @cached_property
    def _place(self) -> dict[str, int]:
        return {e.id: place for place, e in self._each()}

    @cached_property
    def _when(self) -> list[tuple[int, WhenView]]:
        """The dated events by their places, each with its date."""
        found = ((place, when_view(e.when, self.locale)) for place, e in self._each())
        return [(place, when) for place, when in found if when]

    @cached_property
    def _by_actor(self) -> dict[str, Some[EventView]]:
        parts = ((place, p.actor) for place, e in self._each() for p in e.participants)
        return self._grouped((actor, place) for place, actor in dict.fromkeys(parts))

    @cached_property
    def _by_article(self) -> dict[str, Some[EventView]]:
        told = ((place, r.article) for place, e in self._each() for r in e.reports)
        return self._grouped((article, place) for place, article in dict.fromkeys(told))

    def _each(self) -> Iterator[tuple[int, Event]]:
        return enumerate(self.timeline.events)

    def _some(self, ids: Iterable[str]) -> Some[EventView]:
        return Some(self.events, [self._place[id] for id in ids if id in self._place])

    def _grouped(self, pairs: Iterable[tuple[str, int]]) -> dict[str, Some[EventView]]:
        """Events by a key, from keys with places."""
        found: dict[str, list[int]] = {}
        for key, place in pairs:
            found.setdefault(key, []).append(place)
        return {key: Some(self.events, places) for key, places in found.items()}

    def _event(self, event: Event) -> EventView:
        parts = tuple(Part(self.actors[p.actor], p.role) for p in event.participants)
        where = tuple(self.actors[id] for id in event.where if id in self.actors)
        evidence = tuple(self._evidence(e, event) for e in event.reports)
        when = when_view(event.when, self.locale)
        url, against = self.kept.get(event.id) or event_url(event), tuple(self._against(event))
        return EventView(event, kinds()[event.type], when, parts, evidence, url, where, against)

    def _against(self, event: Event) -> Iterator[tuple[ArticleView, str]]:
        """What contradicts the date, of which the timeline has a line each: "ARTICLE says DATE"."""
        for line in event.contradictions:
            article, _, value = line.rpartition(" says ")
            if article in self.by_article:
                yield self.by_article[article], day_words(value, self.locale)

    def _evidence(self, told: Evidence, event: Event) -> EvidenceView:
        article = self.by_article[told.article]
        report = self._reports(told.article).get(told.report)
        date = _dating(article.reading, report) if report and told.sentence else None
        return EvidenceView(
            article,
            marked(told, date),
            article.place(told.sentence_start),
            self.actors.get(told.said_by or ""),
            when_view(report.when, self.locale) if report else None,
            date.text if date else "",
            report.why if report else (),
        )


def _by_id(articles: Mapping[str, ArticleView], article: str) -> dict[str, Report]:
    return {report.id: report for report in articles[article].reading.reports}


def _dating(reading: Reading, report: Report) -> DateMention | None:
    """The words of a report's sentence that give its date."""
    when, sentence = report.when, report.sentence
    inside = (d for d in reading.dates if sentence.start <= d.start and d.end <= sentence.end)
    return next((d for d in inside if when and d.from_ and (d.from_, d.to) == (when.from_, when.to)), None)


def heaviest(events: Iterable[EventView], count: int) -> list[EventView]:
    """The heaviest of events, in the order given."""
    found = list(events)
    top = {e.id for e in islice(sorted(found, key=lambda e: (-e.event.weight, e.id)), count)}
    return [e for e in found if e.id in top]


def _ranked(groups: Mapping[str, Some[EventView]]) -> dict[str, Some[EventView]]:
    return dict(sorted(groups.items(), key=lambda g: (-len(g[1]), g[0])))
