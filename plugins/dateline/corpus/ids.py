"""Ids that last: an event that is in the ledger of published ones keeps its id, and those it swallowed lead to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..model import Event, Kept

WORD = re.compile(r"[^\W_]+")


def lasting(events: Sequence[Event], kept: Sequence[Kept]) -> list[Event]:
    """The events, each under the oldest id in the ledger that one of its reports has; the others are its aliases.

    An id that no report has any more goes to the event that the same article tells in the same sentence.
    """
    moved = _moved(events, kept)
    age = {one.id: number for number, one in enumerate(kept)}
    return [_kept(event, moved.get(event.id, ()), age) for event in events]


def _moved(events: Sequence[Event], kept: Sequence[Kept]) -> dict[str, list[str]]:
    """By an event's id, the ids in the ledger that come to it by their sentence."""
    answering = {id for event in events for id in _ids(event)}
    gone = [one for one in kept if one.id not in answering]
    if not gone:
        return {}
    told: dict[str, list[tuple[str, str]]] = {}
    for event in events:
        for report in event.reports:
            told.setdefault(report.article, []).append((_words(report.sentence), event.id))
    moved: dict[str, list[str]] = {}
    for one in gone:
        sentence = _words(one.sentence)
        same = (id for words, id in told.get(one.article, ()) if words in sentence or sentence in words)
        if (heir := next(same, None)) is not None:
            moved.setdefault(heir, []).append(one.id)
    return moved


def _ids(event: Event) -> tuple[str, ...]:
    """The ids that lead to an event: those of its reports."""
    return (*(told.report for told in event.reports), *event.headlines)


def _words(sentence: str) -> str:
    """The words of a sentence between spaces, so that signs, which readings part otherwise, do not count."""
    return f" {' '.join(WORD.findall(sentence.lower()))} "


def _kept(event: Event, moved: Sequence[str], age: dict[str, int]) -> Event:
    known = sorted((id for id in (*_ids(event), *moved) if id in age), key=lambda id: age[id])
    if not known:
        return event
    return replace(event, id=known[0], aliases=tuple(known[1:]))


def lost(events: Iterable[Event], kept: Sequence[Kept]) -> tuple[Kept, ...]:
    """Those in the ledger that no event answers to any more."""
    answering = {id for event in events for id in (event.id, *event.aliases)}
    return tuple(one for one in kept if one.id not in answering)
