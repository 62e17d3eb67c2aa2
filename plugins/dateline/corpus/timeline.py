"""The timeline of a corpus: its actors, its events, the dates that tell the story best, and what is doubtful."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..model import Correction, Event, Kept, KeptActor, Known, Reading, Timeline
from .actors import gather
from .corrected import corrected
from .digest import key_dates as chosen
from .events import merge, order
from .ids import lasting
from .line import captioned, printed_once, usual, worthy
from .relations import relations
from .review import review
from .specific import specific
from .stories import storylines
from .told import prepare


def timeline(
    readings: Iterable[Reading],
    *,
    key_dates: int = 10,
    per_date: int = 1,
    known: Sequence[Known] = (),
    corrections: Sequence[Correction] = (),
    kept: Sequence[Kept] = (),
    kept_actors: Sequence[KeptActor] = (),
    least: float | None = None,
) -> Timeline:
    """What all articles say together, as the editors have it. The order of the readings does not matter.

    ``known``, ``corrections`` and ``kept`` are what lies on the desk: actors, corrections of events, and the ledger
    of ids; ``kept_actors`` is its part on actors. ``least`` is the worth from which on an event is listed, if not the usual.
    Raises ValueError where two articles have one id.
    """
    every = sorted(readings, key=lambda reading: reading.article.id)
    _single(every)
    gathered = gather(specific(every, {one.name for one in known}), known, kept_actors)
    actors, same = gathered.actors, gathered.same
    reports = prepare(every, same)
    apart = [frozenset(one.split) for one in corrections if one.split]
    merged, near = merge(reports, apart)
    outcome = corrected(lasting(merged, kept), corrections, kept, actors)
    hidden = {a.id for a in actors for one in known if one.hide and one.name == a.name}
    called = {a.id: a.name for a in actors}
    ordered = sorted(outcome.events.values(), key=order)
    limit = usual() if least is None else least
    events = tuple(printed_once(worthy(captioned(_without(event, hidden), called), limit) for event in ordered))
    listed = [event for event in events if event.listed]
    return Timeline(
        actors=tuple(a for a in actors if a.id not in hidden),
        events=events,
        key_dates=chosen(listed, reports, count=key_dates, per_date=per_date),
        same=same,
        doubts=review(listed, reports, near, gathered.doubts, outcome.notes, actors),
        storylines=storylines(listed, reports, actors),
        relations=relations(listed),
        hidden=tuple(sorted(outcome.hidden)),
        merges=gathered.merges,
        moved=gathered.moved,
    )


def _single(readings: Iterable[Reading]) -> None:
    for id, times in Counter(reading.article.id for reading in readings).items():
        if times > 1:
            raise ValueError(f"two articles have the id {id!r}")


def _without(event: Event, hidden: set[str]) -> Event:
    """An event without the actors that the editors hide."""
    if not hidden:
        return event
    where = tuple(id for id in event.where if id not in hidden)
    return replace(event, participants=tuple(p for p in event.participants if p.actor not in hidden), where=where)
