"""The same articles give the same bytes: wherever, whenever and by whomever they are built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from .conftest import ROOT

pytestmark = pytest.mark.slow
#: what a build needs of this repository
PARTS = ("plugins/dateline", "theme", "pelicanconf.py", "publishconf.py")
#: what a wheel is made of
SOURCES = ("pyproject.toml", "setup.py", "README.md", "LICENSE", *PARTS[:2])
ZONED = "---\ntitle: A visit\ndate: {}\n---\n\nErna Solberg visited Copenhagen on Monday. She met Mette Frederiksen at 23:30.\n"
#: two machines: as far from each other in time as there are, with other languages, hashes and numbers of processes
HERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1", "DATELINE_PROCESSES": "1"}
THERE = {"TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONHASHSEED": "2", "DATELINE_PROCESSES": "2"}


def copied(folder: Path, names: Iterable[str], *, changed: int) -> Path:
    """A folder with copies of these parts of the repository, all of them last changed at this second."""
    for name in names:
        at, copy = ROOT / name, folder / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        if at.is_dir():
            shutil.copytree(at, copy, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy(at, copy)
    for path in folder.rglob("*"):
        os.utime(path, (changed, changed))
    return folder


def published(folder: Path, *, changed: int, umask: int, **environment: str) -> dict[str, bytes]:
    """The files of the tiny site and two articles near midnight, built in this folder."""
    copied(folder, PARTS, changed=changed)
    shutil.copytree(ROOT / "tests/sites/tiny", folder / "content")
    for name, date in (("a", "2021-06-21 23:59"), ("b", "2021-06-21T23:59:00+14:00")):
        article = folder / f"content/articles/{name}.md"
        article.write_text(ZONED.format(date).replace("visit\n", f"visit {name}\n"), encoding="utf-8")
        os.utime(article, (changed, changed))
    env = {
        **os.environ,
        "PYTHONPATH": "plugins",
        "SITEURL": "https://example.org/repo",
        "DATELINE_CACHE": "cache",
        **environment,
    }
    command = [sys.executable, "-m", "pelican", "content", "-o", "output", "-s", "publishconf.py"]
    done = subprocess.run(command, cwd=folder, env=env, umask=umask, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return {p.relative_to(folder / "output").as_posix(): p.read_bytes() for p in (folder / "output").rglob("*") if p.is_file()}


@pytest.mark.long
def test_two_machines_publish_the_same_bytes(tmp_path: Path) -> None:
    """In folders of other names, with other clocks, and from files that were changed at other times."""
    here = published(tmp_path / "here", changed=1_000_000_000, umask=0o022, **HERE)
    there = published(tmp_path / "somewhere/else", changed=1_700_000_000, umask=0o077, SOURCE_DATE_EPOCH="1", **THERE)
    assert sorted(here) == sorted(there)
    assert [name for name in here if here[name] != there[name]] == []
    kinds = {Path(name).suffix for name in here}
    assert kinds >= {".html", ".png", ".sqlite", ".ics", ".xml", ".json", ".csv", ".js", ".css", ".pf_index", ".pf_fragment"}
    assert not any(str(tmp_path).encode() in content for content in here.values())


@pytest.mark.long
def test_two_machines_make_the_same_wheel(tmp_path: Path) -> None:
    """Where SOURCE_DATE_EPOCH says from when it is to be."""
    wheels = []
    for folder, changed, machine in ((tmp_path / "a", 1_000_000_000, HERE), (tmp_path / "other/b", 1_700_000_000, THERE)):
        copied(folder, SOURCES, changed=changed)
        command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", "dist", "."]
        env = {**os.environ, **machine, "SOURCE_DATE_EPOCH": "1600000000"}
        done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        wheels += (folder / "dist").glob("*.whl")
    assert wheels[0].name == wheels[1].name
    assert wheels[0].read_bytes() == wheels[1].read_bytes()
