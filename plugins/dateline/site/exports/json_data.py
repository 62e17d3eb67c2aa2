"""JSON: the events and the actors, as ``dateline timeline`` gives them, each with its page; and the schema of both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ...serial import plain
from ..views import Views
from .rows import Content, json_rows
from .wording import address

SCHEMA = Path(__file__).parent / "schema.json"


def events(views: Views, settings: Mapping[str, Any]) -> Iterator[tuple[str, Content]]:
    """``data/events.json``: the events in order of time, and the key dates."""
    found = ({**plain(e.event), "url": e.url} for e in views.every)
    key_dates = iter(plain(views.timeline.key_dates))
    yield "data/events.json", json_rows({**_head(settings), "events": found, "key_dates": key_dates})


def actors(views: Views, settings: Mapping[str, Any]) -> Iterator[tuple[str, Content]]:
    """``data/actors.json``: the actors with all their names."""
    found = ({**plain(a.actor), "url": a.url} for a in views.actors.values())
    yield "data/actors.json", json_rows({**_head(settings), "actors": found})


def schema(views: Views, settings: Mapping[str, Any]) -> Iterator[tuple[str, Content]]:
    """``data/schema.json``: the JSON Schema (2020-12) of the two others."""
    yield "data/schema.json", SCHEMA.read_bytes()


def _head(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Where the data come from, on what terms, and what describes them."""
    site = {"name": settings["SITENAME"], "url": address(settings, "")}
    return {"schema": "schema.json", "site": site, "licence": settings.get("DATELINE_LICENCE") or ""}
