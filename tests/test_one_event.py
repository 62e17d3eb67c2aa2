"""One happening, one event, over articles: what is joined across wordings, and what conflicts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from dateline.corpus.timeline import timeline
from dateline.model import Article, Event, Timeline
from dateline.pipeline import read
from dateline.settings import DEFAULT_MODEL

#: of two articles, the days on which they came out, what they say, a word of each that tells an event, and whether that is one
CASES = {
    "resigned, stepped down": (
        ("2021-03-04", "Finance minister Mira Oslak resigned on Thursday after weeks of protest over the budget.", "resigned"),
        ("2021-03-05", "Mira Oslak stepped down as finance minister on Thursday, after protest over the budget.", "stepped"),
        True,
    ),
    "a bomb killed, the bombing": (
        ("2021-03-04", "A bomb killed twelve people at a market in Velmere on Thursday, police said.", "killed"),
        ("2021-03-05", "Twelve people died in Thursday's bombing at a market in Velmere.", "bombing"),
        True,
    ),
    "an earthquake struck, the quake killed": (
        ("2021-03-04", "An earthquake struck northern Chile on Thursday, killing at least 30 people.", "struck"),
        ("2021-03-05", "Thursday's quake in northern Chile killed at least 30 people.", "killed"),
        True,
    ),
    "arrested, detained": (
        ("2021-03-04", "Police arrested the mayor of Lyon on Thursday.", "arrested"),
        ("2021-03-05", "The mayor of Lyon was detained by police on Thursday.", "detained"),
        True,
    ),
    "called Orban, called Zelensky": (
        ("2020-05-08", "Angela Merkel called Viktor Orban on Tuesday to discuss the border.", "called"),
        ("2020-05-08", "Angela Merkel called Volodymyr Zelensky on Tuesday to discuss the border.", "called"),
        False,
    ),
    "called Orban, called Rouhani": (
        ("2020-05-08", "Angela Merkel called Viktor Orban on Tuesday.", "called"),
        ("2020-05-08", "Angela Merkel called Hassan Rouhani on Tuesday.", "called"),
        False,
    ),
    "a telegram, a call": (
        ("2020-05-08", "Vladimir Putin sent a telegram to Donald Trump on Friday.", "sent"),
        ("2020-05-08", "Vladimir Putin telephoned Donald Trump on Friday.", "telephoned"),
        False,
    ),
    "fined Google, fined Intel": (
        ("2021-03-04", "The European Commission fined Google 2.4 billion euros on Thursday.", "fined"),
        ("2021-03-04", "The European Commission fined Intel 1.1 billion euros on Thursday.", "fined"),
        False,
    ),
    "a quake in Chile, one in Turkey": (
        ("2021-03-04", "An earthquake struck northern Chile on Thursday, killing 30 people.", "struck"),
        ("2021-03-14", "An earthquake struck southern Turkey on Sunday, killing 8 people.", "struck"),
        False,
    ),
    "arrested over the bombing": (
        ("2021-03-04", "A bomb killed twelve people at a market in Lahore on Thursday, police said.", "killed"),
        ("2021-03-05", "Police arrested two men over the bombing that killed twelve people in Lahore.", "arrested"),
        False,
    ),
}


def together(articles: Sequence[tuple[str, str]]) -> Timeline:
    """The timeline of articles, given as day and text; they are called a0, a1 and so on."""
    return timeline(read([Article(f"a{n}", text, day) for n, (day, text) in enumerate(articles)], DEFAULT_MODEL))


def event(line: Timeline, article: str, word: str) -> Event:
    """The event that a word of an article tells."""
    return next(e for e in line.events if any((r.article, r.text) == (article, word) for r in e.reports))


@pytest.mark.parametrize("name", CASES)
def test_two_articles_tell_one_event_or_two(name: str) -> None:
    *articles, one = CASES[name]
    line = together([(day, text) for day, text, _ in articles])
    first, second = (event(line, f"a{n}", word) for n, (_, _, word) in enumerate(articles))
    assert (first is second) is one


def test_what_was_planned_and_then_cancelled_is_one_event() -> None:
    """Its status is the last, and how that changed is kept."""
    plan = ("2021-03-04", "Britain and France will hold talks on fishing in Paris on 10 March.")
    end = ("2021-03-09", "The talks between Britain and France on fishing, due in Paris on 10 March, were cancelled.")
    found = event(together([plan, end]), "a0", "talks")
    assert {report.article for report in found.reports} == {"a0", "a1"}
    assert (found.status, [change.status for change in found.history]) == ("cancelled", ["cancelled"])


def test_an_event_says_why_its_reports_are_one() -> None:
    """With the features that weigh most."""
    *articles, _ = CASES["resigned, stepped down"]
    found = event(together([(day, text) for day, text, _ in articles]), "a0", "resigned")
    [why] = found.why
    assert why.startswith("'stepped' in a1 tells what 'resigned' does: 0.")
    assert "meaning in context +" in why
