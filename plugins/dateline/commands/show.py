"""a timeline in the terminal: of an actor, or of everything

Events in order of time, with their date, kind, line and how sure they are; filtered by actor, type, time and confidence."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from ..events.schema import kinds
from ..model import Event, Timeline
from ..model.days import number
from ..model.edited import edited, is_date
from ..serial import plain
from . import inputs

EXAMPLES = """dateline show "Vladimir Putin"
dateline show "Vladimir Putin" --from 2020-04 --type CONSULT
dateline show --json --sure 50"""
#: what the theme's colours are in a terminal
COLOURS = {
    "green": "green", "teal": "cyan", "blue": "blue", "violet": "magenta", "red": "red", "rust": "yellow", "amber": "yellow",
    "grey": "dim",
}  # fmt: skip


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("actor", nargs="?", metavar="ACTOR", help="a name, or a part of one; default: everybody")
    inputs.files(parser, "the articles of the site in this folder")
    parser.add_argument("--from", dest="first", metavar="DATE", help="nothing before this day, month or year")
    parser.add_argument("--to", dest="last", metavar="DATE", help="nothing after it")
    parser.add_argument(
        "--type", action="append", metavar="TYPE", choices=sorted(kinds()), help="only events of this type; may be repeated"
    )
    parser.add_argument("--sure", type=int, default=0, metavar="PERCENT", help="only events at least so sure")
    inputs.as_json(parser)


def run(given: argparse.Namespace) -> int:
    line = inputs.together(inputs.of_site(given.files))
    wanted = _named(line, given.actor) if given.actor else None
    first, last = _bound(given.first, 0), _bound(given.last, 1)
    listed = [e for e in line.events if e.listed]
    events = [e for e in listed if _within(e, first, last) and _fits(e, wanted, given)]
    if given.json:
        inputs.out(plain(events))
    else:
        _draw(events, len(listed))
    return 0


def _named(line: Timeline, name: str) -> set[str]:
    """The actors of this name. Raises ValueError, with names that come near."""
    wanted = name.casefold()
    exact = {a.id for a in line.actors if wanted in {a.id, *(n.casefold() for n in (a.name, *a.aliases))}}
    found = exact or {a.id for a in line.actors if wanted in a.name.casefold()}
    if not found:
        near = _nearest(wanted, [a.name for a in line.actors])
        raise ValueError(f"no actor is called {name!r}" + (f": did you mean {near!r}?" if near else ""))
    return found


def _nearest(name: str, names: Sequence[str]) -> str:
    from rapidfuzz import process

    found = process.extractOne(name, names, score_cutoff=60)
    return str(found[0]) if found else ""


def _bound(date: str | None, end: int) -> int | None:
    """The first or last day of a date that the user gives. Raises ValueError."""
    if not date:
        return None
    when = edited(date) if is_date(date) else None
    if when is None or not when.from_ or not when.to:
        raise ValueError(f"{date!r} is no date: write it as 2020, 2020-05 or 2020-05-08")
    return number((when.from_, when.to)[end])


def _within(event: Event, first: int | None, last: int | None) -> bool:
    """Whether an event overlaps a time."""
    if first is None and last is None:
        return True
    if event.when is None or not event.when.from_ or not event.when.to:
        return False
    return (last is None or number(event.when.from_) <= last) and (first is None or number(event.when.to) >= first)


def _fits(event: Event, wanted: set[str] | None, given: argparse.Namespace) -> bool:
    who = {p.actor for p in event.participants}
    return (
        (wanted is None or bool(who & wanted))
        and (not given.type or event.type in given.type)
        and event.confidence * 100 >= given.sure
    )


def _draw(events: Sequence[Event], every: int) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 1), show_header=False)
    for _ in range(4):
        table.add_column(overflow="fold")
    year = ""
    for event in events:
        when, kind = event.when.value if event.when else "no date", kinds()[event.type]
        if event.when and event.when.from_ and (begins := event.when.from_[:-6]) != year:
            year = begins
            table.add_row(Text(year, style="bold"))
        sources = len({report.article for report in event.reports})
        sure = f"{event.confidence:.0%} {'·' * sources}"
        table.add_row(when, Text(kind.label, style=COLOURS[kind.colour]), Text(event.summary), sure)
    console = Console(highlight=False)
    console.print(table)
    console.print(f"{len(events)} of {every} events")
