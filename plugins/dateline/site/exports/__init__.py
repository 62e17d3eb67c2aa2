"""Exports: the timeline as files for other programs; each module has ``write(views, settings) -> str or bytes``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..views import Views
from . import atom, csv_events, ics, json_data

EXPORTS: dict[str, Callable[[Views, dict[str, Any]], bytes]] = {
    "data/events.json": json_data.events,
    "data/actors.json": json_data.actors,
    "data/events.csv": csv_events.write,
    "data/events.ics": ics.write,
    "feeds/all.atom.xml": atom.write,
}
