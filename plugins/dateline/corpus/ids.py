"""Ids that last: an event that is in the ledger of published ones keeps its id, and those it swallowed lead to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..model import Event, Kept


def lasting(events: Iterable[Event], kept: Sequence[Kept]) -> list[Event]:
    """The events, each under the oldest id in the ledger that one of its reports has; the others are its aliases."""
    age = {one.id: number for number, one in enumerate(kept)}
    return [_kept(event, age) for event in events]


def _kept(event: Event, age: dict[str, int]) -> Event:
    reports = (*(r.report for r in event.reports), *event.headlines)
    known = sorted((id for id in reports if id in age), key=lambda id: age[id])
    if not known:
        return event
    return replace(event, id=known[0], aliases=tuple(known[1:]))


def lost(events: Iterable[Event], kept: Sequence[Kept]) -> tuple[Kept, ...]:
    """Those in the ledger that no event answers to any more."""
    answering = {id for event in events for id in (event.id, *event.aliases)}
    return tuple(one for one in kept if one.id not in answering)
