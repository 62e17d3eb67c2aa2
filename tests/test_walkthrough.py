"""The walkthrough: every line of docs/walkthrough.md, run as a new user would, from an empty folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from .conftest import ROOT

pytestmark = pytest.mark.slow
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Step:
    """A command with what it prints, or a file with what stands in it."""

    command: str = ""
    expected: str = ""
    file: str = ""


def steps() -> Iterator[Step]:
    """What the page tells to do, in its order."""
    for kind, name, content in BLOCK.findall((ROOT / "docs/walkthrough.md").read_text(encoding="utf-8")):
        if kind != "console":
            yield Step(expected=content, file=name)
            continue
        for part in re.split(r"^\$ ", content, flags=re.MULTILINE)[1:]:
            command, _, expected = part.partition("\n")
            yield Step(command, expected)


def matches(expected: str, said: str) -> bool:
    """Whether output is as written, where three dots stand for anything."""
    pattern = re.escape(expected.strip()).replace(re.escape("..."), ".*")
    pattern = re.sub(r"(\\ )+", r"\\s+", pattern)
    return re.fullmatch(pattern, said.strip(), re.DOTALL) is not None


@pytest.mark.long
def test_every_line_does_what_it_says(tmp_path: Path) -> None:
    """From an empty folder to a branch in a bare repository. The environment is the one that runs the tests."""
    here, bin = tmp_path, Path(sys.executable).parent
    venv = bin.parent
    env = {
        **os.environ, "PATH": f"{bin}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "plugins"), "COLUMNS": "120",
        "NO_COLOR": "1",
        "GIT_AUTHOR_NAME": "Ann", "GIT_AUTHOR_EMAIL": "ann@example.org", "GIT_COMMITTER_NAME": "Ann",
        "GIT_COMMITTER_EMAIL": "ann@example.org", "MAKEFLAGS": f" --no-print-directory -- VENV={venv}",
    }  # fmt: skip
    env.pop("MAKELEVEL", None)
    for step in steps():
        if step.file:
            path = here / step.file if "/" in step.file else here.parent / step.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step.expected, encoding="utf-8")
            continue
        if step.command.startswith("cd "):
            here /= step.command[3:]
            os.utime(here / "requirements.txt", (0, 0))  # all is installed: nothing is fetched
            continue
        done = subprocess.run(step.command, shell=True, cwd=here, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{step.command}\n{done.stdout}{done.stderr}"
        assert matches(step.expected, done.stdout + done.stderr), f"{step.command}\n{done.stdout}{done.stderr}"
