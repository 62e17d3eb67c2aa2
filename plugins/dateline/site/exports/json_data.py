"""JSON: the events and the actors, as ``dateline timeline`` gives them, each with its page; and the schema of both."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ...serial import plain
from ..views import Views
from .wording import address

SCHEMA = Path(__file__).parent / "schema.json"


def events(views: Views, settings: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """``data/events.json``: the events in order of time, and the key dates."""
    found = [{**plain(e.event), "url": e.url} for e in views.events]
    yield "data/events.json", _bytes({**_head(settings), "events": found, "key_dates": plain(views.timeline.key_dates)})


def actors(views: Views, settings: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """``data/actors.json``: the actors with all their names."""
    found = [{**plain(a.actor), "url": a.url} for a in views.actors.values()]
    yield "data/actors.json", _bytes({**_head(settings), "actors": found})


def schema(views: Views, settings: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """``data/schema.json``: the JSON Schema (2020-12) of the two others."""
    yield "data/schema.json", SCHEMA.read_bytes()


def _head(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Where the data come from, on what terms, and what describes them."""
    site = {"name": settings["SITENAME"], "url": address(settings, "")}
    return {"schema": "schema.json", "site": site, "licence": settings.get("DATELINE_LICENCE") or ""}


def _bytes(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
