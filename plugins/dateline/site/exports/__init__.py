"""Exports: the timeline as files for other programs. Each gives its files, as path below output and content."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ..views import Views
from . import atom, csv_events, ics, json_data, sqlite, timelinejs
from .rows import Content

Export = Callable[[Views, Mapping[str, Any]], Iterator[tuple[str, Content]]]

EXPORTS: tuple[Export, ...] = (
    json_data.events, json_data.actors, json_data.schema, csv_events.write, csv_events.write_for_excel, ics.write,
    timelinejs.write, sqlite.write, atom.everything, atom.each_actor, atom.each_storyline,
)  # fmt: skip
