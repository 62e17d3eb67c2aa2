"""The pages: what stands on which, for a few events and for many."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from dateline.model import Article, Reading, Storyline, Timeline
from dateline.site.pages import PAGES, Page
from dateline.site.pages.actors import moved_actors
from dateline.site.pages.articles import articles
from dateline.site.pages.page import SHOWN, listing
from dateline.site.pages.spans import FULL, span_url
from dateline.site.shards import shards
from dateline.site.views import Views
from dateline.site.when import when_view

from .conftest import ROOT
from .views import ACTORS, article_view, event, views


def pages(*events) -> dict[str, Page]:
    seen = views(events)
    return {page.path: page for make in PAGES for page in make(seen)}


def many(count: int, month: str = "2021-06") -> list:
    return [event(f"e{n}", f"{month}-{n % 28 + 1:02}", weight=n / count) for n in sorted(range(count), key=lambda n: n % 28)]


@pytest.mark.parametrize(
    ("first", "last", "words", "precision"),
    [
        ("2021-06-17", "2021-06-17", "17 June 2021", "day"),
        ("2021-06-01", "2021-06-30", "June 2021", "month"),
        ("2021-01-01", "2021-12-31", "2021", "year"),
        ("2021-06-14", "2021-06-20", "14–20 Jun 2021", "range"),
        ("1990-01-01", "1999-12-31", "1990 – 1999", "range"),
        ("-0043-03-15", "-0043-03-15", "15 March 44 BC", "day"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(first: str, last: str, words: str, precision: str) -> None:
    """A week stays a week, a decade a decade."""
    shown = when_view(event("x", first, last).when)
    assert shown is not None
    assert (
        shown.words.replace("\u2009", " ").replace("June", "Jun") if precision == "range" else shown.words,
        shown.precision,
    ) == (words, precision)


@pytest.mark.parametrize(
    ("iso", "url"),
    [
        ("2014", "timeline/2014/"),
        ("2014-03", "timeline/2014/03/"),
        ("2014-03-18", "timeline/2014/03/18/"),
        ("-0043-03", "timeline/-0043/03/"),
    ],
)
def test_the_page_of_a_time(iso: str, url: str) -> None:
    """Years before Christ keep their minus."""
    assert span_url(iso) == url


def test_a_year_that_is_not_full_has_its_days_on_one_page() -> None:
    """No page of a month."""
    found = pages(*many(FULL))
    assert "timeline/2021/" in found
    assert "timeline/2021/06/" not in found


def test_a_full_year_has_months_and_a_full_month_days() -> None:
    """Each event stands on the finest page; the pages above show the heaviest and lead there."""
    found = pages(*many(2 * FULL + 1))
    [section] = found["timeline/2021/"].context["sections"]
    assert (section.url, section.count, len(section.groups[0].events)) == ("timeline/2021/06/", 2 * FULL + 1, 5)
    days = [path for path in found if re.fullmatch(r"timeline/2021/06/\d\d/", path)]
    assert len(days) == 28
    on_days = [e.id for path in days for s in found[path].context["sections"] for g in s.groups for e in g.events]
    assert sorted(on_days) == sorted(f"e{n}" for n in range(2 * FULL + 1))


def test_what_is_only_known_to_the_year_comes_first() -> None:
    """It stands above the months, under words that say so."""
    found = pages(event("some", "2021-01-01", "2021-12-31"), event("day", "2021-06-17"))
    first, second = found["timeline/2021/"].context["sections"]
    assert (first.vague, second.vague) == (True, False)


def test_years_before_christ_stand_in_order() -> None:
    """44 BC comes before 1 BC, and that before AD 9."""
    found = pages(event("a", "-0043-03-15"), event("b", "0000-01-01"), event("c", "0009-09-09"))
    assert [s.words for s in found["timeline/"].context["sections"]] == ["9 AD", "1 BC", "44 BC"]
    assert found["timeline/0000/"].context["before_url"] == "timeline/-0043/"


def test_a_long_list_shows_its_heaviest() -> None:
    """And says how many there are."""
    seen = views(many(SHOWN + 10))
    found = listing(seen.events, "actor:ann")
    assert (len(found.events), found.total, found.whole) == (SHOWN, SHOWN + 10, False)
    assert min(e.event.weight for e in found.events) >= 10 / (SHOWN + 10)


def test_before_and_after_an_event_stand_its_actors_own() -> None:
    """The three nearest of each side, in order of time."""
    found = pages(*[event(f"e{n}", f"2021-06-{n + 10}") for n in range(9)])
    page = next(p for path, p in found.items() if path.startswith("events/e4-"))
    assert [e.id for e in page.context["earlier"]] == ["e1", "e2", "e3"]
    assert [e.id for e in page.context["later"]] == ["e5", "e6", "e7"]


def test_days_of_the_year_hold_what_is_known_to_the_day() -> None:
    """Whatever the year; a month is no day."""
    found = pages(event("a", "1807-06-17"), event("b", "2021-06-01", "2021-06-30"), event("c", "2021-06-17"))
    [day] = found["on-this-day/06/"].context["month"]["days"]
    assert ([e.id for e in day.events], day.words) == (["a", "c"], "17 June")


def test_shards_hold_every_event_once() -> None:
    """A shard a year, one for those without a date, and an index of names."""
    seen = views([event("a", "-0043-03-15"), event("b", "2021-06-17"), event("c")])
    found = dict(shards(seen))
    assert sorted(found) == ["data/shards/-0043.js", "data/shards/2021.js", "data/shards/index.js", "data/shards/undated.js"]
    assert all(content.startswith(b"dateline.") for content in found.values())
    assert (
        b'"years":[["-0043",-735160,-735160,1],["2021",18795,18795,1],["undated",null,null,1]]' in found["data/shards/index.js"]
    )


def test_shards_say_to_which_storylines_an_event_belongs() -> None:
    """By the shard's own list of them; an event may be in none."""
    seen = views([event("a", "2021-06-17"), event("b", "2021-06-18"), event("c", "2021-06-19")])
    lines = [Storyline(id, id, "CONSULT", ("ann",), ids, 0.5) for id, ids in (("one", ("a", "b")), ("two", ("b",)))]
    seen.timeline = replace(seen.timeline, storylines=tuple(lines))
    assert b'"stories":["one","two"],"story":[[0],[0,1],[]]' in dict(shards(seen))["data/shards/2021.js"]


