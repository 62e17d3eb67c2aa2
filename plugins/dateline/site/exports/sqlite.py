"""SQLite: everything as tables that can be asked questions, by hand or in Datasette."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ..days import parts
from ..views import EventView, Views
from .rows import Content
from .spans import span
from .tables import INDEXES, SEARCH, TABLES, VIEWS
from .wording import address

#: nobody reads the file before it is whole, and none is kept that is not
UNSAFE = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
#: bytes that are copied at once
CHUNK = 1 << 20
Rows = Iterator[tuple[object, ...]]


def write(views: Views, settings: Mapping[str, Any]) -> Iterator[tuple[str, Content]]:
    """``data/timeline.sqlite``: the tables of ``tables.py``; the same timeline gives the same bytes."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "timeline.sqlite")
        with _room(path), closing(sqlite3.connect(path)) as database:
            database.executescript(f"PRAGMA page_size = 4096; {UNSAFE} PRAGMA foreign_keys = ON; {TABLES}")
            with database:
                for table, columns, rows in _tables(views, settings):
                    places = ", ".join("?" * columns)
                    database.executemany(f"INSERT INTO {table} VALUES ({places})", rows)
            database.executescript(INDEXES + VIEWS + (SEARCH if _can_search(database) else ""))
        with path.open("rb") as file:
            yield "data/timeline.sqlite", iter(partial(file.read, CHUNK), b"")


@contextmanager
def _room(path: Path) -> Iterator[None]:
    """What SQLite says of a full disk, as the system says it: OSError."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_FULL:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path)) from error
        raise


def _can_search(database: sqlite3.Connection) -> bool:
    """Whether this SQLite was built with full-text search; some are not."""
    return database.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchone() is not None


def _tables(views: Views, settings: Mapping[str, Any]) -> Iterator[tuple[str, int, Rows]]:
    """The tables with their numbers of columns and their rows, those first that others point at."""
    yield "about", 2, _about(settings)
    yield "articles", 8, _articles(views)
    yield "actors", 6, _actors(views)
    yield "other_names", 2, _other_names(views)
    yield "events", 16, (_event(place, event) for place, event in enumerate(views.events, 1))
    yield "reports", 7, _reports(views)
    yield "participants", 3, _participants(views)
    yield "unnamed_participants", 3, ((e.id, p.text, p.role) for e in views.events for p in dict.fromkeys(e.unnamed))
    yield "event_places", 2, ((e.id, place) for e in views.events for place in dict.fromkeys(a.id for a in e.where))


def _about(settings: Mapping[str, Any]) -> Rows:
    yield "site", settings["SITENAME"]
    yield "url", address(settings, "")
    yield "licence", settings.get("DATELINE_LICENCE") or ""


def _articles(views: Views) -> Rows:
    for view in views.articles:
        one = view.article
        yield one.id, one.title, one.published, one.source, view.source_url or "", one.lang, one.location, view.url


def _actors(views: Views) -> Rows:
    for view in views.actors.values():
        one = view.actor
        yield one.id, one.name, one.kind, one.country, one.sector, view.url


def _other_names(views: Views) -> Rows:
    return ((a.id, name) for a in views.actors.values() for name in dict.fromkeys(a.aliases))


def _event(place: int, view: EventView) -> tuple[object, ...]:
    one, kind = view.event, view.kind
    what = (one.type, kind.label, kind.tone, one.mode, one.status, one.summary, one.weight, one.confidence, view.url)
    return one.id, place, *_when(view), *what


def _when(view: EventView) -> tuple[object, ...]:
    """Year, first day, last day, the date as precise as it is known, and on what grounds."""
    ends = span(view)
    if view.when is None or ends is None:
        return None, None, None, None, None
    date = "/".join(dict.fromkeys(ends))
    return parts(view.when.first)[0], view.when.first, view.when.last, date, view.when.basis


def _reports(views: Views) -> Rows:
    number = count(1)
    for view in views.events:
        for told in view.event.reports:
            said_by = told.said_by if told.said_by in views.actors else None
            yield next(number), told.report, view.id, told.article, said_by, told.text, told.sentence


def _participants(views: Views) -> Rows:
    return ((e.id, *part) for e in views.events for part in dict.fromkeys((p.actor.id, p.role) for p in e.participants))
