"""The SQLite database: tables, keys, views, search."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from dateline.site import linked
from dateline.site.exports import sqlite

from .exported import PUBLISHED, event, files, opened, read, views, written

__all__ = ["files"]


def test_a_full_disk_is_told_as_the_system_tells_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite has an error of its own, which no build knows."""
    monkeypatch.setattr(sqlite, "UNSAFE", f"{sqlite.UNSAFE} PRAGMA max_page_count = 3;")
    with pytest.raises(OSError, match="No space left on device"):
        list(sqlite.write(views(), PUBLISHED))


@pytest.fixture
def database(files: dict[str, bytes]) -> Iterator[sqlite3.Connection]:
    with opened(files["data/timeline.sqlite"]) as connection:
        yield connection


@pytest.mark.parametrize(
    ("table", "path", "key"),
    [("events", "data/events.json", "events"), ("actors", "data/actors.json", "actors")],
)
def test_tables_have_a_row_for_each(
    database: sqlite3.Connection, files: dict[str, bytes], table: str, path: str, key: str
) -> None:
    """As many as the JSON, by the same ids in the same order."""
    ids = [id for (id,) in database.execute(f"SELECT id FROM {table} ORDER BY rowid")]
    assert ids == [one["id"] for one in read(files, path)[key]]


def test_reports_and_participants_are_those_of_the_json(database: sqlite3.Connection, files: dict[str, bytes]) -> None:
    """Each sentence of each event, and each part in it."""
    events = read(files, "data/events.json")["events"]
    assert database.execute("SELECT id, sentence FROM reports ORDER BY number").fetchall() == [
        (r["report"], r["sentence"]) for e in events for r in e["reports"]
    ]
    parts = [(e["id"], p) for e in events for p in e["participants"]]
    actors = [(id, p["actor"], p["role"]) for id, p in parts if p["actor"]]
    unnamed = [(id, p["text"], p["role"]) for id, p in parts if not p["actor"]]
    assert database.execute("SELECT * FROM participants ORDER BY rowid").fetchall() == actors
    assert database.execute("SELECT * FROM unnamed_participants ORDER BY rowid").fetchall() == unnamed
    assert len(unnamed) == 1


def test_the_keys_of_the_database_hold(database: sqlite3.Connection) -> None:
    """Every row that is pointed at is there, and the file is whole."""
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_every_foreign_key_leads_an_index(database: sqlite3.Connection) -> None:
    """So that no join reads a whole table."""
    for (table,) in database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%search%'"
    ).fetchall():
        named = database.execute(f"SELECT name FROM pragma_index_list('{table}')").fetchall()
        led = {database.execute(f"SELECT name FROM pragma_index_info('{n}') WHERE seqno = 0").fetchone()[0] for (n,) in named}
        assert {row[3] for row in database.execute(f"PRAGMA foreign_key_list({table})")} <= led, table


def test_the_views_of_the_database_can_be_read(database: sqlite3.Connection) -> None:
    """events_by_day holds what has one day, in order of time."""
    assert [id for (id,) in database.execute("SELECT event_id FROM events_by_day")] == ["bc", "day", "last", "bare"]
    assert database.execute("SELECT count(*) FROM events_by_actor WHERE actor = 'Denmark'").fetchone() == (9,)
    assert database.execute("SELECT source FROM sentences WHERE event_id = 'day'").fetchall() == [("Test Gazette",), ("",)]


def test_the_database_can_be_searched(database: sqlite3.Connection) -> None:
    """Other forms of a word are found; a rank in the index is the place of the event."""
    if not database.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchone():
        pytest.skip("this SQLite has no full-text search")
    found = "SELECT id FROM events WHERE place IN (SELECT rowid FROM events_search WHERE events_search MATCH ?)"
    assert database.execute(found, ("noon",)).fetchall() == [("undated",)]
    found = "SELECT count(*) FROM reports WHERE number IN (SELECT rowid FROM reports_search WHERE reports_search MATCH ?)"
    assert database.execute(found, ("signing",)).fetchone() == (10,)


def test_a_speaker_who_is_no_actor_is_left_out() -> None:
    """The reference would lead nowhere."""
    one = event("day", "2021-06-17")
    lone = replace(one, reports=(replace(one.reports[0], said_by="hidden"), replace(one.reports[0], said_by="denmark")))
    with opened(written(seen=views((lone,)))["data/timeline.sqlite"]) as database:
        assert database.execute("SELECT said_by FROM reports").fetchall() == [(None,), ("denmark",)]


def test_places_of_events_are_told() -> None:
    """As rows of their own, and as the location in JSON-LD."""
    seen = views((event("day", "2021-06-17", where=("denmark",)), event("nowhere", "2021-06-18")))
    with opened(written(seen=seen)["data/timeline.sqlite"]) as database:
        assert database.execute("SELECT * FROM event_places").fetchall() == [("day", "denmark")]
    assert [place["name"] for place in linked.event(seen.by_id["day"], PUBLISHED)["location"]] == ["Denmark"]
    assert "location" not in linked.event(seen.by_id["nowhere"], PUBLISHED)


@pytest.mark.slow
def test_the_built_database_holds_the_built_events(site: Path) -> None:
    """Its keys hold, and it tells the events that the JSON calls listed."""
    every = json.loads((site / "data/events.json").read_text(encoding="utf-8"))["events"]
    events = [event for event in every if event["listed"]]
    with opened((site / "data/timeline.sqlite").read_bytes()) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        told = database.execute("SELECT id, summary FROM events ORDER BY place").fetchall()
    assert told == [(e["id"], e["summary"]) for e in events]