def test_every_template_of_a_page_is_there() -> None:
    """No page names a template that the theme lacks."""
    named = {page.template for page in pages(event("a", "2021-06-17"), event("b")).values()}
    assert named <= {p.stem for p in Path(ROOT, "theme/templates").glob("*.html")}
    assert {a.id for a in ACTORS} == {"ann", "bob", "oslo"}


def test_too_many_articles_have_a_page_a_year(monkeypatch: pytest.MonkeyPatch) -> None:
    """And a year that is too full, several; each article is linked from one of them."""
    monkeypatch.setattr(import_module("dateline.site.pages.articles"), "FULL", 3)
    readings = [Reading(Article(f"a{n}", "x", f"{2020 + n % 2}-06-18", f"Article {n}")) for n in range(9)]
    seen = Views(Timeline(same={r.article.id: {} for r in readings}), [article_view(r, "<p>x</p>") for r in readings])
    found = {page.path: page.context for page in articles(seen)}
    assert list(found) == [
        "articles/",
        "articles/years/2021/",
        "articles/years/2021/2/",
        "articles/years/2020/",
        "articles/years/2020/2/",
    ]
    listed = [a.id for path in list(found)[1:] for a in found[path]["years"][0].articles]
    assert sorted(listed) == sorted(r.article.id for r in readings)


def test_where_an_actor_was_a_page_leads_to_where_it_is() -> None:
    """One whose actor the editors hide leads nowhere."""
    line = Timeline(ACTORS, (event("e", "2021-06-17"),), same={"a": {"ann": "ann"}}, moved={"anna": "ann", "gone": "hidden"})
    [old] = moved_actors(Views(line, [article_view(Reading(Article("a", "Ann met Bob e.", "2021-06-18")), "")]))
    assert (old.path, old.template, old.context) == ("actors/anna/", "moved", {"leads_to": "actors/ann/", "called": "Ann"})
