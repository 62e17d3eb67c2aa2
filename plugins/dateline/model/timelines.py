"""What all articles say together: events with their evidence, and what is made of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from .articles import Actor, Line, Participant
from .when import When


@dataclass(frozen=True, slots=True)
class Evidence:
    """A report as an event cites it: the article, the trigger, the sentence's own words, and the actor who says so."""

    report: str
    article: str
    start: int
    end: int
    text: str
    sentence: str
    sentence_start: int
    said_by: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What a later report, of an article published on this day, says anew: the status, and the date if it gives one."""

    published: str
    report: str
    status: str
    when: str | None


@dataclass(frozen=True, slots=True)
class Edit:
    """What an editor changed in an event: which field, what the machine says there, and who, when and why."""

    field: str
    machine: str
    by: str = ""
    on: str = ""
    note: str = ""


#: that of an event which is called by its kind
NO_LINE = Line("kind")


@dataclass(frozen=True, slots=True)
class Event:
    """What several reports agree on. ``id`` is that of its first report, so that it lasts.

    ``weight`` is from 0 to 1; ``history`` how date and status changed as articles came out; ``contradictions`` what sources
    say that the date shown excludes, a line each.
    """

    id: str
    type: str
    when: When | None
    status: str
    summary: str
    participants: tuple[Participant, ...]
    weight: float
    confidence: float
    reports: tuple[Evidence, ...]
    history: tuple[Change, ...] = ()
    contradictions: tuple[str, ...] = ()
    #: other ids that the event had, which lead to it
    aliases: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    pinned: bool = False
    #: reports of headlines, by id, which tell it beside the sentences in ``reports``
    headlines: tuple[str, ...] = ()
    mode: str | None = None
    #: ids of the places at which it happened: first the one that most reports name
    where: tuple[str, ...] = ()
    #: where the ``summary`` stands; how likely an editor would print it; and whether the site lists it: what has no line to
    #: print, or is not worth one, is read, but not listed
    line: Line = NO_LINE
    worth: float = 0.0
    listed: bool = True
    #: why its reports tell one event, which ``dateline why`` prints
    why: tuple[str, ...] = field(default=(), metadata={"internal": True})


@dataclass(frozen=True, slots=True)
class KeyDate:
    """A date that tells the story, with the events and the sentences that tell it."""

    date: str
    events: tuple[str, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """What an editor should look at: of which kind, the ids that it is about, why, and where one is in question, its sentence.

    ``yaml`` is what to put on the desk, where that settles it.
    """

    kind: str
    about: tuple[str, ...]
    why: str
    sentence: str = ""
    yaml: str = ""


@dataclass(frozen=True, slots=True)
class Merge:
    """Two names that are one actor's: its id, the names, what speaks for that and against it, and how likely it is."""

    actor: str
    one: str
    two: str
    why: tuple[str, ...]
    probability: float


@dataclass(frozen=True, slots=True)
class Storyline:
    """Events that tell one story: ``title`` names its main actors, ``kind`` is what most of them are; ids in order of time."""

    id: str
    title: str
    kind: str
    actors: tuple[str, ...]
    events: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Relation:
    """Two actors and their events together, by ids."""

    one: str
    two: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """All articles together: the actors, the events in order of time, and what is made of them."""

    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    key_dates: tuple[KeyDate, ...] = ()
    #: an article's actor id -> the id it has over all articles, by article id
    same: dict[str, dict[str, str]] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    #: ids of events that the editors hide
    hidden: tuple[str, ...] = ()
    storylines: tuple[Storyline, ...] = ()
    relations: tuple[Relation, ...] = ()
    #: the names of articles' actors that were joined, by actor
    merges: tuple[Merge, ...] = ()
    #: former ids of actors, and where they lead
    moved: dict[str, str] = field(default_factory=dict)
