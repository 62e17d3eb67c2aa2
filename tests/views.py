"""Views made by hand, for tests of pages and pictures of time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.model import Actor, Article, Event, Evidence, Line, Participant, Reading, Span, Timeline, When
from dateline.site.prose import Prose
from dateline.site.views import ArticleView, Views

ACTORS = (Actor("ann", "Ann", "person"), Actor("bob", "Bob", "person"), Actor("oslo", "Oslo", "place"))


def event(
    id: str, first: str = "", last: str = "", *, kind: str = "CONSULT", weight: float = 0.5, text: str = "", article: str = "a"
) -> Event:
    """An event of Ann and Bob, told in one sentence."""
    when = When(first, first, first, last or first, "date in the clause") if first else None
    told = text or f"Ann met Bob {id}."
    parts = (Participant("ann", "source"), Participant("bob", "target"))
    line = f"Ann met Bob, {id}"
    evidence = Evidence(id, article, 4, 7, told[4:7], told, 0)
    where = Line("sentence", "text", (Span(0, len(told)),), article)
    return Event(id, kind, when, "happened", line, parts, weight, 0.9, (evidence,), line=where)


def views(events: Sequence[Event], text: str = "all") -> Views:
    """The views of these events, in the order given, told by their articles."""
    told: dict[str, list[str]] = {"a": []}
    for one in events:
        told.setdefault(one.reports[0].article, []).append(one.reports[0].sentence)
    same = {id: {"ann": "ann", "bob": "bob"} for id in told}
    return Views(
        Timeline(ACTORS, tuple(events), same=same), [_article(id, " ".join(lines), text) for id, lines in told.items()]
    )


def article_view(reading: Reading, html: str, **more: Any) -> ArticleView:
    """The view of an article with this HTML."""
    return ArticleView(reading, Prose(html), **more)


def _article(id: str, told: str, text: str) -> ArticleView:
    return article_view(Reading(Article(id, told, "2021-06-18", "What happened")), f"<p>{told}</p>", text=text)
