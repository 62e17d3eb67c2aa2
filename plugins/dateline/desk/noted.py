"""What an article's front matter says of its events, put over what the program reads in it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from ..model import Actor, Note, Participant, Reading, Report, Span
from ..model.edited import edited
from ..model.slug import slug

Named = dict[str, tuple[str, ...]]
#: what an actor that a note names may be in its event, and what kind of actor one is of whom nothing else is known
ROLES = {"source": "organisation", "target": "organisation", "where": "place"}
ENDS = (". ", "! ", "? ", "\n")


def noted(reading: Reading) -> tuple[Reading, list[str]]:
    """The reading as its article's front matter has it, and what is wrong with that, a line each. Nothing else is lost."""
    problems: list[str] = []
    for note in reading.article.notes:
        reading = _put(reading, note, problems)
    return reading, problems


def _put(reading: Reading, note: Note, problems: list[str]) -> Reading:
    id = note.hide or note.replace
    if note.add is not None:
        return _added(reading, note, note.add, problems)
    meant = next((r for r in reading.reports if r.id == id), None)
    if meant is None:
        problems.append(f"{reading.article.id}: events: no report {id}: `dateline annotate` lists them")
        return reading
    # all words of its sentence that tell the same happening, or it would be told on as before
    told = {r.id for r in reading.reports if r is meant or _are_one(r, meant)}
    if note.hide:
        return replace(reading, reports=tuple(r for r in reading.reports if r.id not in told))
    reading, named = _with_actors(reading, note)
    return replace(reading, reports=tuple(_changed(r, note, named) if r.id in told else r for r in reading.reports))


def _are_one(one: Report, two: Report) -> bool:
    return one.same is not None and one.same == two.same and one.sentence == two.sentence


def _added(reading: Reading, note: Note, words: str, problems: list[str]) -> Reading:
    """With a report of the sentence in which these words stand."""
    text = reading.article.text
    start = text.find(words)
    if start < 0:
        problems.append(f"{reading.article.id}: events: the article has no words {words!r}: copy them as they stand")
        return reading
    reading, named = _with_actors(reading, note)
    first = max((text.rfind(end, 0, start) + len(end) for end in ENDS if text.rfind(end, 0, start) >= 0), default=0)
    ends = ((i, end) for end in ENDS if (i := text.find(end, start + len(words) - 1)) >= 0)
    last = min((i + (end != "\n") for i, end in ends), default=len(text))
    id = hashlib.sha256(f"{reading.article.id}\n{words}\n{note.summary}".encode()).hexdigest()[:10]
    if any(r.id == id for r in reading.reports):
        problems.append(f"{reading.article.id}: events: {words!r} is added twice: give each a summary of its own")
        return reading
    report = Report(
        id, reading.article.id, "OTHER", start, start + len(words), words, Span(first, last), note.summary or words, (), (), (),
        None, "happened", None, 1.0, ("added by the editors",), worth=1.0,
    )  # fmt: skip
    added = (*reading.reports, _changed(report, note, named))
    return replace(reading, reports=tuple(sorted(added, key=lambda r: (r.start, r.id))))


def _changed(report: Report, note: Note, named: Named) -> Report:
    """A report with what the note gives."""
    acts, upon = named.get("source", report.source), named.get("target", report.target)
    parts = report.participants
    if named.keys() & {"source", "target"}:
        parts = (*(Participant(a, "source") for a in acts), *(Participant(a, "target") for a in upon if a not in acts))
    return replace(
        report,
        type=note.type or report.type,
        status=note.status or report.status,
        summary=note.summary or report.summary,
        when=edited(note.date) if note.date else report.when,
        source=acts,
        target=upon,
        participants=parts,
        where=named.get("where", report.where),
        edited=(*(name for name in ("date", "summary", "type", "status") if getattr(note, name)), *sorted(named)),
    )


def _with_actors(reading: Reading, note: Note) -> tuple[Reading, Named]:
    """The ids of the actors that a note names, by what they do; one that the article does not have is added to it."""
    known = {name.lower(): a.id for a in reversed(reading.actors) for name in (*a.aliases, a.name)}
    new: dict[str, Actor] = {}
    named: Named = {}
    for role, kind in ROLES.items():
        names: Sequence[str] | None = getattr(note, role)
        if names is not None:
            new |= {n.lower(): Actor(slug(n), n, kind) for n in names if n.lower() not in {*known, *new}}
            named[role] = tuple(known.get(n.lower()) or new[n.lower()].id for n in names)
    return replace(reading, actors=(*reading.actors, *new.values())), named
