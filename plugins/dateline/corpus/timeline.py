"""The timeline of a corpus: its actors, its events, and the dates that tell the story best."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..model import Event, KeyDate, Reading, Timeline
from .actors import gather
from .events import merge


def timeline(readings: Sequence[Reading], *, key_dates: int = 10, per_date: int = 1) -> Timeline:
    """What all articles say together. The order of the readings does not matter."""
    actors, same = gather(sorted(readings, key=lambda r: r.article.id))
    events = merge(readings, same)
    return Timeline(actors, events, tuple(_key_dates(events, key_dates, per_date)), same)


def _key_dates(events: Sequence[Event], count: int, per_date: int) -> list[KeyDate]:
    """The days with the heaviest events, in order of time, each with its heaviest events' sentences."""
    days: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.when and event.when.from_ and event.when.from_ == event.when.to:
            days[event.when.from_].append(event)
    heaviest = sorted(days, key=lambda d: (-sum(e.weight for e in days[d]), d))[:count]
    return [_key_date(day, days[day], per_date) for day in sorted(heaviest)]


def _key_date(day: str, events: Sequence[Event], per_date: int) -> KeyDate:
    ranked = sorted(events, key=lambda e: (-e.weight, e.id))
    sentences = list(dict.fromkeys(e.reports[0].sentence for e in ranked))[:per_date]
    return KeyDate(day, tuple(e.id for e in ranked), tuple(" ".join(s.split()) for s in sentences))
