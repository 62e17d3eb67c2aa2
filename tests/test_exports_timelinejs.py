"""TimelineJS: the slides, and that TimelineJS itself shows them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from benchmarks.others import PACKAGES, TIMELINEJS, installed

from .conftest import Quiet
from .exported import AT_HOME, files, read, written

__all__ = ["files"]


def slides(files: dict[str, bytes]) -> dict[str, dict[str, Any]]:
    return {slide["unique_id"]: slide for slide in read(files, "data/timelinejs.json")["events"]}


@pytest.mark.parametrize(
    ("id", "start", "end"),
    [
        ("day", (2021, 6, 17), None),
        ("month", (2021, 2), None),
        ("year", (1807,), None),
        ("range", (2019, 3, 3), (2019, 4, 10)),
        ("months", (2020, 1), (2020, 4)),
        ("bc", (-44, 3, 15), None),
        ("one", (-1,), None),
    ],
)
def test_slides_have_dates_as_precise_as_known(
    files: dict[str, bytes], id: str, start: tuple[int, ...], end: tuple[int, ...] | None
) -> None:
    """44 BC is -44 there, and 1 BC is -1."""
    slide = slides(files)[id]
    assert tuple(slide["start_date"].values()) == start
    assert (tuple(slide["end_date"].values()) if "end_date" in slide else None) == end


def test_slides_hold_escaped_text(files: dict[str, bytes]) -> None:
    """The sentence, then a link to the event's page. What is not published leaves no trace, nor does an undated event."""
    link = '<p><a href="https://example.org/repo/events/'
    assert slides(files)["day"]["text"]["text"].startswith(
        f"<blockquote>Solberg met &lt;them&gt; &amp; signed.</blockquote>{link}"
    )
    assert slides(files)["bare"]["text"]["text"].startswith(link)
    assert "undated" not in slides(files)
    assert "text" not in slides(written(AT_HOME))["bare"]["text"]


@pytest.fixture
def page(tmp_path: Path, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a page in which TimelineJS, from npm, opens the file; skipped where npm cannot be had."""
    for name, value in (("fetch_retries", "0"), ("fetch_timeout", "20000")):
        monkeypatch.setenv(f"npm_config_{name}", value)
    npm = installed(PACKAGES["TimelineJS"])
    if npm is None:
        pytest.skip("npm could not install TimelineJS")
    (tmp_path / "npm").symlink_to(npm, target_is_directory=True)
    (tmp_path / "data").mkdir()
    (tmp_path / "data/timelinejs.json").write_bytes(files["data/timelinejs.json"])
    head = '<!DOCTYPE html>\n<meta charset="utf-8">\n<title>TimelineJS</title>\n'
    (tmp_path / "data/index.html").write_text(head + TIMELINEJS, encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/data/"
        server.shutdown()


@pytest.mark.slow
@pytest.mark.browser
def test_timelinejs_shows_every_slide(page: str, browser: Browser, files: dict[str, bytes]) -> None:
    """The title and each dated event, with the years before Christ; it finds nothing wrong."""
    tab = browser.new_page()
    failures: list[str] = []
    tab.on("pageerror", lambda error: failures.append(str(error)))
    tab.goto(page)
    expect(tab.locator(".tl-timemarker")).to_have_count(len(slides(files)))
    expect(tab.locator(".tl-slide")).to_have_count(len(slides(files)) + 1)
    expect(tab.locator(".tl-slide-titleslide .tl-headline")).to_contain_text("Fjord & Sound")
    told = tab.locator(".tl-slide .tl-text").all_text_contents()
    assert sum("Solberg met <them> & signed." in text for text in told) == len(slides(files)) - 1
    assert any("44 BCE" in text for text in told)
    assert tab.locator(".tl-message-full").all_text_contents() in ([], [""])
    assert failures == []
    tab.close()
