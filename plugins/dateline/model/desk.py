"""What the editors say: of actors, of events, and which events are published."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """What the editors know of an actor: the name to show, other names, and what it is.

    ``kind``, ``country`` and ``sector`` as in Actor, empty where they say nothing; ``wikidata`` is an id (Q7747), ``note`` and
    ``image`` are for its page. ``split`` are names that are not its own, ``hide`` keeps it off the site.
    """

    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    country: str = ""
    sector: str = ""
    wikidata: str = ""
    note: str = ""
    image: str = ""
    split: tuple[str, ...] = ()
    hide: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """The editors' word on one event: what is not None wins over the machine. ``place`` is the file and line it stands in.

    ``date`` is a day, month, year or range, or "none"; ``source``, ``target`` and ``where`` are names of actors; ``split`` are
    ids of reports that tell an event of their own; ``by``, ``on`` and ``note`` say who corrected it, when and why.
    """

    event: str
    place: str = ""
    date: str | None = None
    summary: str | None = None
    type: str | None = None
    status: str | None = None
    source: tuple[str, ...] | None = None
    target: tuple[str, ...] | None = None
    where: tuple[str, ...] | None = None
    hide: bool = False
    pin: bool = False
    merge_into: str | None = None
    split: tuple[str, ...] = ()
    note: str = ""
    by: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """An event in the ledger of those that are published: its id and page, and the sentence that it was first told by."""

    id: str
    url: str
    article: str
    sentence: str


@dataclass(frozen=True, slots=True)
class KeptActor:
    """An actor in the ledger of those that are published: its id, which is in its address, and what it was called."""

    id: str
    name: str
