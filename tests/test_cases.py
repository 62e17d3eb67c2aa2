"""Small articles: what of a text is set aside and told, and what is printed of an event."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from dateline.corpus.timeline import timeline
from dateline.model import Article, Reading
from dateline.pipeline import read
from dateline.settings import DEFAULT_MODEL

pytestmark = pytest.mark.slow
FOLDER = Path(__file__).parent / "cases"


def cases(name: str) -> list[Any]:
    """The cases of a file; those that are known to come out otherwise say why, and fail when they come right."""
    rows = [json.loads(line) for line in (FOLDER / name).read_text("utf-8").splitlines()]
    return [pytest.param(row, id=row["id"], marks=_marks(row)) for row in rows]


def _marks(row: dict[str, str]) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=row["known"], strict=True)] if "known" in row else []


@cache
def reading(text: str, published: str, title: str) -> Reading:
    [found] = read([Article("a", text, published, title=title)], DEFAULT_MODEL)
    return found


def read_case(case: dict[str, str]) -> Reading:
    return reading(case["text"], case["published"], case.get("title", ""))


def told(found: Reading) -> str:
    """What is no running text, each with its kind, and then the triggers in their order."""
    text = found.article.text
    aside = [f"{span.kind}: {text[span.start : span.end]}" for span in found.article.spans if span.kind != "text"]
    triggers = [report.text for report in sorted(found.reports, key=lambda report: report.start)]
    return " | ".join([*aside, f"told: {', '.join(triggers) or 'nothing'}"])


def printed(found: Reading, trigger: str) -> str:
    """The line of the event that this word tells, and where it is from; "not listed" where the site does not print it.

    A line that tells two events is printed once, with the heavier one.
    """
    ids = {report.id for report in found.reports if report.text == trigger}
    events = timeline([found]).events
    lines = {event.summary for event in events if event.listed}
    told = [event for event in events if ids.intersection(evidence.report for evidence in event.reports)]
    return "; ".join(f"{e.line.from_}: {e.summary}" for e in told if e.summary in lines) or "not listed"


@pytest.mark.parametrize("case", cases("text.jsonl"))
def test_a_text_is_told_from_what_stands_around_it(case: dict[str, str]) -> None:
    assert told(read_case(case)) == case["right"]


@pytest.mark.parametrize("case", [*cases("headline.jsonl"), *cases("line.jsonl")])
def test_an_event_has_its_line(case: dict[str, str]) -> None:
    assert printed(read_case(case), case["trigger"]) == case["right"]
