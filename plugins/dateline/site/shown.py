"""What templates see of one thing: an article, a date, a sentence, an actor, an event; frozen, with words and links ready."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import Markup

from ..events.schema import Kind
from ..model import Actor, Article, Event, Reading
from .also import Also
from .days import ENGLISH, day_words
from .prose import Prose
from .when import WhenView

#: the folder of the pages of events
EVENTS = "events/"


@dataclass(frozen=True)
class ArticleView:
    """An article on the site, and what its page needs: what was read in it, and its text by paragraphs.

    ``text`` is how much of it is published: "all", "evidence" (the sentences that tell events) or "none". ``page`` is where its
    page is, if that is not Dateline's; ``also`` says who else published it. ``modified`` is when it was changed (ISO), empty
    where nobody says so; ``coming``: whether its day of publication is yet to come.
    """

    reading: Reading
    prose: Prose
    author: str = ""
    locale: str = ENGLISH
    text: str = "all"
    page: str = ""
    also: tuple[Also, ...] = ()
    modified: str = ""
    coming: bool = False

    @property
    def article(self) -> Article:
        """The article as it was read."""
        return self.reading.article

    @property
    def count(self) -> int:
        """How many reports it has."""
        return len(self.reading.reports)

    @property
    def id(self) -> str:
        return self.article.id

    @property
    def title(self) -> str:
        return self.article.title

    @property
    def url(self) -> str:
        return self.page or f"articles/{self.id}/"

    def place(self, offset: int) -> str:
        """Where on the site this offset of the text stands: on its page, at the paragraph where that can be named."""
        anchor = self.prose.anchor(offset) if self.text == "all" and not self.page else ""
        return f"{self.url}#{anchor}" if anchor else self.url

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
        return day_words(self.date_iso, self.locale)


@dataclass(frozen=True)
class ActorView:
    """An actor on the site, with how many events it takes part in and how many articles name it."""

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
class EvidenceView:
    """A sentence that tells an event, marked at the trigger (empty where the site may not publish it), with its place."""

    article: ArticleView
    sentence_html: Markup
    url: str
    said_by: ActorView | None
    #: how the sentence dates the event and by which of its words; what the report rests on, a line each
    dated: WhenView | None = None
    date_text: str = ""
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """An actor's part in an event."""

    actor: ActorView
    role: str


@dataclass(frozen=True, slots=True)
class Unnamed:
    """The part of somebody who has no page, as the articles call him: "protesters"."""

    text: str
    role: str


@dataclass(frozen=True)
class EventView:
    """An event on the site. ``participants`` are actors, ``unnamed`` the others who take part; ``articles`` are those of its
    reports, one for each; the ``evidence`` is made by ``tell`` whenever it is asked for, since lists, which show most events,
    need none."""

    event: Event
    kind: Kind
    when: WhenView | None
    participants: tuple[Part, ...]
    articles: tuple[ArticleView, ...]
    url: str
    tell: Callable[[], tuple[EvidenceView, ...]] = field(compare=False, repr=False)
    where: tuple[ActorView, ...] = ()
    unnamed: tuple[Unnamed, ...] = ()
    #: articles that give another date than the one shown, each with that date in words
    against: tuple[tuple[ArticleView, str], ...] = ()

    @property
    def evidence(self) -> tuple[EvidenceView, ...]:
        """The sentences that tell it, one for each report, made anew."""
        return self.tell()

    @property
    def id(self) -> str:
        return self.event.id

    @property
    def summary(self) -> str:
        return self.event.summary

    @property
    def listed(self) -> bool:
        """Whether it stands in lists, so that its year and places have pages."""
        return self.event.listed

    @property
    def has_page(self) -> bool:
        """Whether it has a page of its own."""
        return self.url.startswith(EVENTS)

    @property
    def line_from(self) -> str:
        """What the summary is: headline, clause, sentence, editor or kind."""
        return self.event.line.from_

    @property
    def line_article(self) -> ArticleView | None:
        """The article that the summary is taken from."""
        return next((a for a in self.articles if a.id == self.event.line.article), None)

    @property
    def status(self) -> str:
        return self.event.status

    @property
    def confidence(self) -> float:
        return self.event.confidence

    @cached_property
    def actors(self) -> tuple[ActorView, ...]:
        """Who takes part, each once."""
        return tuple({p.actor.id: p.actor for p in self.participants}.values())

    @property
    def sources(self) -> int:
        return len({article.id for article in self.articles})


@dataclass(frozen=True, slots=True)
class StoryView:
    """A storyline: its title, what most of its events are, who is in it, and the events in order of time."""

    id: str
    title: str
    kind: Kind
    actors: tuple[ActorView, ...]
    events: Sequence[EventView]

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
    events: Sequence[EventView]

    @property
    def url(self) -> str:
        return f"relations/{self.one.id}--{self.two.id}/"
