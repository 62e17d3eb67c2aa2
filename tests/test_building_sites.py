"""Sites built again: what did not change is not made again, and whatever was edited, the site is that of a clean build."""

from __future__ import annotations

import logging
import os
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from dateline.failures import TRANSIENT
from dateline.site import search
from dateline.site.building import modules
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pelican.log import LimitFilter

from .edited import EDITS, SHOUTING, Site, begun, told


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_PROCESSES", "1")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)  # Python takes two edits in a second for one


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
def test_a_build_that_warned_warns_again(
    site: Site, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without being made again."""
    monkeypatch.setattr(LimitFilter, "LOGS_DEDUP_MIN_LEVEL", logging.WARNING)
    site.article(7).write_text("---\ntitle: No date\n---\n\nText.\n", encoding="utf-8")
    for number in range(3):
        caplog.clear()
        site.build()
        assert caplog.text.count("a7.md") == 1
        assert ("Nothing changed" in capsys.readouterr().out) is (number > 0)


@pytest.mark.slow
def test_a_build_in_which_something_failed_is_made_again(
    site: Site, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it may succeed the next time."""
    with monkeypatch.context() as patch:
        patch.setattr(search, "_indexed", _failing)
        assert not (site.build() / "pagefind").exists()
    assert (site.build() / "pagefind/pagefind.js").exists()
    site.build()
    assert "Nothing changed" in capsys.readouterr().out


def _failing(*_: object) -> bool:
    logging.getLogger("dateline.site.search").warning("no search", extra=TRANSIENT)
    return False


@pytest.mark.slow
def test_a_count_that_a_template_shows_is_that_of_now(site: Site) -> None:
    """On the pages of events that did not change, too."""
    site.shows("{% for part in event.participants %}{{ part.actor.name }}: {{ part.actor.count }}.{% endfor %}", "event.html")
    told(site, "Norway thanked Finland on 4 May 2021.")

    def counts() -> set[str]:
        pages = (page.read_text(encoding="utf-8") for page in (site.build() / "events").rglob("*.html"))
        return {found for page in pages for found in re.findall(r"Norway: \d+", page)}

    [before] = counts()
    told(site, "Norway imposed sanctions on Finland on 6 May 2021.")
    [after] = counts()
    assert before != after


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "before", "after"),
    [("siteconf.py", "Hello", "Good evening"), ("loudness.py", "'!'", "'?'"), ("shouting.py", "t +", "2 * t +")],
)
def test_what_a_template_says_of_a_site_s_own_is_that_of_now(site: Site, file: str, before: str, after: str) -> None:
    """A setting, and a word by a filter, which has changed itself or by what it imports."""
    (site.root / "shouting.py").write_text(SHOUTING.replace("text", "t"), encoding="utf-8")
    site.shows("{{ GREETING }} {{ 'Ahoy'|shout }}")
    first = (site.build() / "index.html").read_text(encoding="utf-8")
    assert "<p>Hello Ahoy!</p>" in first
    path = site.root / file
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    now = re.search("<p>(.*Ahoy.*)</p>", (site.build() / "index.html").read_text(encoding="utf-8"))
    assert now
    assert now[1] in {"Good evening Ahoy!", "Hello Ahoy?", "Hello AhoyAhoy!"}


@pytest.mark.slow
@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_module_that_is_loaded_late_is_an_input(site: Site, monkeypatch: pytest.MonkeyPatch, processes: str) -> None:
    """By a filter, when it is first used, in whatever process."""
    monkeypatch.setenv("DATELINE_PROCESSES", processes)
    monkeypatch.setattr(modules, "COARSE", -(10**12))  # as if all files were old
    late = "def shout(text):\n    from loudness import marks\n    return text + marks\n"
    (site.root / "shouting.py").write_text(late, encoding="utf-8")
    site.shows("{{ 'Ahoy'|shout }}")
    assert "Ahoy!" in (site.build() / "index.html").read_text(encoding="utf-8")
    (site.root / "loudness.py").write_text("marks = '?'", encoding="utf-8")
    assert "Ahoy?" in (site.build() / "index.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_what_a_filter_reads_elsewhere_is_an_input(site: Site) -> None:
    """Where a setting names it."""
    data, settings = site.root / "figures.txt", site.root / "siteconf.py"
    data.write_text("12", encoding="utf-8")
    reads = f"def shout(text):\n    return text + open({str(data)!r}).read()\n"
    (site.root / "shouting.py").write_text(reads, encoding="utf-8")
    settings.write_text(f"{settings.read_text(encoding='utf-8')}DATELINE_INPUTS = [{str(data)!r}]\n", encoding="utf-8")
    site.shows("{{ 'Ahoy'|shout }}")
    assert "Ahoy12" in (site.build() / "index.html").read_text(encoding="utf-8")
    data.write_text("13", encoding="utf-8")
    assert "Ahoy13" in (site.build() / "index.html").read_text(encoding="utf-8")


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
def test_a_failed_build_leaves_the_site_as_it_was(site: Site) -> None:
    output = site.build()
    before = stamps(output)
    (site.root / "theme/templates/search.html").write_text("{% broken %}", encoding="utf-8")
    with pytest.raises(Exception, match="broken"):
        site.build()
    assert stamps(output) == before
    assert not list(site.root.glob(".output*"))


@pytest.mark.long
@pytest.mark.slow
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 2), st.integers(0, 9)), min_size=1, max_size=4),
    st.sampled_from("12"),
)
def test_whatever_was_edited_the_site_is_that_of_a_clean_build(
    quick: None, edits: list[tuple[Callable[[Site, int, int], None], int, int]], processes: str
) -> None:
    os.environ["DATELINE_PROCESSES"] = processes
    with tempfile.TemporaryDirectory() as place:
        site = begun(Path(place))
        output = site.build()
        for edit, number, choice in edits:
            edit(site, number, choice)
            output = site.build()
        clean = contents(site.clean())
        assert contents(output) == clean
        assert os.listdir(output)
