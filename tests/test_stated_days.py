"""Days over several articles: which forbid that two reports tell one event, which are taken, and which are key."""

from __future__ import annotations

import pytest
from dateline.corpus.likeness import conflict
from dateline.corpus.timeline import timeline
from dateline.corpus.told import Told, prepare
from dateline.model import IN_TEXT, REPORTED_ON

from .test_corpus import reading


def test_of_mere_days_of_report_the_first_is_taken() -> None:
    """What is reported on a day had happened by then; a later report of it dates nothing anew."""
    days = ["2020-05-08", "2020-05-09", "2020-05-09"]
    [event] = timeline([reading(f"a{n}", day, day, basis=REPORTED_ON) for n, day in enumerate(days)]).events
    assert (event.when and event.when.value, event.history) == ("2020-05-08", ())


def pair(*said: dict[str, str]) -> list[Told]:
    """The reports of two articles, ready to be compared."""
    readings = [reading(f"a{n}", "2020-05-09", one.pop("day", "2020-05-07"), **one) for n, one in enumerate(map(dict, said))]
    return prepare(readings, {r.article.id: {a.id: a.id for a in r.actors} for r in readings})


@pytest.mark.parametrize(
    ("one", "two", "why"),
    [
        ({}, {}, None),
        ({}, {"whom": "Johnson"}, "done to others"),
        ({"where": "norway"}, {"where": "peru"}, "in other countries"),
        ({"day": "2020-05-01"}, {"sentence": "Putin phoned."}, "on other days"),
        ({"day": "2020-05-01"}, {"sentence": "Putin phoned.", "basis": REPORTED_ON}, None),
        ({"day": "2020-05-01"}, {"sentence": "Putin phoned.", "basis": IN_TEXT}, None),
    ],
)
def test_what_forbids_one_event_does_so_both_ways(one: dict[str, str], two: dict[str, str], why: str | None) -> None:
    """Only days that words say of the event itself do."""
    told = pair(one, two)
    assert [conflict(*told), conflict(*reversed(told))] == [why, why]


def test_what_is_cancelled_makes_no_day_matter() -> None:
    """It stands on its day, which is no key date."""
    off = reading("b", "2020-05-09", "2020-06-01", status="cancelled", whom="Johnson")
    line = timeline([reading("a", "2020-05-09", "2020-05-07"), off], key_dates=2)
    assert [day.date for day in line.key_dates] == ["2020-05-07"]
