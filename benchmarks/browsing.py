"""A browser that measures pages of a folder, which a small server shows on this machine alone."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, TimeoutError, sync_playwright

sys.path.append(str(Path(__file__).parent.parent))
from tests.browser import OPTIONS, find

SCREEN = {"width": 1280, "height": 800}
#: other hosts are not known to the browser, so that none is waited for
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
#: milliseconds to wait for a page at most; where one visit takes longer than LONG, it is not repeated
PATIENCE, LONG = 120_000, 20_000
#: Looks, before each frame, whether an event of the program is on the screen, with words in it; the time is the next frame's.
WATCH = """(selector) => {
  const seen = (one) => {
    const box = one.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth
      && one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && one.textContent.trim() !== "";
  };
  const look = () => {
    if (![...document.querySelectorAll(selector)].some(seen)) return requestAnimationFrame(look);
    requestAnimationFrame(() => { window.firstEvent = performance.now(); });
  };
  requestAnimationFrame(look);
}"""
#: From the input that a reader makes to the frame after the form has said that the results are there.
ANSWER = """() => {
  const form = document.querySelector("[data-filters]");
  let begun = null;
  window.answers = [];
  form.addEventListener("input", (event) => { begun ??= event.timeStamp; }, true);
  form.addEventListener("filtered", () => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => { if (begun !== null) window.answers.push(performance.now() - begun); begun = null; };
    channel.port2.postMessage(0);
  }));
}"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing; connections stay open, and answers do not wait for more."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_: Any) -> None:
        """Nothing."""


class Server(ThreadingHTTPServer):
    """Ends with the program, whatever browsers still ask."""

    daemon_threads = True

    def handle_error(self, *_: Any) -> None:
        """Browsers that go away in the middle are no error."""


@contextmanager
def served(folder: Path, port: int = 0) -> Iterator[str]:
    """The address of this folder while it is served, without a slash at its end."""
    with Server(("127.0.0.1", port), partial(Quiet, directory=os.fspath(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@contextmanager
def chromium() -> Iterator[Browser]:
    """A Chromium, as the browser tests start it."""
    path = find()
    if path is None:
        sys.exit("No Chromium is installed: python tests/browser.py tells how")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*OPTIONS, ALONE])
        yield browser
        browser.close()


@contextmanager
def fresh(browser: Browser) -> Iterator[BrowserContext]:
    """A context with nothing in its cache."""
    context = browser.new_context(bypass_csp=True, viewport=SCREEN)  # type: ignore[arg-type]
    yield context
    context.close()


def foreign(url: str) -> bool:
    """Whether an address is on another host."""
    return urlsplit(url).scheme.startswith("http") and urlsplit(url).hostname != "127.0.0.1"


def first_event(browser: Browser, url: str, selector: str) -> float | None:
    """Milliseconds from the start of navigation until an event is painted; None where that does not come."""
    with fresh(browser) as context:
        context.add_init_script(f"({WATCH})({selector!r})")
        page = context.new_page()
        try:
            page.goto(url, wait_until="commit")
            page.wait_for_function("window.firstEvent !== undefined", timeout=PATIENCE, polling=100)
        except TimeoutError:
            return None
        return float(page.evaluate("window.firstEvent"))


def painted(browser: Browser, pages: dict[str, tuple[str, str]], visits: int = 5) -> dict[str, list[float]]:
    """The times of several pages (address and selector, by name), in turn and again, so that noise meets all alike.

    What takes too long is visited once. The first visit of all, in which the browser wakes up, is not counted.
    """
    found: dict[str, list[float]] = {name: [] for name in pages}
    first_event(browser, *next(iter(pages.values())))
    for _ in range(visits):
        for name, (url, selector) in pages.items():
            if max(found[name], default=0) > LONG:
                continue
            taken = first_event(browser, url, selector)
            found[name].append(PATIENCE if taken is None else taken)
    return {name: [t for t in times if t < PATIENCE] for name, times in found.items()}


def first_at(browser: Browser, url: str, selector: str) -> int:
    """How far from the top of the page its first event stands, in pixels."""
    with fresh(browser) as context:
        page = context.new_page()
        page.goto(url, wait_until="load")
        return round(page.locator(selector).first.bounding_box()["y"])  # type: ignore[index]


def scripting(browser: Browser, url: str, times: int = 3) -> float:
    """Milliseconds in which scripts ran until a second after the page was there; the median of several visits."""
    return median(_scripted(browser, url) for _ in range(times))


def _scripted(browser: Browser, url: str) -> float:
    with fresh(browser) as context:
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Performance.enable")
        page.goto(url, wait_until="load")
        page.wait_for_timeout(1000)
        metrics = {m["name"]: m["value"] for m in session.send("Performance.getMetrics")["metrics"]}
        return float(metrics["ScriptDuration"]) * 1000


def filtering(browser: Browser, url: str, facet: str, times: int = 5) -> tuple[float, list[float]]:
    """Milliseconds until the filters of a page are there to use, and from each click on a box until its results are painted."""
    with fresh(browser) as context:
        page = context.new_page()
        page.goto(url, wait_until="load")
        begun = page.evaluate("performance.now()")
        page.click("[data-filters] > details > summary")
        page.wait_for_selector(f"[data-facet={facet}] ul input", state="attached", timeout=PATIENCE)
        ready = page.evaluate("performance.now()") - begun
        page.click(f"[data-facet={facet}] > summary")
        page.evaluate(f"({ANSWER})()")
        for n in range(times):
            _ticked(page, facet, n)
        return ready, page.evaluate("window.answers")


def _ticked(page: Page, facet: str, number: int) -> None:
    page.locator(f"[data-facet={facet}] ul input:not(:checked)").first.click()
    page.wait_for_function(f"window.answers.length > {number}", timeout=PATIENCE)
    page.wait_for_timeout(300)


def foreign_requests(browser: Browser, urls: list[str]) -> list[str]:
    """What these pages ask of other hosts."""
    with fresh(browser) as context:
        asked: list[str] = []
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        for url in urls:
            page.goto(url, wait_until="load")
            page.wait_for_timeout(200)
        return [url for url in asked if foreign(url)]
