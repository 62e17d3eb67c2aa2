"""CSV: one row an event, for a spreadsheet. A cell that a spreadsheet would take for a formula is quoted."""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from ...model import REPORTED_ON, When
from ..views import EventView, Views
from .rows import Content
from .wording import sentence, sources

COLUMNS = (
    "id", "from", "to", "date", "type", "status", "summary", "actors", "confidence", "articles", "sentence", "url", "sources",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
BETWEEN = "; "


def write(views: Views, settings: Mapping[str, Any]) -> Iterator[tuple[str, Content]]:
    """``data/events.csv``: UTF-8, the columns in COLUMNS; several actors, articles or sources are parted by "; "."""
    yield "data/events.csv", _lines(chain((COLUMNS,), map(_row, views.events)))


def write_for_excel(views: Views, settings: Mapping[str, Any]) -> Iterator[tuple[str, Content]]:
    """``data/events-excel.csv``: the same, as Excel opens it with all letters right: after the mark of UTF-8, parted by ";"."""
    yield "data/events-excel.csv", chain((BOM_UTF8,), _lines(chain((COLUMNS,), map(_row, views.events)), ";"))


def _lines(rows: Iterable[Iterable[object]], delimiter: str = ",") -> Iterator[bytes]:
    out = io.StringIO()
    line = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    for row in rows:
        line.writerow([_safe(str(cell)) for cell in row])
        yield out.getvalue().encode()
        out.seek(0)
        out.truncate()


def _row(view: EventView) -> tuple[object, ...]:
    event, when = view.event, view.event.when
    return (
        event.id,
        (when and when.from_) or "",
        (when and when.to) or "",
        _date(when) if when else "",
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


def _date(when: When) -> str:
    """As it is known; as EDTF, with "~", where it is only the day of the report."""
    return (when.edtf or when.value) if when.basis == REPORTED_ON else when.value


def _safe(cell: str) -> str:
    return "'" + cell if cell.startswith(FORMULA) else cell
