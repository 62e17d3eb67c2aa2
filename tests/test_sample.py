"""The sample articles: what the site shows before anybody has added one of their own."""

from __future__ import annotations

import pytest
from dateline.corpus.timeline import timeline
from dateline.model import Event, Timeline
from dateline.pipeline import read
from dateline.settings import DEFAULT_MODEL
from dateline.site.reader import article_file

from .conftest import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def line() -> Timeline:
    """The timeline of the sample articles."""
    articles = [article_file(path) for path in sorted((ROOT / "content/articles").glob("*.md"))]
    return timeline(list(read(articles, DEFAULT_MODEL)))


def of(line: Timeline, kind: str, day: str, *actors: str) -> list[Event]:
    """The events of a kind and day in which these take part."""
    dated = (e for e in line.events if e.type == kind and e.when and e.when.value == day)
    return [e for e in dated if set(actors) <= {p.actor for p in e.participants}]


def test_the_call_of_7_may_is_one_event(line: Timeline) -> None:
    """Though several briefs tell it; one that tells it in other words stays apart."""
    call = max(of(line, "CONSULT", "2020-05-07", "vladimir-putin", "donald-trump"), key=lambda event: len(event.reports))
    assert len({r.article for r in call.reports}) >= 4
    assert call.mode == "call"


@pytest.mark.parametrize("day", ["2018-03-14", "2018-03-26"])
def test_the_expulsions_of_march_2018_are_two(line: Timeline, day: str) -> None:
    """Britain's and that of the United States."""
    country = {"2018-03-14": "united-kingdom", "2018-03-26": "united-states"}[day]
    assert any("xpelled" in e.summary for e in of(line, "SANCTION", day, country))


def test_the_key_dates_tell_ten_things(line: Timeline) -> None:
    """Each another day, with a sentence that stands in an article."""
    assert len({k.date for k in line.key_dates}) == 10
    assert len({k.sentences for k in line.key_dates}) == 10


def test_whoever_takes_part_is_known(line: Timeline) -> None:
    """Every participant of an event, and every actor of a storyline or relation, is an actor of the timeline."""
    known = {a.id for a in line.actors}
    parts = [p for e in line.events for p in e.participants]
    assert {p.actor for p in parts if not p.text} <= known
    assert {p.actor for p in parts if p.text} == {None}
    assert {a for s in line.storylines for a in s.actors} <= known
    assert {a for r in line.relations for a in (r.one, r.two)} <= known


def test_who_says_so_stands_beside_the_sentence(line: Timeline) -> None:
    """What somebody says is shown with whoever says it, an actor of the timeline."""
    said = {r.said_by for e in line.events for r in e.reports if r.said_by}
    assert "russia" in said
    assert said <= {a.id for a in line.actors}
