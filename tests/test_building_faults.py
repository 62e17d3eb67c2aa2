"""Builds that are killed, find no room, or meet each other: the output holds whole pages only, and the next build is whole."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .conftest import CACHE, ROOT, build

#: how many moments a build is killed at
MOMENTS = int(os.environ.get("DATELINE_TEST_MOMENTS", "5"))
#: bytes of the least that a file takes
PIECE = 4096
COMMAND = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py"]

pytestmark = pytest.mark.slow


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tests/sites/tiny", tmp_path / "content")
    return tmp_path / "content"


def edit(content: Path) -> None:
    """Change what most pages show: one article's title and text."""
    article = content / "articles/ferry.md"
    said = article.read_text(encoding="utf-8").replace("title: ", "title: Anew, ", 1)
    article.write_text(f"{said}\nErna Solberg thanked Mette Frederiksen on 3 May 2021.\n", encoding="utf-8")


def environment(root: Path) -> dict[str, str]:
    return {**os.environ, "DATELINE_CACHE": str(CACHE), "PYTHONPATH": str(ROOT / "plugins"), "COLUMNS": "400"}


@pytest.mark.long
def test_killed_at_any_moment(tmp_path: Path, content: Path) -> None:
    """Whenever a build is killed, each file is that of before or that of after, whole; and the next build is that of after."""
    output, kept = tmp_path / "output", tmp_path / "kept"
    assert build(content, output).returncode == 0
    old = contents(output)
    shutil.copytree(output, kept)
    edit(content)
    begun = time.monotonic()
    assert build(content, output).returncode == 0
    lasts = time.monotonic() - begun
    new = contents(output)
    assert old != new
    for moment in range(MOMENTS):
        shutil.rmtree(output)
        shutil.copytree(kept, output)
        run = subprocess.Popen([*COMMAND, str(content), "-o", str(output)], cwd=ROOT, env=environment(tmp_path), **QUIET)
        time.sleep(lasts * (moment + 0.5) / MOMENTS)
        run.send_signal(signal.SIGKILL)
        run.wait()
        left = contents(output)
        assert all(left[name] in (old.get(name), new.get(name)) for name in left), moment
        assert all(name in left for name in old.keys() & new.keys()), moment
        assert build(content, output).returncode == 0
        assert contents(output) == new, moment
    assert not [path for path in tmp_path.iterdir() if "aside" in path.name]


QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def mounted(options: str, disk: Path, root: Path, prepare: str = "true") -> str:
    """What a build says that writes below a small disk of its own, and how it ended; skips where nothing can be mounted."""
    output = disk / "output"
    script = (
        f"mount -t tmpfs -o {options} tmpfs {disk} && {prepare} && {' '.join(COMMAND)} {root}/content -o {output}; "
        f"echo ended $?; cat {output}/index.html; ls -A {disk}"
    )
    command = ["unshare", "-rm", "sh", "-c", script]
    done = subprocess.run(command, cwd=ROOT, env=environment(root), capture_output=True, text=True, check=False)
    if "unshare" in done.stderr or "mount:" in done.stderr:
        pytest.skip("no folder can be mounted here")
    assert "Traceback" not in done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize("room", [0.5, *(pytest.param(room, marks=pytest.mark.long) for room in (0.2, 0.8))])
def test_no_room_on_the_disk(tmp_path: Path, content: Path, room: float) -> None:
    """One line says so, and the site that stood there stands."""
    measured = build(content, tmp_path / "elsewhere")
    assert measured.returncode == 0
    size = sum(-(-len(file) // PIECE) * PIECE for file in contents(tmp_path / "elsewhere").values())
    disk = tmp_path / "disk"
    disk.mkdir()
    said = mounted(f"size={int(size * room)}", disk, tmp_path, f"mkdir {disk}/output && echo old > {disk}/output/index.html")
    assert "ended 2\nold\noutput\n" in said, said
    assert "No space left on device" in said


def test_an_output_that_may_not_be_written(tmp_path: Path, content: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    said = mounted("ro,size=1m", disk, tmp_path)
    assert "ended 2" in said, said
    assert "Read-only file system" in said


def test_a_variable_that_cannot_be(tmp_path: Path, content: Path) -> None:
    done = build(content, tmp_path / "output", DATELINE_PROCESSES="x")
    assert done.returncode == 2
    assert "DATELINE_PROCESSES is 'x': give a whole number" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_two_builds_at_once(tmp_path: Path, content: Path) -> None:
    """One waits for the other; both end well, and the site is whole."""
    output = tmp_path / "output"
    command = [*COMMAND, str(content), "-o", str(output)]
    runs = [
        subprocess.Popen(
            command, cwd=ROOT, env=environment(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        for _ in range(2)
    ]
    said = [run.communicate()[0] for run in runs]
    assert [run.returncode for run in runs] == [0, 0], said
    assert sum("waiting for its end" in one for one in said) == 1
    assert sum("Nothing changed" in one for one in said) == 1
    build(content, tmp_path / "clean")
    assert contents(output) == contents(tmp_path / "clean")


@pytest.mark.long
def test_a_clock_that_was_set_back(tmp_path: Path, content: Path) -> None:
    """What is changed is built, though its file, and the site's, seem to be of other times."""
    output = tmp_path / "output"
    build(content, output)
    for path in output.rglob("*"):
        os.utime(path, (2_000_000_000, 2_000_000_000))
    edit(content)
    os.utime(content / "articles/ferry.md", (0, 0))
    build(content, output)
    build(content, tmp_path / "clean")
    assert contents(output) == contents(tmp_path / "clean")


@pytest.mark.long
@pytest.mark.parametrize("cache", ["off", "in the way"])
def test_where_nothing_can_be_kept_the_next_build_is_as_whole(tmp_path: Path, content: Path, cache: str) -> None:
    """The search index, too, whose files stand already."""
    (tmp_path / "in the way").write_text("no folder", encoding="utf-8")
    place = cache if cache == "off" else str(tmp_path / cache)
    found = []
    for _ in range(2):
        done = build(content, tmp_path / "output", DATELINE_CACHE=place)
        assert done.returncode == 0, done.stderr
        found.append(contents(tmp_path / "output"))
    assert found[0] == found[1]
    assert "pagefind/pagefind.js" in found[0]
