"""The timeline of a corpus: its actors, its events, the dates that tell the story best, and what is doubtful."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..model import Correction, Event, Kept, Known, Reading, Timeline
from .actors import gather
from .corpus import Corpus
from .corrected import corrected
from .digest import key_dates as chosen
from .events import merge, order
from .ids import lasting
from .relations import relations
from .review import review
from .shelf import shelved
from .stories import storylines
from .teller import Teller

#: as many events are held in memory as a whole: some 1.5 KB each
FEW = 100_000


def timeline(
    readings: Iterable[Reading],
    *,
    key_dates: int = 10,
    per_date: int = 1,
    known: Sequence[Known] = (),
    corrections: Sequence[Correction] = (),
    kept: Sequence[Kept] = (),
    teller: Teller | None = None,
) -> Timeline:
    """What all articles say together, as the editors have it. The order of the readings does not matter.

    ``known``, ``corrections`` and ``kept`` are what lies on the desk: actors, corrections of events, and the ledger of ids.
    ``teller`` is one that was asked before, if there is one.
    """
    corpus = readings if isinstance(readings, Corpus) else Corpus(readings)
    actors, same, names = gather(sorted(corpus.casts, key=lambda cast: cast.article.id), known)
    teller = teller or Teller()
    reports = teller.told(corpus, same)
    apart = [frozenset(one.split) for one in corrections if one.split]
    merged, near = merge(reports, apart, teller.event)
    outcome = corrected(shelved(Event, lasting(merged, kept), FEW), corrections, kept, actors)
    hidden = {a.id for a in actors for one in known if one.hide and one.name == a.name}
    events = _in_order(outcome.events, hidden)
    return Timeline(
        actors=tuple(a for a in actors if a.id not in hidden),
        events=events,
        key_dates=chosen(events, reports, count=key_dates, per_date=per_date),
        same=same,
        doubts=review(events, reports, near, names, outcome.notes, actors),
        storylines=storylines(events, reports, actors),
        relations=relations(events),
        hidden=tuple(sorted(outcome.hidden)),
    )


def _in_order(events: Mapping[str, Event], hidden: set[str]) -> Sequence[Event]:
    """The events in order of time, without the actors that the editors hide."""
    ids = (id for *_, id in sorted(map(order, events.values())))
    return shelved(Event, (_without(events[id], hidden) for id in ids), FEW)


def _without(event: Event, hidden: set[str]) -> Event:
    """An event without the actors that the editors hide."""
    if not hidden:
        return event
    where = tuple(id for id in event.where if id not in hidden)
    return replace(event, participants=tuple(p for p in event.participants if p.actor not in hidden), where=where)
