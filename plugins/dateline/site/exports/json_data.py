"""JSON: the events and the actors, as ``dateline timeline`` gives them, each with its page."""

from __future__ import annotations

import json
from typing import Any

from ...serial import plain
from ..views import Views


def events(views: Views, settings: dict[str, Any]) -> bytes:
    """``data/events.json``: the events and the key dates."""
    found = [{**plain(e.event), "url": e.url} for e in views.events]
    return _bytes({"events": found, "key_dates": plain(views.timeline.key_dates)})


def actors(views: Views, settings: dict[str, Any]) -> bytes:
    """``data/actors.json``."""
    return _bytes({"actors": [{**plain(a.actor), "url": a.url} for a in views.actors.values()]})


def _bytes(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
