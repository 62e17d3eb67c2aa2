"""The editors' corrections, put over what the machine says; its own value is kept beside theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import Any

from ..model import Actor, Correction, Edit, Event, Kept, Line, Participant
from ..model.edited import edited


@dataclass
class Outcome:
    """The events as corrected, the ids of those that are hidden, and what the editors should know, a line each."""

    events: dict[str, Event]
    hidden: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)


def corrected(
    events: Sequence[Event], corrections: Sequence[Correction], kept: Sequence[Kept], actors: Sequence[Actor]
) -> Outcome:
    """The events as the editors have them, those that they hide left out. A correction of no event is told with the nearest.

    An event answers to its id, its aliases and the ids of all its reports.
    """
    now = {event.id: event for event in events}
    outcome = Outcome(now)
    if not corrections:
        return outcome
    by_id = _answering(events)
    known = [one for one in corrections if one.event in by_id]
    lost = [one for one in corrections if one not in known]
    outcome.notes += [f"{one.place}: no event {one.event}{_nearest(one.event, events, kept)}" for one in lost]
    outcome.notes += [f"{one.place}: split names no report {id}" for one in known for id in one.split if id not in by_id]
    for one in known:
        now[by_id[one.event]] = _edited(now[by_id[one.event]], one, actors, outcome)
    hidden = dict.fromkeys(by_id[one.event] for one in known if one.hide)
    for one in known:
        if one.merge_into is not None:
            _merge(one, by_id, now, outcome)
    gone = [now.pop(id) for id in hidden if id in now]
    outcome.hidden = {id for event in gone for id in (event.id, *event.aliases)}
    return outcome


def _answering(events: Sequence[Event]) -> dict[str, str]:
    """The event that answers to each id."""
    by_id = {id: event.id for event in events for id in (*(r.report for r in event.reports), *event.headlines)}
    return by_id | {id: event.id for event in events for id in (event.id, *event.aliases)}


def _merge(one: Correction, by_id: dict[str, str], now: dict[str, Event], outcome: Outcome) -> None:
    """Put one event into another, whose id it leads to from then on."""
    if one.merge_into not in by_id:
        outcome.notes.append(f"{one.place}: merge_into names no event {one.merge_into}")
        return
    source, target = by_id[one.event], by_id[one.merge_into]
    if source == target:
        outcome.notes.append(f"{one.place}: {one.event} and {one.merge_into} are one event already: the correction can go")
        return
    gone, stays = now.pop(source), now[target]
    taking_part = {_who(p) for p in stays.participants}
    now[target] = replace(
        stays,
        reports=tuple(sorted((*stays.reports, *gone.reports), key=lambda r: (r.article, r.start))),
        participants=(*stays.participants, *(p for p in gone.participants if _who(p) not in taking_part)),
        where=tuple(dict.fromkeys((*stays.where, *gone.where))),
        aliases=(*stays.aliases, gone.id, *gone.aliases),
        headlines=(*stays.headlines, *gone.headlines),
        weight=max(stays.weight, gone.weight),
        worth=max(stays.worth, gone.worth),
        edits=(*stays.edits, *gone.edits, Edit("merge_into", gone.id, one.by, one.on, one.note)),
    )
    by_id.update(dict.fromkeys([id for id, owner in by_id.items() if owner == source], target))


def _edited(event: Event, one: Correction, actors: Sequence[Actor], outcome: Outcome) -> Event:
    """The event with what the editors say of it; where the program agrees by now, that is told."""
    changed = replace(event, pinned=event.pinned or one.pin)
    for name, given, machine, fields in _changes(event, one):
        if given == machine:
            outcome.notes.append(f"{one.place}: done, the program says {name} {given} by itself: the correction can go")
            continue
        edit = Edit(name, machine, one.by, one.on, one.note)
        changed = replace(changed, **fields, edits=(*changed.edits, edit))
    for role in ("source", "target"):
        if (names := getattr(one, role)) is not None:
            machine = ", ".join(_who(p) for p in event.participants if p.role == role)
            parts = tuple(_parts(names, role, actors, one, outcome))
            edit = Edit(role, machine, one.by, one.on, one.note)
            changed = replace(changed, participants=_with(changed, role, parts), edits=(*changed.edits, edit))
    if one.where is not None:
        edit = Edit("where", ", ".join(event.where), one.by, one.on, one.note)
        changed = replace(changed, where=_ids(one.where, actors, one, outcome), edits=(*changed.edits, edit))
    return changed


Changed = tuple[str, str, str, dict[str, Any]]


def _changes(event: Event, one: Correction) -> Iterator[Changed]:
    """For each field that is corrected: its name, what the editors and what the machine say, and the fields to replace."""
    if one.date is not None:
        yield "date", one.date, event.when.value if event.when else "none", {"when": edited(one.date)}
    for name in ("summary", "type", "status"):
        if (given := getattr(one, name)) is not None:
            line = {"line": Line("editor")} if name == "summary" else {}
            yield name, given, getattr(event, name), {name: given, **line}


def _with(event: Event, role: str, parts: tuple[Participant, ...]) -> tuple[Participant, ...]:
    given = {_who(p) for p in parts}
    return (*parts, *(p for p in event.participants if p.role != role and _who(p) not in given))


def _who(part: Participant) -> str:
    """Who takes part: the id of an actor, or what somebody is called who is none."""
    return part.actor or part.text


def _parts(
    names: Sequence[str], role: str, actors: Sequence[Actor], one: Correction, outcome: Outcome
) -> Iterator[Participant]:
    """Who has a role by the editors' word: actors, and who takes part in some event without a name ("protesters")."""
    unnamed = {p.text.lower(): p.text for e in outcome.events.values() for p in e.participants if p.actor is None}
    for name in names:
        if name.lower() in unnamed:
            yield Participant(None, role, unnamed[name.lower()])
        else:
            yield from (Participant(id, role) for id in _ids([name], actors, one, outcome))


def _ids(names: Sequence[str], actors: Sequence[Actor], one: Correction, outcome: Outcome) -> tuple[str, ...]:
    """The ids of actors named by name, alias or id; one that is not known is told, and left out."""
    by_name = {name.lower(): a.id for a in reversed(actors) for name in (*a.aliases, a.name, a.id)}
    for name in names:
        if name.lower() not in by_name:
            outcome.notes.append(f"{one.place}: no actor {name!r}: give a name that stands in an article")
    return tuple(by_name[name.lower()] for name in names if name.lower() in by_name)


def _nearest(id: str, events: Sequence[Event], kept: Sequence[Kept]) -> str:
    """What is known of an event that is gone: the sentence that it was about, and the event that is most like it."""
    was = next((k for k in kept if k.id == id), None)
    if was is None:
        return ": copy the id from the event's page"
    told = ((r.sentence, e.id) for e in events for r in e.reports if r.article == was.article)
    likest = max(((SequenceMatcher(None, was.sentence, said).ratio(), id) for said, id in told), default=(0.0, ""))
    near = f"; the nearest now is {likest[1]}" if likest[0] > 0.5 else ""
    return f", which was about “{was.sentence}”{near}"
