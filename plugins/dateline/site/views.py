"""What templates see: plain frozen values with names, words and links ready, made from a Timeline and its articles."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from ..desk import Desk
from ..events.schema import Kind, kinds
from ..model import Actor, Article, Event, Evidence, Reading, Timeline, When
from .filters import day_words
from .prose import Prose

NOTHING = Desk()


@dataclass(frozen=True)
class ArticleView:
    """An article on the site: its reading, its prose, and what its page needs."""

    reading: Reading
    prose: Prose
    author: str = ""

    @property
    def article(self) -> Article:
        return self.reading.article

    @property
    def id(self) -> str:
        return self.article.id

    @property
    def title(self) -> str:
        return self.article.title

    @property
    def url(self) -> str:
        return f"articles/{self.id}/"

    @property
    def source(self) -> str:
        return self.article.source

    @property
    def source_url(self) -> str | None:
        return self.article.url if self.article.url.startswith(("http://", "https://")) else None

    @property
    def location(self) -> str:
        return self.article.location

    @property
    def date_iso(self) -> str:
        return self.article.published[:10]

    @property
    def date_words(self) -> str:
        return day_words(self.date_iso)

    @property
    def count(self) -> int:
        return len(self.reading.reports)


@dataclass(frozen=True, slots=True)
class WhenView:
    """A date to show: ``iso`` is a prefix as precise as the date, ``words`` the same for people."""

    iso: str
    words: str
    basis: str


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A sentence that tells an event: marked at the trigger, with a link to its paragraph."""

    article: ArticleView
    sentence_html: Markup
    url: str
    when: WhenView | None
    said_by: ActorView | None


@dataclass(frozen=True)
class ActorView:
    """An actor on the site."""

    actor: Actor
    count: int
    articles: int

    @property
    def id(self) -> str:
        return self.actor.id

    @property
    def name(self) -> str:
        return self.actor.name

    @property
    def kind(self) -> str:
        return self.actor.kind

    @property
    def aliases(self) -> tuple[str, ...]:
        return self.actor.aliases

    @property
    def url(self) -> str:
        return f"actors/{self.id}/"


@dataclass(frozen=True, slots=True)
class Part:
    """An actor's part in an event."""

    actor: ActorView
    role: str


@dataclass(frozen=True)
class EventView:
    """An event on the site, with its evidence."""

    event: Event
    kind: Kind
    when: WhenView | None
    participants: tuple[Part, ...]
    evidence: tuple[EvidenceView, ...]
    url: str

    @property
    def id(self) -> str:
        return self.event.id

    @property
    def summary(self) -> str:
        return self.event.summary

    @property
    def status(self) -> str:
        return self.event.status

    @property
    def confidence(self) -> float:
        return self.event.confidence

    @property
    def sources(self) -> int:
        return len({e.article.id for e in self.evidence})


def event_url(event: Event) -> str:
    """The page of an event that is not yet in the ledger: made of its id and its first sentence."""
    words = re.findall(r"[a-z0-9]+", event.reports[0].sentence.lower().replace("’", ""))
    return f"events/{event.id}-{'-'.join(words)[:48].strip('-')}/"


class Views:
    """Everything that the pages show, made once."""

    def __init__(self, timeline: Timeline, articles: Sequence[ArticleView], desk: Desk = NOTHING) -> None:
        self.timeline = timeline
        self.desk = desk
        self.kept = {one.id: one.url for one in desk.kept}
        self.articles = sorted(articles, key=lambda a: (a.article.published, a.id), reverse=True)
        self.by_article = {a.id: a for a in self.articles}

    @cached_property
    def actors(self) -> Mapping[str, ActorView]:
        """By id, each with how many events it takes part in, and how many articles name it."""
        events = Counter(p.actor for e in self.timeline.events for p in e.participants)
        named = Counter(actor for same in self.timeline.same.values() for actor in set(same.values()))
        return {a.id: ActorView(a, events[a.id], named[a.id]) for a in self.timeline.actors}

    @cached_property
    def events(self) -> tuple[EventView, ...]:
        """In order of time, the undated last."""
        return tuple(self._event(e) for e in self.timeline.events)

    @cached_property
    def moved(self) -> dict[str, EventView]:
        """Pages of events that are part of another now, by path, with that."""
        return {self.kept[alias]: e for e in self.events for alias in e.event.aliases if alias in self.kept}

    def of_actor(self, actor: str) -> list[EventView]:
        """The events that an actor takes part in, in order of time."""
        return self._by_actor.get(actor, [])

    def of_article(self, article: str) -> list[EventView]:
        """The events that an article tells, in order of time."""
        return self._by_article.get(article, [])

    @cached_property
    def _by_actor(self) -> dict[str, list[EventView]]:
        return _grouped((id, e) for e in self.events for id in dict.fromkeys(p.actor.id for p in e.participants))

    @cached_property
    def _by_article(self) -> dict[str, list[EventView]]:
        return _grouped((id, e) for e in self.events for id in dict.fromkeys(x.article.id for x in e.evidence))

    def _event(self, event: Event) -> EventView:
        when = when_view(event.when)
        parts = tuple(Part(self.actors[p.actor], p.role) for p in event.participants)
        evidence = tuple(self._evidence(e, when) for e in event.reports)
        return EventView(event, kinds()[event.type], when, parts, evidence, self.kept.get(event.id) or event_url(event))

    def _evidence(self, told: Evidence, when: WhenView | None) -> EvidenceView:
        article = self.by_article[told.article]
        anchor = article.prose.anchor(told.sentence_start)
        return EvidenceView(article, _marked(told), f"{article.url}#{anchor}", when, self.actors.get(told.said_by or ""))


def _grouped(pairs: Iterable[tuple[str, EventView]]) -> dict[str, list[EventView]]:
    found: dict[str, list[EventView]] = {}
    for key, event in pairs:
        found.setdefault(key, []).append(event)
    return found


def when_view(when: When | None) -> WhenView | None:
    """The date as it is shown, as precise as its bounds; None where nothing dates the event, or a year before 1."""
    if when is None or not when.from_ or not when.to or when.from_.startswith(("-", "0000")):
        return None
    iso = _prefix(when.from_, when.to)
    return WhenView(iso, day_words(iso), when.basis)


def _prefix(first: str, last: str) -> str:
    """The ISO prefix that both bounds share; where they share no year, the first one's year."""
    if first == last:
        return first
    return next((first[:n] for n in (7, 4) if first[:n] == last[:n]), first[:4])


def _marked(told: Evidence) -> Markup:
    start, end = told.start - told.sentence_start, told.end - told.sentence_start
    before, word, after = (
        html.escape(x, quote=False) for x in (told.sentence[:start], told.sentence[start:end], told.sentence[end:])
    )
    return Markup(f"{before}<mark>{word}</mark>{after}")
