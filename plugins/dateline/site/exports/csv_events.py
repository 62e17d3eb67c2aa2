"""CSV: one row an event, for a spreadsheet. A cell that a spreadsheet would take for a formula is quoted."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from ..views import EventView, Views
from .wording import sentence, sources

COLUMNS = (
    "id", "from", "to", "date", "type", "status", "summary", "actors", "confidence", "articles", "sentence", "url", "sources",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
BETWEEN = "; "


def write(views: Views, settings: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """``data/events.csv``: UTF-8, the columns in COLUMNS; several actors, articles or sources are parted by "; "."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    rows.writerows([_safe(str(cell)) for cell in _row(event)] for event in views.events)
    yield "data/events.csv", out.getvalue().encode()


def _row(view: EventView) -> tuple[object, ...]:
    event, when = view.event, view.event.when
    return (
        event.id,
        (when and when.from_) or "",
        (when and when.to) or "",
        when.value if when else "",
        event.type,
        event.status,
        event.summary,
        BETWEEN.join(p.actor.name for p in view.participants),
        event.confidence,
        BETWEEN.join(dict.fromkeys(e.article for e in event.reports)),
        sentence(view),
        view.url,
        BETWEEN.join(sources(view)),
    )


def _safe(cell: str) -> str:
    return "'" + cell if cell.startswith(FORMULA) else cell
