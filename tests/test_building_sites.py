"""Sites built again: what did not change is not made again, and whatever was edited, the site is that of a clean build."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from dateline.model import Article, Reading
from dateline.reading import ahead
from dateline.site import readings
from dateline.site.building import jobs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pelican.log import LimitFilter

from .edited import EDITS, Site, begun, told


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    monkeypatch.setenv("DATELINE_PROCESSES", "1")
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path_factory.mktemp("cache")))
    yield
    ahead.end()


@pytest.fixture
def site(quick: None, tmp_path: Path) -> Site:
    return begun(tmp_path)


def stamps(folder: Path) -> dict[str, int]:
    return {p.relative_to(folder).as_posix(): p.stat().st_mtime_ns for p in folder.rglob("*") if p.is_file()}


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.slow
def test_nothing_changed_and_nothing_is_done(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    before = stamps(site.build())
    assert "Nothing changed" not in capsys.readouterr().out
    assert stamps(site.build()) == before
    assert "Nothing changed" in capsys.readouterr().out


@pytest.mark.slow
def test_a_build_that_warned_warns_again(site: Site, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LimitFilter, "LOGS_DEDUP_MIN_LEVEL", logging.WARNING)
    site.article(7).write_text("---\ntitle: No date\n---\n\nText.\n", encoding="utf-8")
    for _ in range(2):
        caplog.clear()
        site.build()
        assert "a7.md" in caplog.text


@pytest.mark.slow
def test_a_server_shows_pages_before_the_rest_is_made(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """That of the article that changed first, the others before exports; and what did not change is not read again."""
    site.served = True
    output = site.build()
    files = [output / name for name in ("articles/article-2/index.html", "timeline/2021/index.html", "data/events.json")]
    told(site, "Sweden thanked Finland on 4 May 2021.")
    shown, read, run, read_any = [], [], jobs.run, readings.read_any

    def fresh() -> list[bool]:
        return ["Finland" in path.read_text(encoding="utf-8") for path in files]

    def watched_run(*given: Any) -> None:
        shown.append(fresh())
        run(*given)

    def watched_read(new: Sequence[Article], *more: Any) -> Iterator[tuple[int, Reading]]:
        read.extend(article.id for article in new)
        return read_any(new, *more)

    monkeypatch.setattr(jobs, "run", watched_run)
    monkeypatch.setattr(readings, "read_any", watched_read)
    site.build()
    assert shown == [[False, False, False], [True, False, False], [True, True, False]]
    assert read == ["article-2"]
    assert fresh() == [True, True, True]


@pytest.mark.slow
def test_pages_that_show_nothing_new_are_not_written(site: Site) -> None:
    before = stamps(site.build())
    told(site, "Sweden thanked Finland on 4 May 2021.")
    after = stamps(site.build())
    written = {name for name, when in after.items() if before.get(name) != when}
    assert {"index.html", "articles/article-2/index.html", "actors/sweden/index.html", "data/events.json"} <= written
    same = {name for name in before if name.startswith(("articles/article-0/", "actors/ann-lee/", "search/", "theme/"))}
    assert same
    assert not same & written


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "change", "touched", "untouched"),
    [
        (
            "theme/templates/search.html",
            lambda s: s.replace("<h1", "<!-- new --><h1").replace("main %}", "main %}<!-- new -->"),
            "search/index.html",
            "actors/norway/index.html",
        ),
        ("theme/static/css/print.css", lambda s: s + "/* new */", "theme/css/print.css", "index.html"),
        ("theme/templates/parts/pager.html", lambda s: s.replace("<nav", "<nav id='x'"), None, "search/index.html"),
    ],
)
def test_a_change_of_the_theme_touches_what_it_shows(
    site: Site, file: str, change: Callable[[str], str], touched: str | None, untouched: str
) -> None:
    before = stamps(site.build())
    path = site.root / file
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    after = stamps(site.build())
    written = {name for name, when in after.items() if before.get(name) != when}
    assert any(name.startswith("events/") for name in written) if touched is None else touched in written
    assert untouched not in written


@pytest.mark.slow
def test_a_failed_build_leaves_the_site_as_it_was(site: Site) -> None:
    output = site.build()
    before = stamps(output)
    (site.root / "theme/templates/search.html").write_text("{% broken %}", encoding="utf-8")
    with pytest.raises(Exception, match="broken"):
        site.build()
    assert stamps(output) == before
    assert not list(site.root.glob(".output*"))


@pytest.mark.slow
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 2), st.integers(0, 9)), min_size=1, max_size=4),
    st.booleans(),
    st.sampled_from("12"),
)
def test_whatever_was_edited_the_site_is_that_of_a_clean_build(
    quick: None, edits: list[tuple[Callable[[Site, int, int], None], int, int]], served: bool, processes: str
) -> None:
    """Of a server, too, and by several processes, one of which waits for what is new."""
    os.environ["DATELINE_PROCESSES"] = processes
    with tempfile.TemporaryDirectory() as place:
        site = begun(Path(place))
        site.served = served
        output = site.build()
        for edit, number, choice in edits:
            edit(site, number, choice)
            output = site.build()
        clean = contents(site.clean())
        assert contents(output) == clean
        assert os.listdir(output)
