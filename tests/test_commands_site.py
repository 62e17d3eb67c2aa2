"""The commands in the folder of a site, run as a user runs them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from dateline.cli import main

from .conftest import CACHE, ROOT
from .test_commands import TEXT

pytestmark = pytest.mark.slow


def site(folder: Path) -> Path:
    """A site with one article, to run commands in."""
    articles = folder / "content/articles"
    articles.mkdir(parents=True)
    head = "---\ntitle: A call\ndate: 2020-05-08\nsource: The Gazette\n---\n\n"
    (articles / "call.md").write_text(f"{head}{TEXT}\n", encoding="utf-8")
    return folder


def in_site(folder: Path, *arguments: str, cache: Path = CACHE) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "plugins"), "DATELINE_CACHE": str(cache), "NO_COLOR": "1"}
    command = [sys.executable, "-m", "dateline.cli", *arguments]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


def test_commands_read_the_site_they_stand_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Numbers, a timeline in the terminal, and what an event rests on, for people and for programs."""
    monkeypatch.chdir(site(tmp_path))
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("DATELINE_PROCESSES", "1")

    def told(*arguments: str) -> str:
        assert main(arguments) == 0
        return capsys.readouterr().out

    first, again = (json.loads(told("stats", "--json")) for _ in range(2))
    assert (first["articles"], first["reports"], first["events by type"]["CONSULT"]) == (1, 2, 1)
    assert (first["articles from the cache"], again["articles from the cache"]) == (0, 1)
    shown = told("show", "putin")
    assert "2020-05-07" in shown
    assert "Talks" in shown
    [call] = json.loads(told("show", "Vladimir Putin", "--type", "CONSULT", "--from", "2020-05", "--json"))
    assert json.loads(told("why", call["id"][:6], "--json"))[0]["article"] == "a-call"
    assert json.loads(told("show", "--to", "2019", "--json")) == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("show", "Putinn"), "did you mean 'Vladimir Putin'?"),
        (("show", "--from", "tomorrow"), "write it as 2020"),
        (("why", "zzz"), "the address of an event's page has it"),
        (("diff", "none.json", "none.json"), "none.json: no such file"),
        (("check", "--site", "nowhere"), "run 'make html'"),
        (("annotate", "none.md"), "none.md: no such file"),
    ],
)
def test_what_is_wrong_is_one_line(tmp_path: Path, arguments: tuple[str, ...], says: str) -> None:
    """It says what to do, and the status is 2; --debug shows where in the program."""
    folder = site(tmp_path)
    done = in_site(folder, *arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert says in done.stderr
    assert "Traceback" in in_site(folder, "--debug", *arguments).stderr


def test_a_site_without_articles_is_sound(tmp_path: Path) -> None:
    """A new one has none: there is nothing to check or to review."""
    (tmp_path / "content/articles").mkdir(parents=True)
    assert in_site(tmp_path, "check").stdout == "0 articles: 0 errors, 0 warnings\n"
    assert (in_site(tmp_path, "review").returncode, in_site(tmp_path, "stats").returncode) == (0, 0)
