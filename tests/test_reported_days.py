"""A day that no words give says everywhere that it is only the day of the report."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import icalendar
import pytest
from dateline.model import REPORTED_ON, When
from dateline.site import search
from dateline.site.pictures import event_card
from dateline.site.views import Views

from .exported import event, read, views, written

DAY = "2021-06-17"
EVENT = replace(event("day", DAY), when=When(DAY, f"{DAY}~", DAY, DAY, REPORTED_ON))


@pytest.fixture(scope="module")
def seen() -> Views:
    return views((EVENT,))


@pytest.fixture(scope="module")
def files(seen: Views) -> dict[str, bytes]:
    return written(seen=seen)


def test_a_card_says_so(seen: Views) -> None:
    assert event_card(seen.by_id["day"], "Site").title == "reported 17 June 2021"


def test_a_result_of_the_search_says_so_in_the_language_of_the_site(seen: Views) -> None:
    found = search.records(seen, {"reported": "gemeldet"}.get)  # type: ignore[arg-type]
    assert [record.when for record in found if record.kind == "event"] == ["gemeldet 17 June 2021"]


def test_a_spreadsheet_has_it_as_about_that_day(files: dict[str, bytes]) -> None:
    """Of EDTF, where "~" is about."""
    [row] = csv.DictReader(io.StringIO(files["data/events.csv"].decode()))
    assert (row["from"], row["date"]) == (DAY, f"{DAY}~")


def test_a_calendar_says_so(files: dict[str, bytes]) -> None:
    [entry] = icalendar.Calendar.from_ical(files["data/events.ics"]).walk("VEVENT")
    assert entry["DESCRIPTION"].startswith("(reported 17 June 2021)\n")


def test_a_slide_says_so(files: dict[str, bytes]) -> None:
    [slide] = read(files, "data/timelinejs.json")["events"]
    assert slide["display_date"] == "reported 17 June 2021"
