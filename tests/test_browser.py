"""The site in a browser: by links from home to an actor, without JavaScript, from disk, on a narrow screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]


@pytest.fixture(params=[True, False], ids=["javascript", "no javascript"])
def page(request: pytest.FixtureRequest, browser: Browser, site: Path) -> Iterator[Page]:
    """The home page, opened from disk; a page that asks another host ends the test."""
    context = browser.new_context(java_script_enabled=request.param)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    page.goto((site / "index.html").as_uri())
    yield page
    assert not [url for url in asked if not url.startswith("file:")]
    context.close()


def test_from_home_to_an_actor_by_links(page: Page) -> None:
    """Home, year, event, article, actor: each is reached by a link on the page before."""
    page.click("main a[href*='timeline/2021/']")
    assert "2021" in page.inner_text("h1")
    page.click("main a[href*='events/']:has-text('met Mette Frederiksen')")
    assert page.locator("mark", has_text="met").count() == 2
    page.click("main a[href*='articles/norway-and-denmark']")
    assert "harbour treaty" in page.inner_text("h1")
    page.click("a.m-actor >> text=Erna Solberg")
    assert page.inner_text("h1") == "Erna Solberg"


def test_the_marks_are_in_the_text(browser: Browser, site: Path) -> None:
    """Dates, actors and events are marked where the article names them."""
    page = browser.new_page()
    page.goto((site / "articles/norway-and-denmark-sign-harbour-treaty/index.html").as_uri())
    assert page.locator("time.m-date", has_text="Thursday").get_attribute("datetime") == "2021-06-17"
    assert page.locator("a.m-event", has_text="signed").count() == 1
    page.close()


@pytest.mark.parametrize(
    "name",
    [
        "index.html",
        "timeline/index.html",
        "timeline/2021/index.html",
        "articles/ferry-talks-go-on/index.html",
        "actors/index.html",
        "actors/erna-solberg/index.html",
        "about/method/index.html",
        "on-this-day/index.html",
        "data/index.html",
        "search/index.html",
    ],
)
def test_nothing_runs_out_of_a_narrow_screen(browser: Browser, site: Path, name: str) -> None:
    """At 320 pixels no page scrolls sideways."""
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto((site / name).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()
