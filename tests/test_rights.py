"""Rights: what the site may not publish is in none of its files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from dateline.site.rights import allowed, limited

from .conftest import ROOT, build
from .links import texts
from .views import event, views

#: a sentence that tells events, and one that tells none, of tests/sites/tiny/articles/harbour.md
TELLS = "met Mette Frederiksen on Thursday and signed"
TELLS_NOTHING = "What comes next"


def test_an_event_of_a_closed_article_is_called_by_kind_and_actors() -> None:
    """Its sentence is gone, and its line is in no article's words."""
    line = limited(views([event("e", "2021-06-17")]).timeline, {"a": "none"})
    [told] = line.events
    assert (told.summary, told.reports[0].sentence, told.reports[0].text) == ("Ann talked with Bob", "", "")


@pytest.mark.parametrize("text", ["all", "evidence"])
def test_sentences_that_tell_events_stay_where_they_may(text: str) -> None:
    """The timeline is as it was."""
    line = views([event("e", "2021-06-17")]).timeline
    assert limited(line, {"a": text}) == line


def test_no_is_nothing() -> None:
    """YAML reads `publish: no` as False."""
    assert (allowed(False), allowed(None), allowed("")) == ("none", "all", "all")


def test_an_amount_that_is_none_is_named() -> None:
    """With those that there are."""
    with pytest.raises(ValueError, match="all, evidence, none"):
        allowed("some")


def built(tmp_path: Path, text: str) -> dict[str, str]:
    """The tiny site, published with this amount of text."""
    settings = tmp_path / "conf.py"
    settings.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom publishconf import *\nDATELINE_TEXT = {text!r}\n"
        f"THEME = {str(ROOT / 'theme')!r}\nPLUGIN_PATHS = [{str(ROOT / 'plugins')!r}]\n",
        encoding="utf-8",
    )
    shutil.copytree(ROOT / "tests/sites/tiny", tmp_path / "content")
    done = build(tmp_path / "content", tmp_path / "output", settings=str(settings), SITEURL="https://example.org/repo")
    assert done.returncode == 0, done.stdout + done.stderr
    return texts(tmp_path / "output")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "tells", "tells_nothing"), [("all", True, True), ("evidence", True, False), ("none", False, False)]
)
def test_every_file_holds_to_it(tmp_path: Path, text: str, *, tells: bool, tells_nothing: bool) -> None:
    """Pages, search, feeds and data: a sentence is in some of them, or in none."""
    files = built(tmp_path, text)
    assert len(files) > 60
    assert any(TELLS in content for content in files.values()) is tells
    assert any(TELLS_NOTHING in content for content in files.values()) is tells_nothing
    assert json.loads(files["data/events.json"])["events"]


@pytest.mark.slow
def test_an_article_may_say_its_own(tmp_path: Path) -> None:
    """`publish: none` in its front matter closes that article alone."""
    shutil.copytree(ROOT / "tests/sites/tiny", tmp_path / "content")
    harbour = tmp_path / "content/articles/harbour.md"
    harbour.write_text(harbour.read_text(encoding="utf-8").replace("lang: en", "publish: none"), encoding="utf-8")
    assert build(tmp_path / "content", tmp_path / "output").returncode == 0
    files = texts(tmp_path / "output")
    assert not [name for name, content in files.items() if "signed a harbour treaty" in content]
    assert any("spoke on Sunday" in content for content in files.values())
