"""A small timeline made by hand, and what the exports write of it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from dateline.model import Actor, Article, Event, Evidence, KeyDate, Participant, Reading, Storyline, Timeline, When
from dateline.site.exports import EXPORTS
from dateline.site.views import ArticleView, Views

from .views import article_view

PUBLISHED = {
    "SITENAME": "Fjord & Sound",
    "SITEURL": "https://example.org/repo",
    "SITESUBTITLE": "Two shores",
    "DEFAULT_LANG": "en",
}
AT_HOME = {**PUBLISHED, "SITEURL": ""}
ACTORS = (
    Actor("erna-solberg", "Erna Solberg", "person", "NOR", "GOV", ("Solberg",)),
    Actor("denmark", "Denmark", "place", "DNK"),
    Actor("idle", "Idle", "thing"),
)
TOLD = "Solberg met <them> & signed."


def article(id: str = "harbour", **changes: Any) -> ArticleView:
    given = {"title": "Harbour & home", "source": "Test Gazette", "url": "https://example.com/a", **changes}
    shown = {key: given.pop(key) for key in ("modified", "coming") if key in given}
    reading = Reading(Article(id, TOLD, given.pop("published", "2021-06-18"), **given))
    return article_view(reading, f"<p>{TOLD}</p>", author="Ann", **shown)


def event(
    id: str, first: str = "", last: str = "", *, sentence: str = TOLD, articles: tuple[str, ...] = ("harbour",), **changes: Any
) -> Event:
    when = When(first, first, first, last or first, "date in the clause") if first else None
    reports = tuple(Evidence(f"{id}{n}", a, 8, 11, sentence[8:11], sentence, 0, None) for n, a in enumerate(articles))
    parts = (Participant("erna-solberg", "source"), Participant("denmark", "target"))
    made = Event(id, "CONSULT", when, "happened", "Solberg met Denmark", parts, 0.5, 0.9, reports)
    return replace(made, **changes)


EVENTS = (
    event("bc", "-0043-03-15"),
    event("one", "0000-01-01", "0000-12-31"),
    event("year", "1807-01-01", "1807-12-31", status="denied"),
    event("range", "2019-03-03", "2019-04-10", status="cancelled"),
    event("months", "2020-01-01", "2020-04-30"),
    event("month", "2021-02-01", "2021-02-28"),
    event("day", "2021-06-17", articles=("harbour", "ferry")),
    event("last", "9999-12-31", participants=(Participant("denmark", "source"), Participant(None, "target", "protesters"))),
    event("bare", "2021-06-18", sentence="", participants=()),
    event("undated", summary="=SUM(A1)\x07 at noon"),
)


def views(events: tuple[Event, ...] = EVENTS, **changes: Any) -> Views:
    lines = (Storyline("talks", "Solberg, Denmark", "CONSULT", ("denmark",), ("month", "day", "gone"), 0.5),)
    days = (KeyDate("2021-06-17", ("day",), (TOLD,)),)
    line = Timeline(ACTORS, events, key_dates=days, storylines=lines)
    return Views(line, [article(**changes), article("ferry", title="Ferry", source="", published="2021-06-21T08:00:00+02:00")])


def written(settings: dict[str, str] = PUBLISHED, seen: Views | None = None) -> dict[str, bytes]:
    """Every file by its path."""
    made = (one for export in EXPORTS for one in export(seen or views(), settings))
    return {path: content if isinstance(content, bytes) else b"".join(content) for path, content in made}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """Every file of the timeline, by its path."""
    return written()


@contextmanager
def opened(content: bytes) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(content)
    yield connection
    connection.close()


def read(files: dict[str, bytes], path: str) -> Any:
    return json.loads(files[path])
