"""What an editor should look at, the weightiest first: for each why, its sentence, and what to write on the desk."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import islice

from ..model import Actor, Doubt, Event
from .told import Told

#: below this an event is hardly to be trusted
LOW = 0.2
#: how many of a kind are listed
MOST = 25


def review(
    events: Sequence[Event],
    told: Sequence[Told],
    near: Sequence[tuple[str, str]],
    names: Sequence[Doubt],
    notes: Sequence[str],
    actors: Sequence[Actor],
) -> tuple[Doubt, ...]:
    """Everything doubtful: notes on corrections, contradictions, events and actors that may be one, dates and kinds unknown."""
    called = {a.id: a.name for a in actors}
    groups = (
        (Doubt("correction", (), note) for note in notes),
        (_about(e, "contradiction", "; ".join(e.contradictions), "date: …") for e in _heaviest(events, _contradicted)),
        _alike(near, events),
        (_named(doubt, called) for doubt in names),
        (_about(e, "undated", "nothing dates it", "date: …") for e in _heaviest(events, _undated)),
        (_about(e, "doubtful", f"confidence {e.confidence:.2f}", "hide: true") for e in _heaviest(events, _doubtful)),
        _unknown(told),
    )
    return tuple(doubt for group in groups for doubt in islice(group, MOST))


def _heaviest(events: Iterable[Event], doubtful: Callable[[Event], bool]) -> list[Event]:
    return nsmallest(MOST, filter(doubtful, events), key=lambda e: (-e.weight, e.id))


def _contradicted(event: Event) -> bool:
    return bool(event.contradictions)


def _undated(event: Event) -> bool:
    return event.when is None and event.status == "happened"


def _doubtful(event: Event) -> bool:
    return event.confidence < LOW


def _about(event: Event, kind: str, why: str, change: str) -> Doubt:
    sentence = " ".join(event.reports[0].sentence.split())
    return Doubt(kind, (event.id,), why, sentence, f"{_quoted(event.id)}:\n  {change}\n")


def _text(name: str) -> str:
    """A name as YAML reads it as text: in quotes, but where it is letters and spaces and no word of YAML's own."""
    plain = name.replace(" ", "").isalpha() and name.lower() not in {"true", "false", "null", "yes", "no", "on", "off"}
    return name if plain else json.dumps(name, ensure_ascii=False)


def _quoted(id: str) -> str:
    """An id as YAML reads it as text: in quotes where it could be a number."""
    return id if id[:1].isalpha() else f"'{id}'"


def _alike(near: Sequence[tuple[str, str]], events: Sequence[Event]) -> Iterator[Doubt]:
    """Pairs of events of which some reports are nearly alike."""
    asked = {id for pair in near for id in pair}
    place = {r.report: n for n, event in enumerate(events) for r in event.reports if r.report in asked}
    seen = set()
    for one, two in near:
        if one not in place or two not in place:
            continue
        a, b = events[place[one]], events[place[two]]
        if a.id != b.id and (pair := tuple(sorted((a.id, b.id)))) not in seen:
            seen.add(pair)
            yield Doubt(
                "alike",
                pair,
                f"“{a.summary}” may be “{b.summary}”",
                "",
                f"{_quoted(pair[1])}:\n  merge_into: {_quoted(pair[0])}\n",
            )


def _named(doubt: Doubt, called: Mapping[str, str]) -> Doubt:
    """A doubt about actors, with what to write where two names are one's, or what else settles it."""
    first, *others = (called.get(id, id) for id in doubt.about)
    if not others:
        return Doubt("disagreement", doubt.about, f"{first}: {doubt.why}", "", f"- name: {_text(first)}\n  {doubt.kind}: …\n")
    name, alias = (others[0], first) if doubt.kind == "surname" else (first, others[0])
    entry = f"- name: {_text(name)}\n  aliases: [{_text(alias)}]\n"
    return Doubt(doubt.kind, doubt.about, f"{first}, {', '.join(others)}: {doubt.why}", "", entry)


def _unknown(told: Sequence[Told]) -> Iterator[Doubt]:
    """Words that told events of no known kind, the most frequent first."""
    counts: Counter[str] = Counter()
    first: dict[str, Told] = {}
    for one in (t for t in told if t.type == "OTHER"):
        counts[word := one.report.text.lower()] += 1
        first.setdefault(word, one)
    for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        why = f"“{word}” told {count} event{'s' * (count > 1)} of no known kind"
        yield Doubt("trigger", (word,), why, " ".join(first[word].sentence.split()))
