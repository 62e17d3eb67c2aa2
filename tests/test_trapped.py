"""A site of strangers' articles with all that could run in a browser in every field, opened with the policy switched off: even
then nothing runs, on whatever page, as it is and as its scripts draw it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import pytest
import yaml
from playwright.sync_api import Browser, Page

from .conftest import Quiet, build
from .test_strangers import VECTORS

pytestmark = [pytest.mark.slow, pytest.mark.browser]
MORE = [
    "</script><script>window.trap = 1</script>", "</title><script>window.trap = 1</script>",
    "--><script>window.trap = 1</script>",
    "\"><img src=x onerror='window.trap = 1'>", "'><img src=x onerror=\"window.trap = 1\">", "{{ 7 * 7 }}{% raw %}",
    "<a href='&#106;avascript:window.trap=1'>click</a>", "<a href=' java\tscript:window.trap=1'>click</a>",
    "[click](vbscript:x) [click](<javascript:window.trap=1>) <javascript:window.trap=1>", "<div><p><b>never closed",
    "![x](data:image/svg+xml,<svg onload='window.trap=1'>)", "<svg><animate onbegin='window.trap=1' attributeName=x></svg>",
    "<details open ontoggle='window.trap=1'>x</details>", "<input autofocus onfocus='window.trap=1'>",
    "<link rel=stylesheet href='https://example.com/x.css'>", "<img src='https://example.com/x.png'>",
    "<video><source onerror='window.trap=1'></video>", "<p id=body name=cookie>", "\u202e<script>window.trap = 1</script>",
]  # fmt: skip
ALL = [*VECTORS, *MORE]
PLACES = ["javascript:window.trap=1", " JaVaScRiPt:window.trap=1", "data:text/html,<script>window.trap=1</script>",
          "https://example.org/\"onmouseover='window.trap=1'", "//example.com/x", "vbscript:x"]  # fmt: skip
#: a page that shows what nobody may show: what runs, what leads to a script, what stands on another host
FOUND = """() => [...document.querySelectorAll('*')].filter((one) =>
  [...one.attributes].some(({name, value}) => name.startsWith('on')
    || (['href', 'src', 'action', 'formaction', 'data', 'xlink:href'].includes(name)
      && !/^(https?:|mailto:|tel:|[^:]*$|[^:]*[/?#])/i.test(value.replace(/[\\s\\x00-\\x1f]/g, ''))))
  || one.matches('iframe, object, embed, base[href], meta[http-equiv=refresh]')
  || (one.tagName === 'SCRIPT' && /trap/.test(one.text) && !one.type.endsWith('json'))
).map((one) => one.outerHTML.slice(0, 200))"""


def articles(folder: Path) -> None:
    """One article for each vector, with it in every field."""
    folder.mkdir(parents=True)
    for number, vector in enumerate(ALL):
        place = PLACES[number % len(PLACES)]
        head = {
            "title": f"A {vector} {number}", "date": "2021-06-18", "lang": "en", "url": place, "tags": [vector],
            **dict.fromkeys(("author", "source", "location", "summary", "category"), vector),
            "also": [{"source": vector, "url": place}, {"title": vector, "url": place}],
            "events": [{"add": "spoke of ferries", "summary": f"They {vector}", "date": "2021-06-17", "source": [vector]}],
        }  # fmt: skip
        body = f"Erna Solberg met Mette Frederiksen on Thursday.\n\n{vector}\n\nThey spoke of ferries {vector} at noon.\n"
        text = f"---\n{yaml.safe_dump(head, allow_unicode=True)}---\n\n{body}\nDenmark attacked Norway in {1800 + number}.\n"
        (folder / f"a'\"<b onx=1> {number}.md").write_text(text, encoding="utf-8")


def desk(folder: Path) -> None:
    """Actors whom the desk calls by what could run."""
    folder.mkdir(parents=True)
    names = {"Erna Solberg": ALL[1], "Mette Frederiksen": MORE[0], "Denmark": MORE[3], "Norway": VECTORS[0]}
    actors = [{"name": f"{who} {vector}", "aliases": [who], "note": vector} for who, vector in names.items()]
    (folder / "actors.yaml").write_text(yaml.safe_dump(actors), encoding="utf-8")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Where the site is served, and its folder."""
    folder = tmp_path_factory.mktemp("trapped")
    articles(folder / "content/articles")
    desk(folder / "desk")
    done = build(folder / "content", folder / "output", DATELINE_DESK=str(folder / "desk"))
    assert done.returncode == 0, done.stderr
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder / "output"))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", folder / "output"
        server.shutdown()


@pytest.fixture
def tab(browser: Browser, address: tuple[str, Path]) -> Iterator[Page]:
    """A page without the policy, that may ask nobody but the site, show no dialog and make no error."""
    context = browser.new_context(bypass_csp=True)
    page, said = context.new_page(), []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on(
        "request", lambda r: said.append(r.url) if not r.url.startswith((address[0], "https://example.com/x.png")) else None
    )
    yield page
    assert said == []
    context.close()


def sprung(page: Page) -> list[str]:
    """What a page shows that it may not, and whether a trap went off."""
    return [*page.evaluate(FOUND), *(["the trap"] if page.evaluate("window.trap") else [])]


def paths(output: Path) -> list[str]:
    """The pages to open: all of them, but of events and days only some."""
    found = sorted(p.relative_to(output).as_posix() for p in output.rglob("*.html"))
    many = ("events/", "on-this-day/", "timeline/1", "embed/events/")
    return [p for p in found if not p.startswith(many)] + [
        p for start in many for p in [q for q in found if q.startswith(start)][::9]
    ]


@pytest.mark.long
def test_no_trap_goes_off_without_the_policy(tab: Page, address: tuple[str, Path]) -> None:
    """On any page, as it is, and with each of its words that reads "click" clicked."""
    opened = paths(address[1])
    kinds = {"articles", "events", "actors", "timeline", "search", "compare", "types", "review", "data", "relations"}
    assert {p.split("/")[0] for p in opened} >= kinds
    for path in opened:
        tab.goto(address[0] + quote(path))
        for link in tab.locator("main >> text=/^click$/").all()[:3]:
            if link.is_visible():
                link.click(no_wait_after=True, timeout=2000)
        assert sprung(tab) == [], path


@pytest.mark.long
def test_what_scripts_draw_is_text(tab: Page, address: tuple[str, Path]) -> None:
    """Results of a search, events of filters, two actors beside each other, and what an address asks for."""
    hostile = quote('"><img src=x onerror="window.trap=1">')
    tab.goto(f"{address[0]}search/index.html?q=ferries")
    tab.get_by_text("ferries").first.wait_for()
    assert sprung(tab) == []
    names = ("q", "a", "b", "actor", "type", "status", "from", "to", "source", "place", "off", "sort", "text")
    asked = "&".join(f"{name}={hostile}" for name in names)
    for path in ("search/", "timeline/", "compare/", "actors/", "", "types/", "review/"):
        tab.goto(f"{address[0]}{path}index.html?{asked}#{hostile}")
        tab.wait_for_load_state("networkidle")
        assert sprung(tab) == [], path


@pytest.mark.long
def test_what_filters_and_comparisons_show_is_text(tab: Page, address: tuple[str, Path]) -> None:
    """When a reader asks for two actors whose names could run."""
    ids = [p.parent.name for who in ("erna-solberg", "denmark") for p in (address[1] / "actors").glob(f"{who}*/index.html")]
    for path, place in (
        (f"compare/index.html?a={ids[0]}&b={ids[1]}", "[data-lanes]"),
        (f"timeline/index.html?actor={ids[0]}&actor={ids[1]}", "[data-results]"),
    ):
        tab.goto(address[0] + path)
        tab.locator(f"main {place} >> text=Solberg >> visible=true").first.wait_for()
        assert sprung(tab) == [], path


@pytest.mark.parametrize("shown", [*VECTORS[:6], VECTORS[9], VECTORS[11], VECTORS[12], MORE[6], MORE[7], MORE[11]])
def test_a_trap_would_be_seen(browser: Browser, shown: str) -> None:
    """What these tests look for is found where it is shown as it came."""
    if shown.startswith("["):
        shown = f'<a href="{shown.partition("(")[2].rstrip(")")}">click</a>'
    page = browser.new_page()
    page.set_content(f"<main>{shown}</main>")
    page.wait_for_timeout(50)
    assert sprung(page)
    page.close()
