"""Reading where there is much, in a browser: the filters of a long storyline, and two actors with many events.

The page is the tiny site's; the data of its scripts is made up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import pytest
from dateline.model import Event, Storyline
from dateline.site import search
from dateline.site.pages.page import SHOWN
from dateline.site.shards import shards
from dateline.site.views import Views
from playwright.sync_api import Page, Route, expect

from .views import event, views

pytestmark = [pytest.mark.slow, pytest.mark.browser]
#: as many events comparing lists
LISTED = 600
TREES = ("alder", "birch", "cypress", "dogwood", "elm", "fir", "gingko", "hazel", "ironwood")


def days(number: int) -> list[Event]:
    """Events of Ann and Bob, one a day of a month, over years."""
    return [event(f"e{n}", f"{2000 + n // 300}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}") for n in range(number)]


def with_story(events: Sequence[Event], number: int) -> Views:
    """The views of events of which so many are a storyline."""
    found = views(events)
    story = Storyline("s1", "What Ann does", "CONSULT", ("ann",), tuple(e.id for e in events[:number]), 0.5)
    found.timeline = replace(found.timeline, storylines=(story,))
    return found


def given(tab: Page, seen: Views) -> None:
    """Let the scripts of a tab load the data of these views."""
    files = {PurePosixPath(name).name: content for name, content in shards(seen)}

    def answer(route: Route) -> None:
        route.fulfill(body=files[PurePosixPath(route.request.url).name], content_type="text/javascript")

    tab.route("**/data/shards/*.js", answer)


def test_filters_reach_all_events_of_a_storyline(tab: Page, served: str) -> None:
    """Those, too, that its page does not show; and none that is of no storyline."""
    given(tab, with_story(days(SHOWN + 60), SHOWN + 40))

    def as_storyline(route: Route) -> None:
        page = route.fetch().text()
        assert page.count('data-scope=""') == 1
        route.fulfill(body=page.replace('data-scope=""', 'data-scope="story:s1"'), content_type="text/html; charset=utf-8")

    tab.route(re.compile(r"/timeline/\?"), as_storyline)
    tab.goto(f"{served}timeline/?actor=ann")
    expect(tab.locator(".filters output")).to_have_text(f"{SHOWN + 40} of {SHOWN + 40} events")


@pytest.mark.parametrize(("number", "listed"), [(LISTED, False), (LISTED + 1, True)])
def test_comparing_says_how_many_it_lists(tab: Page, served: str, number: int, *, listed: bool) -> None:
    """And leads to all of them, where they are more."""
    given(tab, views(days(number)))
    tab.goto(f"{served}compare/?a=ann&b=bob")
    expect(tab.locator(".compare-list > li")).to_have_count(LISTED)
    said = f"{number} events, of which the first {LISTED} are listed" if listed else f"{number} events"
    expect(tab.locator("[data-compare] output")).to_have_text(said)
    all_of_them = tab.get_by_role("link", name="All their events, with filters")
    expect(all_of_them).to_have_count(int(listed))
    if listed:
        all_of_them.click()
        expect(tab.locator(".filters output")).to_have_text(f"{number} of {number} events")


@pytest.fixture
def in_parts(tab: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Page:
    """A tab that finds an index in three parts, with an event for each tree."""
    told = [event(f"e{n}", "2021-06-17", text=f"Ann met Bob about {tree}.", article=f"a{n}") for n, tree in enumerate(TREES)]
    seen = views(told, text="none")
    monkeypatch.setattr(search, "PART", 8)
    assert search.parts(seen) == 3
    index = tmp_path / "index"
    search.write(search.pages(seen, "en"), "en", index)
    assert [len(list(index.glob(f"{part}fragment/*"))) > 0 for part in ("", "1/", "2/", "3/")] == [True, True, True, False]

    def page(route: Route) -> None:
        text = route.fetch().text()
        assert text.count('data-parts="1"') == 1
        route.fulfill(body=text.replace('data-parts="1"', 'data-parts="3"'), content_type="text/html; charset=utf-8")

    tab.route(re.compile(r"/search/\?"), page)
    tab.route("**/pagefind/**", lambda r: r.fulfill(path=index / urlsplit(r.request.url).path.partition("/pagefind/")[2]))
    return tab


def test_a_search_asks_all_parts_of_an_index(in_parts: Page, served: str) -> None:
    """Each event is found, in whatever part it lies."""
    results = in_parts.locator("[data-search] .results > li")
    for tree in TREES:
        in_parts.goto(f"{served}search/?q={tree}")
        expect(results).to_have_count(1)
        expect(results).to_contain_text(f"about {tree}")


def sent(tab: Page, *words: str) -> None:
    """Send the form with these, one right after the other."""
    tab.evaluate(
        """(words) => {
            const form = document.querySelector("[data-search] form");
            for (const one of words) { form.elements.q.value = one; form.requestSubmit(); }
        }""",
        words,
    )


def test_parts_are_opened_once(in_parts: Page, served: str) -> None:
    """By whoever searches while they are opened: nothing is found twice."""
    in_parts.goto(f"{served}search/?q=elm")
    sent(in_parts, "fir", "hazel", "alder")
    results = in_parts.locator("[data-search] .results > li")
    expect(in_parts.locator("[data-search] output")).to_contain_text("alder")
    expect(results).to_have_count(1)
    sent(in_parts, "hazel")
    expect(in_parts.locator("[data-search] output")).to_contain_text("hazel")
    expect(results).to_have_count(1)


def test_a_part_that_could_not_be_fetched_is_fetched_by_the_next_search(in_parts: Page, served: str) -> None:
    left = [1]

    def once(route: Route) -> None:
        if left:
            left.pop()
            route.abort()
        else:
            route.fallback()

    in_parts.route("**/pagefind/2/pagefind-entry.json*", once)
    in_parts.goto(f"{served}search/?q=elm")
    expect(in_parts.locator("[data-search] output")).to_contain_text("Search needs")
    for tree in TREES:
        sent(in_parts, tree)
        expect(in_parts.locator("[data-search] output")).to_contain_text(tree)
        expect(in_parts.locator("[data-search] .results > li")).to_have_count(1)
