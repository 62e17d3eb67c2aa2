"""What several tests share: small articles, and one tiny site that is built once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

from .browser import OPTIONS, find

if TYPE_CHECKING:  # tests of dates need no Playwright
    from playwright.sync_api import Browser, Page, Response

# No test asserts the clock; HYPOTHESIS_PROFILE=search looks for new examples, where the default tries the same each time.
hypothesis.settings.register_profile("same", deadline=None, derandomize=True)
hypothesis.settings.register_profile("search", deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

ROOT = Path(__file__).parent.parent
#: readings, by key, of all processes of this run
CACHE = Path(tempfile.gettempdir(), f"dateline-tests-{os.getppid() if 'PYTEST_XDIST_WORKER' in os.environ else os.getpid()}")


def pytest_unconfigure() -> None:
    """Delete what was read, when the last process ends."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        shutil.rmtree(CACHE, ignore_errors=True)


@pytest.fixture(scope="module")
def by_rule() -> Iterator[None]:
    """Rules alone decide what kind and status are, and what tells the same."""
    from .encoders import silenced

    with silenced():
        yield


def build(
    content: Path, output: Path, *, settings: str = "pelicanconf.py", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run Pelican on content as the Makefile does, with what other tests have read; the answer holds what it printed."""
    env = {**os.environ, "DATELINE_CACHE": str(CACHE), "COLUMNS": "400", "NO_COLOR": "1", **environment}
    command = [sys.executable, "-m", "pelican", str(content), "-o", str(output), "-s", settings]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(autouse=True)
def _said_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pelican's loggers say nothing twice in a process; here they do, since several tests listen."""
    if log := sys.modules.get("pelican.log"):
        monkeypatch.setattr(log.LimitFilter, "LOGS_DEDUP_MIN_LEVEL", 0)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site, built for reading from disk."""
    output = tmp_path_factory.mktemp("site") / "output"
    done = build(ROOT / "tests/sites/tiny", output)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr + done.stdout, done.stderr + done.stdout
    return output


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site, published under a sub-path of a host."""
    output = tmp_path_factory.mktemp("published") / "output"
    done = build(ROOT / "tests/sites/tiny", output, settings="publishconf.py", SITEURL="https://example.org/repo")
    assert done.returncode == 0, done.stderr
    return output


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def served(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the tiny site, served below a folder of a host."""
    root = tmp_path_factory.mktemp("host")
    (root / "repo").symlink_to(site, target_is_directory=True)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/repo/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium, where one is installed."""
    from playwright.sync_api import expect, sync_playwright

    path = find()
    if path is None:
        pytest.skip("no Chromium is installed")
    # No test waits longer than it must; a machine with other work needs more than Playwright's five seconds.
    expect.set_options(timeout=20_000)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=OPTIONS)
        yield chromium
        chromium.close()


#: whether all scripts of a page have started, which they do once it was painted
STARTED = """() => {
    const scripts = document.querySelector("[data-scripts]")?.dataset.scripts;
    return !scripts || scripts.split(" ").at(-1) === document.documentElement.dataset.ready;
}"""


def _patient(page: Page) -> Page:
    """A page whose ``goto`` comes back when its scripts have started, so that no key is pressed before."""
    go = page.goto

    def goto(address: str, **options: Any) -> Response | None:
        answer = go(address, **options)
        page.wait_for_function(STARTED)
        return answer

    page.goto = goto  # type: ignore[method-assign]
    return page


@pytest.fixture
def tab(browser: Browser, served: str) -> Iterator[Page]:
    """A page that may ask nobody but the site itself, and whose scripts may not fail."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = _patient(context.new_page())
    foreign, failures = [], []
    page.on("request", lambda r: foreign.append(r.url) if not r.url.startswith(served) else None)
    page.on("pageerror", lambda error: failures.append(str(error)))
    yield page
    assert foreign == []
    assert failures == []
    context.close()
