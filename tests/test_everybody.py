"""For everybody: on paper, without scripts, and by the rules of accessibility that a program can check."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from .conftest import STARTED

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def test_a_year_is_printed_with_its_band(tab: Page, served: str) -> None:
    """Its events are on paper, without what only a screen can do."""
    tab.goto(f"{served}timeline/2021/")
    printed = PdfReader(io.BytesIO(tab.pdf(format="A4")))
    text = " ".join(page.extract_text() for page in printed.pages)
    assert len(printed.pages) in {1, 2}
    assert "met Mette Frederiksen" in " ".join(text.split())
    assert "Clear the filters" not in text
    tab.emulate_media(media="print")
    expect(tab.locator(".band svg").first).to_be_visible()
    for hidden in (".site-header nav", ".filters", ".pager", "[data-slot=brush]"):
        assert not [one for one in tab.locator(hidden).all() if one.is_visible()], hidden


def test_all_is_reached_without_scripts(browser: Browser, served: str, site: Path) -> None:
    """Every event and every article is reached from home by links alone; an event in no list stands in its article."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    todo, seen = [served], set()
    while todo:
        address = todo.pop()
        if address in seen:
            continue
        seen.add(address)
        page.goto(address)
        links = page.eval_on_selector_all(
            "a[href]", "all => all.map(one => new URL(one.getAttribute('href'), location.href).href)"
        )
        todo += [
            link.split("#")[0] for link in links if link.startswith(served) and link.split("#")[0].endswith(("/", ".html"))
        ]
    reached = {address.removeprefix(served).removesuffix("index.html") for address in seen}
    told = json.loads((site / "data/events.json").read_text(encoding="utf-8"))["events"]
    assert {event["url"].split("#")[0] for event in told} <= reached
    assert {f"articles/{report['article']}/" for event in told for report in event["reports"]} <= reached
    context.close()


PAGES = [
    "", "timeline/", "timeline/2021/", "actors/", "actors/erna-solberg/", "articles/",
    "articles/norway-and-denmark-sign-harbour-treaty/", "storylines/", "types/", "types/consult/", "places/", "on-this-day/",
    "on-this-day/06/", "compare/?a=erna-solberg&b=denmark", "search/?q=harbour", "data/", "about/", "about/method/",
    "embed/", "404.html", "review/", "timeline/?actor=erna-solberg",
]  # fmt: skip


WHOLE = [(scheme, width, 1) for scheme in ("light", "dark") for width in (320, 1280)]


@pytest.mark.parametrize(
    ("scheme", "width", "each"), [("dark", 320, 4), *(pytest.param(*one, marks=pytest.mark.long) for one in WHOLE)]
)
def test_axe_finds_nothing(browser: Browser, served: str, site: Path, scheme: str, width: int, each: int) -> None:
    """Of these pages none breaks a rule of WCAG 2.2 AA that a program can check."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    folders = [next(site.glob(f"{name}/*/index.html"), None) for name in ("events", "relations", "storylines")]
    wrong = []
    for path in [*PAGES, *(f"{f.parent.relative_to(site)}/" for f in folders if f)][::each]:
        page.goto(f"{served}{path}", wait_until="networkidle" if "?" in path else "load")
        page.wait_for_function(STARTED)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
        for one in Axe().run(page, options=options).response["violations"]:
            wrong.append(f"{path}: {one['id']}: {[node['html'][:160] for node in one['nodes'][:3]]}")
    context.close()
    assert not wrong, "\n".join(wrong)
