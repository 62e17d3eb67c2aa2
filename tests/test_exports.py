"""Exports: the files that other programs are given; JSON, CSV and iCalendar."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import feedparser
import icalendar
import pytest
from dateline import model
from dateline.model import Timeline
from dateline.serial import exported_fields
from dateline.site.views import Views
from jsonschema import Draft202012Validator

from .exported import AT_HOME, PUBLISHED, TOLD, files, read, written

__all__ = ["files"]


def test_the_files_are_those_promised(files: dict[str, bytes]) -> None:
    """An actor without events has no feed."""
    assert set(files) == {
        "data/events.json", "data/actors.json", "data/schema.json", "data/events.csv", "data/events.ics",
        "data/events-excel.csv", "data/timelinejs.json", "data/timeline.sqlite", "feeds/all.atom.xml",
        "feeds/actors/erna-solberg.atom.xml",
        "feeds/actors/denmark.atom.xml", "feeds/storylines/talks.atom.xml",
    }  # fmt: skip


def test_two_writes_give_the_same_bytes(files: dict[str, bytes]) -> None:
    """Nothing asks the clock or the order of a set."""
    assert written() == files


@pytest.mark.parametrize("settings", [PUBLISHED, AT_HOME])
def test_nothing_to_tell_is_no_error(settings: dict[str, str]) -> None:
    """A site without articles writes sound files, twice the same."""
    empty = written(settings, Views(Timeline(), []))
    assert empty == written(settings, Views(Timeline(), []))
    assert feedparser.parse(empty["feeds/all.atom.xml"]).feed.updated == "1970-01-01T00:00:00+00:00"


# JSON


def test_the_json_says_where_it_comes_from() -> None:
    """Site and licence stand at its head; read from disk, the site has no address."""
    head = read(written({**AT_HOME, "DATELINE_LICENCE": "CC BY 4.0"}), "data/events.json")
    assert head["site"] == {"name": "Fjord & Sound", "url": ""}
    assert head["licence"] == "CC BY 4.0"


@pytest.mark.parametrize("path", ["data/events.json", "data/actors.json"])
def test_the_json_is_as_its_schema_says(files: dict[str, bytes], path: str) -> None:
    """The schema is sound, and finds nothing wrong."""
    schema = read(files, "data/schema.json")
    Draft202012Validator.check_schema(schema)
    assert [e.message for e in Draft202012Validator(schema).iter_errors(read(files, path))] == []


@pytest.mark.parametrize(
    ("noun", "name"),
    [
        ("Event", "event"), ("When", "when"), ("Participant", "participant"), ("Evidence", "report"), ("Change", "change"),
        ("Edit", "edit"), ("KeyDate", "key_date"), ("Actor", "actor"), ("Mention", "mention"),
    ],
)  # fmt: skip
def test_the_schema_knows_every_field(files: dict[str, bytes], noun: str, name: str) -> None:
    """Each field of the model is described, and must be there, but for those that are left out where they are empty."""
    described = read(files, "data/schema.json")["$defs"][name]
    given = {f.name.rstrip("_") for f in exported_fields(getattr(model, noun))}
    assert given == set(described["properties"]) - {"url"}
    optional = {f.name for f in fields(getattr(model, noun)) if f.metadata.get("optional")}
    assert set(described["required"]) == set(described["properties"]) - optional
    assert all("description" in told or "$ref" in told for told in described["properties"].values())


def test_the_schema_is_strict(files: dict[str, bytes]) -> None:
    """A field too many is an error."""
    data = read(files, "data/events.json")
    data["events"][0]["more"] = 1
    assert not Draft202012Validator(read(files, "data/schema.json")).is_valid(data)


@pytest.mark.slow
@pytest.mark.parametrize("built", ["site", "published"])
def test_the_built_files_are_as_their_schema_says(built: str, request: pytest.FixtureRequest) -> None:
    """Events and actors of the tiny site."""
    data = Path(request.getfixturevalue(built), "data")
    schema = Draft202012Validator(json.loads((data / "schema.json").read_text(encoding="utf-8")))
    for name in ("events.json", "actors.json"):
        assert [e.message for e in schema.iter_errors(json.loads((data / name).read_text(encoding="utf-8")))] == [], name


# CSV


def rows(files: dict[str, bytes]) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in csv.DictReader(io.StringIO(files["data/events.csv"].decode(), newline=""))}


def test_no_cell_is_a_formula(files: dict[str, bytes]) -> None:
    """Not a summary, and not a year before 1."""
    assert all(not cell.startswith(tuple("=+-@\t\r\n")) for row in rows(files).values() for cell in row.values())
    assert rows(files)["undated"]["summary"].startswith("'=SUM")


def test_the_csv_names_sources_once(files: dict[str, bytes]) -> None:
    """An article without a source adds none."""
    assert rows(files)["day"]["sources"] == "Test Gazette"
    assert rows(files)["day"]["articles"] == "harbour; ferry"


def test_excel_has_the_same_rows(files: dict[str, bytes]) -> None:
    """Behind the mark of UTF-8, by which it knows the letters, and parted by semicolons."""
    excel = files["data/events-excel.csv"]
    assert excel.startswith(b"\xef\xbb\xbfid;from;")
    found = csv.DictReader(io.StringIO(excel.decode("utf-8-sig"), newline=""), delimiter=";")
    assert {row["id"]: row for row in found} == rows(files)
    assert files["data/events.csv"].startswith(b"id,from,")


# iCalendar


def entries(files: dict[str, bytes]) -> dict[str, Any]:
    return {str(e["uid"]).partition("@")[0]: e for e in icalendar.Calendar.from_ical(files["data/events.ics"]).walk("VEVENT")}


def test_the_calendar_leaves_out_what_it_cannot_hold(files: dict[str, bytes]) -> None:
    """Years before 1, and events without a date."""
    assert set(entries(files)) == {"year", "range", "months", "month", "day", "last", "bare"}


def test_the_calendar_says_what_is_cancelled(files: dict[str, bytes]) -> None:
    """In the word that calendars know; of others it says nothing."""
    assert {id: str(e["status"]) for id, e in entries(files).items() if "status" in e} == {"range": "CANCELLED"}


def test_the_calendar_leaves_no_trace_of_a_missing_sentence(files: dict[str, bytes]) -> None:
    """Where the sentence may not be published, its article is named and no empty line stands before it."""
    assert str(entries(files)["bare"]["description"]) == "Harbour & home, 18 June 2021"
    assert str(entries(files)["day"]["description"]).splitlines()[0] == TOLD
