"""Live blogs: the time of an entry dates what follows, where it names a day."""

from __future__ import annotations

import pytest
import spacy
from dateline.events.entries import Entries
from dateline.lang import words
from dateline.model import Article, Block, Report
from dateline.pipeline import date_reader, read
from dateline.settings import DEFAULT_MODEL
from dateline.text.located import prepared

#: a Friday, and a title that makes a live blog
PUBLISHED, LIVE = "2020-05-08", "Ferry aground – live"
ENTRIES = Entries(words("en", "cues")["entries"])
DATES = date_reader("en")
A, B = "The ferry sank off Bergen.", "A tug came to help."


def days(text: str, title: str = LIVE, *, blocks: tuple[Block, ...] = (), published: str = PUBLISHED) -> list[str | None]:
    """The days of the entries in which the ferry sinks, and the tug comes."""
    article, _ = prepared(Article("a", text, published, title=title, blocks=blocks))
    doc = spacy.blank("en").make_doc(article.text)
    doc._.article = article
    found = ENTRIES.days(article, DATES(doc)._.dates)
    return [found.at(article.text.index(word)) for word in ("sank", "came")]


@pytest.mark.parametrize(
    ("time", "day"),
    [
        ("Tuesday 5 May, 10.42am:", "2020-05-05"),
        ("10.42am, Tuesday 5 May:", "2020-05-05"),
        ("Tuesday, May 5, 10:42 a.m.:", "2020-05-05"),
        ("10.42am on Tuesday 5 May:", "2020-05-05"),
        ("Wednesday, 10am:", "2020-05-06"),
        ("5 pm Wednesday:", "2020-05-06"),
        ("5 May 1532 GMT:", "2020-05-05"),
        ("2020-05-05 10:42:", "2020-05-05"),
        ("9 May, 0.10am:", "2020-05-09"),
        ("10.42am:", None),
        ("1532 GMT:", None),
        ("10 PM:", None),
    ],
)
def test_the_time_of_an_entry_may_name_a_day(time: str, day: str | None) -> None:
    assert days(f"{time} {A} 6.05pm: {B}") == [day, None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(f"9.10am: It rains.\n\nTuesday 5 May\n\n10.42am: {A}\n\n11.02am: {B}", ["2020-05-05"] * 2, id="line"),
        pytest.param(f"9.10am: {A}\n\nTuesday 5 May\n\n11.02am: {B}", [None, "2020-05-05"], id="what is above it"),
        pytest.param(
            f"9am: It rains.\n\nTuesday 5 May\n\n10.42am: {A}\n\nWednesday 6 May\n\n{B}", ["2020-05-05", "2020-05-06"], id="two"
        ),
        pytest.param(f"9am: It rains.\n\nTue 5 May 2020 10.42 BST\n\n{A}\n\n6.05pm: {B}", ["2020-05-05", None], id="moment"),
        pytest.param(f"9am: It rains.\n\n5 May 2020\n\n{A}\n\n4 May 2020, 6am: {B}", ["2020-05-05", "2020-05-04"], id="both"),
        pytest.param(f"9am: It rains.\n\nUpdated on 5 May 2020\n\n{A} {B}", [None, None], id="when it was changed"),
        pytest.param(f"5 May 2020 10.42 BST\n\n9am: {A} {B}", [None, None], id="the page's"),
        pytest.param(f"5 May 2020\n\n9am: {A} {B}", ["2020-05-05", "2020-05-05"], id="above all"),
        pytest.param(f"9am: It rained on Tuesday 5 May. {A} {B}", [None, None], id="in a sentence"),
    ],
)
def test_a_date_between_entries_holds_up_to_the_next(text: str, found: list[str | None]) -> None:
    """One with a time of the clock only for its own entry."""
    assert days(text) == found


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("Tuesday 5 May", "2020-05-05"),
        ("Tue 5 May 2020", "2020-05-05"),
        ("May 2020", None),
        ("Vote on Tuesday 5 May", None),
        ("What we know", None),
    ],
)
def test_a_heading_dates_what_follows_where_it_is_a_date(heading: str, day: str | None) -> None:
    text = f"{heading}\n\n9.10am: {A} {B}"
    at = len(heading)
    blocks = (Block("heading", 0, at), Block("paragraph", at + 2, len(text)))
    assert days(text, blocks=blocks) == [day, day]


def test_a_clock_leans_on_no_year_of_a_story() -> None:
    """Where a text tells of the past, its clocks are of the day last told; an entry's is not."""
    story = " ".join(f"It sailed in {year}." for year in range(1931, 1940))
    assert days(f"9am: {story} 10am: {A} 11am: {B}") == [None, None]


@pytest.mark.parametrize(
    ("title", "found"), [("Ferry aground", None), (LIVE, "2020-05-05")], ids=["other articles", "live blogs"]
)
def test_only_live_blogs_have_entries(title: str, found: str | None) -> None:
    assert days(f"Tuesday 5 May, 10.42am: {A} {B}", title) == [found, found]


def reports(text: str, published: str = PUBLISHED) -> dict[str, Report]:
    """What a live blog reports, by the word that tells it."""
    [found] = read([Article("a", text, published, title=LIVE)], DEFAULT_MODEL)
    return {report.text: report for report in found.reports}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        ("Tuesday 5 May, 10.42am: Norwegian troops attacked Bergen.", "attacked", ("2020-05-05", "reported on")),
        ("Tuesday 5 May, 6am: Norwegian troops attacked Bergen on Monday.", "attacked", ("2020-05-04", "date in the clause")),
        ("10.42am: Norwegian troops attacked Bergen.", "attacked", ("2020-05-08", "reported on")),
        ("Friday 8 May, 10.42am: Norwegian troops attacked Bergen.", "attacked", ("2020-05-08", "reported on")),
        ("Tuesday 5 May, 10.42am: Norwegian troops will attack Bergen.", "attack", None),
    ],
)
def test_what_has_no_date_of_its_own_takes_that_of_its_entry(text: str, word: str, when: tuple[str, str] | None) -> None:
    found = reports(text)[word].when
    assert (found and (found.value, found.basis)) == when


@pytest.mark.slow
def test_an_entry_after_the_day_of_publication_tells_no_plan() -> None:
    """The article was published when the live blog began."""
    found = reports("Tuesday 12 May 2020, 10.42am: Norwegian troops attack Bergen.")["attack"]
    assert (found.when and found.when.value, found.status) == ("2020-05-12", "happened")
