"""CSV: one row an event, for a spreadsheet. A cell that a spreadsheet would take for a formula is quoted."""

from __future__ import annotations

import csv
import io
from typing import Any

from ..views import EventView, Views

COLUMNS = ("id", "from", "to", "date", "type", "status", "summary", "actors", "confidence", "articles", "sentence", "url")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(views: Views, settings: dict[str, Any]) -> bytes:
    """``data/events.csv``: UTF-8, the columns in COLUMNS; several actors or articles are parted by "; "."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    rows.writerows([_safe(str(cell)) for cell in _row(event)] for event in views.events)
    return out.getvalue().encode()


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
        "; ".join(p.actor.name for p in view.participants),
        event.confidence,
        "; ".join(dict.fromkeys(e.article for e in event.reports)),
        " ".join(event.reports[0].sentence.split()),
        view.url,
    )


def _safe(cell: str) -> str:
    return "'" + cell if cell.startswith(FORMULA) else cell
