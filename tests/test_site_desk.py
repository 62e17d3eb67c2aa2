"""The site and its editors: addresses that last, corrections, what is hidden, and what they should look at."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from .conftest import ROOT, build
from .links import broken, texts
from .test_site import events

pytestmark = pytest.mark.slow


def at_desk(folder: Path, output: str, *, settings: str = "pelicanconf.py", **environment: str):
    """Build the site in a folder with its own desk."""
    desk = {"DATELINE_DESK": str(folder / "desk"), **environment}
    return build(folder / "content", folder / output, settings=settings, **desk)


@pytest.mark.long
def test_addresses_last(tmp_path: Path) -> None:
    """What the ledger holds keeps its page though another takes it in, actors too; publishing refuses to lose an event."""
    shutil.copytree(ROOT / "tests/sites/tiny", tmp_path / "content")
    done = at_desk(tmp_path, "first", DATELINE_IDS="write")
    assert done.returncode == 0, done.stderr
    first, second = events(tmp_path / "first")[:2]
    correction = tmp_path / "desk/corrections.yaml"
    correction.write_text(f"'{second['id']}': {{merge_into: '{first['id']}'}}\n", encoding="utf-8")
    with (tmp_path / "desk/ids.yaml").open("a", encoding="utf-8") as ledger:
        ledger.write("- {actor: danish-state, name: Denmark}\n")
    assert at_desk(tmp_path, "second", settings="publishconf.py").returncode == 0
    former = (tmp_path / "second/actors/danish-state/index.html").read_text(encoding="utf-8")
    assert "actors/denmark/" in former
    moved = (tmp_path / "second" / second["url"] / "index.html").read_text(encoding="utf-8")
    assert first["url"] in moved
    correction.unlink()
    (tmp_path / "content/articles/harbour.md").unlink()
    refused = at_desk(tmp_path, "third", settings="publishconf.py")
    assert refused.returncode == 2
    assert "is gone" in refused.stdout + refused.stderr


def test_the_review_page_is_for_editors_alone(site: Path, published: Path) -> None:
    """It is there when read at home, and never published."""
    assert "ready to paste" in (site / "review/index.html").read_text(encoding="utf-8")
    assert not (published / "review").exists()


def test_the_review_page_shows_what_was_set_aside(site: Path) -> None:
    """With a link to its article, and the rule; how much of each kind stands above it."""
    page = (site / "review/index.html").read_text(encoding="utf-8")
    assert '<a href="../articles/norway-and-denmark-sign-harbour-treaty/index.html">' in page
    assert "<summary>dateline 1, headline 1, credit 1</summary>" in page
    assert "<li>dateline (place line): OSLO (Gazette) –</li>" in page


def test_a_correction_shows_on_the_page(tmp_path: Path) -> None:
    """The editors' date is shown, and what the program has stands beside it; a wrong entry is named and left out."""
    shutil.copytree(ROOT / "tests/sites/tiny", tmp_path / "content")
    at_desk(tmp_path, "first")
    [attack] = [e for e in events(tmp_path / "first") if e["type"] == "FIGHT"]
    (tmp_path / "desk").mkdir()
    lines = f"'{attack['id']}':\n  date: 1807-09\n  by: Ann\nother:\n  colour: red\n"
    (tmp_path / "desk/corrections.yaml").write_text(lines, encoding="utf-8")
    done = at_desk(tmp_path, "second")
    page = (tmp_path / "second" / attack["url"] / "index.html").read_text(encoding="utf-8")
    assert "September 1807" in page
    assert "the program has “1807”, corrected by Ann" in page
    assert "corrections.yaml:5: unknown key 'colour'" in done.stdout + done.stderr


@pytest.mark.long
def test_what_is_hidden_is_on_no_page(tmp_path: Path) -> None:
    """Neither an event nor an actor that the editors hide is in pages, search, feeds or data; its article stays."""
    shutil.copytree(ROOT / "tests/sites/tiny", tmp_path / "content")
    at_desk(tmp_path, "first")
    [attack] = [e for e in events(tmp_path / "first") if e["type"] == "FIGHT"]
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk/corrections.yaml").write_text(f"{attack['id']}: {{hide: true}}\n", encoding="utf-8")
    (tmp_path / "desk/actors.yaml").write_text("- {name: Denmark, hide: true}\n", encoding="utf-8")
    done = at_desk(tmp_path, "second")
    assert done.returncode == 0, done.stderr
    assert broken(tmp_path / "second", "file:///") == []
    assert not (tmp_path / "second" / attack["url"]).exists()
    assert not (tmp_path / "second/actors/denmark").exists()
    files = texts(tmp_path / "second")
    said = attack["summary"]
    assert [name for name, content in texts(tmp_path / "first").items() if said in content]
    assert [n for n, c in files.items() if said in c and not n.startswith("articles/") and '"articles/' not in c] == []
    assert [name for name, content in files.items() if attack["id"] in content] == []


def test_a_ledger_that_cannot_be_read_is_not_written_over(tmp_path: Path) -> None:
    """A conflict of git in it loses nobody's address."""
    shutil.copytree(ROOT / "tests/sites/tiny", tmp_path / "content")
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk/ids.yaml").write_text("<<<<<<< HEAD\n- id: [\n", encoding="utf-8")
    assert at_desk(tmp_path, "first", DATELINE_IDS="write").returncode == 2
    assert "<<<<<<< HEAD" in (tmp_path / "desk/ids.yaml").read_text(encoding="utf-8")
