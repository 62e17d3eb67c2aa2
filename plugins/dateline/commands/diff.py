"""what changed between two events.json, as Markdown

New events, events that are gone, and those whose date, status, kind, line or actors changed; for a pull request or a job's
summary."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import inputs

EXAMPLES = """dateline diff old/data/events.json output/data/events.json
dateline diff --json old.json new.json"""
#: as many events of a sort are listed
LISTED = 50
FIELDS = ("date", "status", "type", "summary", "actors", "articles")
Event = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed in an event: each field with what it was and what it is."""

    id: str
    summary: str
    fields: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Events that are new, gone and changed, in order of time."""

    new: tuple[Event, ...]
    gone: tuple[Event, ...]
    changed: tuple[Changed, ...]


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("old", metavar="OLD", help="the events.json that was")
    parser.add_argument("new", metavar="NEW", help="the events.json that is")
    inputs.as_json(parser)


def run(given: argparse.Namespace) -> int:
    found = difference(read(given.old), read(given.new))
    if given.json:
        inputs.out(dataclasses.asdict(found))
    else:
        sys.stdout.write(markdown(found))
    return 0


def read(name: str) -> list[Event]:
    """The listed events of a file. Raises ValueError where it is none such, OSError where it is not there."""
    try:
        found = json.loads(Path(name).read_text(encoding="utf-8"))["events"]
        return [one for one in found if one["id"] and one.get("listed", True)]
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"{name}: not an events.json of Dateline") from error


def difference(old: Sequence[Event], new: Sequence[Event]) -> Difference:
    """What is between two timelines; an event that became part of another is found by its aliases."""
    before = {one["id"]: one for one in old}
    known = {id for one in new for id in (one["id"], *one.get("aliases", ()))}
    changed = (_changed(before[one["id"]], one) for one in new if one["id"] in before)
    return Difference(
        tuple(one for one in new if one["id"] not in before and not set(one.get("aliases", ())) & set(before)),
        tuple(one for one in old if one["id"] not in known),
        tuple(one for one in changed if one.fields),
    )


def _changed(old: Event, new: Event) -> Changed:
    pairs = [(name, _field(old, name), _field(new, name)) for name in FIELDS]
    return Changed(new["id"], new["summary"], tuple(pair for pair in pairs if pair[1] != pair[2]))


def _field(event: Event, name: str) -> str:
    if name == "date":
        return event["when"]["value"] if event["when"] else "none"
    if name == "actors":
        return ", ".join(f"{p['actor'] or p['text']} ({p['role']})" for p in event["participants"])
    if name == "articles":
        return str(len({report["article"] for report in event["reports"]}))
    return str(event[name])


def markdown(found: Difference) -> str:
    """The difference as a reader of a pull request sees it."""
    if not (found.new or found.gone or found.changed):
        return "No event changed.\n"
    head = f"{len(found.new)} new events, {len(found.changed)} changed, {len(found.gone)} gone.\n"
    parts = [
        _list("New", [_line(one) for one in found.new]),
        _list("Changed", [f"- {_escaped(one.summary)}{_fields(one)}" for one in found.changed]),
        _list("Gone", [_line(one) for one in found.gone]),
    ]
    return head + "".join(parts)


def _list(title: str, lines: Sequence[str]) -> str:
    rest = [f"- … and {len(lines) - LISTED} more"] if len(lines) > LISTED else []
    return "\n".join(["", f"## {title}", "", *lines[:LISTED], *rest, ""]) if lines else ""


def _line(event: Event) -> str:
    return f"- {_field(event, 'date')} · {event['type']} · {_escaped(event['summary'])}"


def _fields(one: Changed) -> str:
    return "".join(f"\n  - {name}: {_escaped(was) or 'none'} → {_escaped(now) or 'none'}" for name, was, now in one.fields)


def _escaped(text: str) -> str:
    """Text that Markdown takes as it is: what comes from articles may not become links or HTML."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|~&!" else c for c in " ".join(text.split()))
