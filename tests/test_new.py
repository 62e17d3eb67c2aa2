"""`dateline new`: a site from nothing."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

import pytest
import yaml
from dateline.cli import main

from .conftest import ROOT

OWN = {"SITENAME", "SITESUBTITLE", "THEME", "PLUGIN_PATHS"}


def settings(path: Path) -> dict[str, str]:
    """The names that a settings file sets, with what to."""
    lines = ast.parse(path.read_text(encoding="utf-8")).body
    plain = [n for n in lines if isinstance(n, ast.Assign | ast.AnnAssign) and n.value]
    return {(n.targets[0] if isinstance(n, ast.Assign) else n.target).id: ast.unparse(n.value) for n in plain}  # type: ignore[union-attr]


def made(folder: Path, *flags: str) -> Path:
    assert main(["new", str(folder / "site"), "--yes", *flags]) == 0
    return folder / "site"


def test_a_new_site_has_the_settings_of_this_one(tmp_path: Path) -> None:
    """But for its name and where theme and plugin lie."""
    new, own = settings(made(tmp_path) / "pelicanconf.py"), settings(ROOT / "pelicanconf.py")
    assert {k: v for k, v in new.items() if k not in OWN} == {k: v for k, v in own.items() if k not in OWN}


@pytest.mark.parametrize("title", ['The "war"', "It's", "$lang", "a\\b", "Ελλάδα"])
def test_whatever_the_title(tmp_path: Path, title: str) -> None:
    """Settings are Python whatever stands in them."""
    found = settings(made(tmp_path, "--title", title, "--language", "de", "--text", "none") / "pelicanconf.py")
    assert ast.literal_eval(found["SITENAME"]) == title
    assert (found["DEFAULT_LANG"], found["DATELINE_LOCALE"], found["DATELINE_TEXT"]) == ("'de'", "'de'", "'none'")


def test_it_begins_a_repository(tmp_path: Path) -> None:
    """With one commit, and nothing left over."""
    site = made(tmp_path)
    git = ["git", "-C", str(site)]
    assert subprocess.run([*git, "status", "--porcelain"], capture_output=True, text=True, check=True).stdout == ""
    assert subprocess.run([*git, "log", "--oneline"], capture_output=True, text=True, check=True).stdout.count("\n") == 1


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line, and status 2."""
    (tmp_path / "x").write_text("mine", encoding="utf-8")
    assert main(["new", str(tmp_path), "--yes"]) == 2
    assert "not an empty folder" in capsys.readouterr().err


def test_its_workflow_pins_actions(tmp_path: Path) -> None:
    """The same commits as this repository's own."""
    text = (made(tmp_path) / ".github/workflows/pages.yml").read_text(encoding="utf-8")
    uses = [s["uses"] for job in yaml.safe_load(text)["jobs"].values() for s in job["steps"] if "uses" in s]
    ours = (ROOT / ".github/workflows/pages.yml").read_text(encoding="utf-8")
    assert uses
    assert all(use in ours for use in uses)
