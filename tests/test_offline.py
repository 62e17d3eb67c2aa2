"""Nothing calls home: but for `import`, no command and no build asks the network for anything."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from dateline.commands import NAMES

from .conftest import ROOT
from .test_commands import LINE

pytestmark = pytest.mark.slow
#: runs a module, and writes down every attempt at a host; copies of the process inherit this
WATCHED = """
import os, runpy, sys

def watch(event, given):
    if event in {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.sendto", "socket.sendmsg"} or (
        event == "socket.connect" and isinstance(given[1], tuple)
    ):
        with open(os.environ["TOLD"], "a", encoding="utf-8") as told:
            told.write(f"{event} {given[1:]}\\n")
sys.addaudithook(watch)
del sys.argv[0]
runpy.run_module(sys.argv[0], run_name="__main__")
"""
ARTICLE = "content/articles/harbour.md"
COMMANDS: dict[str, tuple[str, ...]] = {
    "annotate": (ARTICLE,), "timeline": ("lines.jsonl",), "check": (), "show": (), "why": ("",), "stats": (), "review": (),
    "diff": ("old.json", "old.json"), "rules": ("gold",), "new": ("other", "--yes"),
}  # fmt: skip
CREATED = '<TIMEX3 tid="t0" type="DATE" value="2020-05-08" functionInDocument="CREATION_TIME">x</TIMEX3>'
GOLD = f"<TimeML><DCT>{CREATED}</DCT><TEXT>Now.</TEXT></TimeML>"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site to run commands in."""
    at = tmp_path_factory.mktemp("offline")
    shutil.copytree(ROOT / "tests/sites/tiny", at / "content")
    (at / "lines.jsonl").write_text(LINE + "\n", encoding="utf-8")
    (at / "old.json").write_text(json.dumps({"events": []}), encoding="utf-8")
    (at / "gold").mkdir()
    (at / "gold/a.tml").write_text(GOLD, encoding="utf-8")
    return at


def asked(at: Path, *command: str) -> list[str]:
    """The hosts that a module, run with these arguments, asked for; it has to end well."""
    told = at / "told.txt"
    told.write_text("", encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(ROOT / "plugins"), "DATELINE_CACHE": str(at / "cache"), "TOLD": str(told)}
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *command], cwd=at, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return told.read_text(encoding="utf-8").splitlines()


@pytest.mark.long
def test_the_watch_sees(folder: Path) -> None:
    """Of a module that asks, every question is written down."""
    (folder / "asks.py").write_text("import socket\nsocket.getaddrinfo('localhost', 80)\n", encoding="utf-8")
    assert len(asked(folder, "asks")) == 1


def test_every_command_is_watched() -> None:
    """All but the one whose work is to fetch."""
    assert set(NAMES) - {"import"} == set(COMMANDS)


@pytest.mark.long
@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_asks_no_host(folder: Path, name: str) -> None:
    """Nor do the processes that it begins as copies of itself."""
    assert asked(folder, "dateline.cli", name, *COMMANDS[name]) == []


@pytest.mark.long
def test_a_build_asks_no_host(folder: Path) -> None:
    """Reading and search index included."""
    shutil.rmtree(folder / "cache", ignore_errors=True)
    command = ["pelican", "content", "-o", "output", "-s", str(ROOT / "pelicanconf.py")]
    assert asked(folder, *command) == []
    assert (folder / "output/pagefind/pagefind.js").is_file()


@pytest.mark.long
def test_a_build_needs_no_network(tmp_path: Path) -> None:
    """In a namespace that has none, not even for the programs that it calls."""
    apart = ["unshare", "-rn"]
    if not shutil.which("unshare") or subprocess.run([*apart, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no namespace without network may be made here (unshare -rn)")
    tried = [*apart, sys.executable, "-c", "import socket; socket.create_connection(('1.1.1.1', 53), 2)"]
    assert b"unreachable" in subprocess.run(tried, capture_output=True, check=False).stderr
    command = [
        *apart,
        sys.executable,
        "-m",
        "pelican",
        "tests/sites/tiny",
        "-o",
        str(tmp_path / "output"),
        "-s",
        "pelicanconf.py",
    ]
    env = {**os.environ, "DATELINE_CACHE": str(tmp_path / "cache")}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr + done.stdout
    assert json.loads((tmp_path / "output/data/events.json").read_text(encoding="utf-8"))["events"]
    assert (tmp_path / "output/pagefind/pagefind.js").is_file()
