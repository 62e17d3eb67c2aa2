"""One import at a time in a folder."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from dateline.cli import main
from dateline.importing import alone

from .conftest import ROOT

HOLDS = """
import sys, time
from pathlib import Path
from dateline.importing.alone import alone
with alone(Path(sys.argv[1])):
    print("here", flush=True)
    time.sleep(60)
"""
TEXT = " ".join(f"On day {n} the ministers spoke of matter {n * 7}." for n in range(30))


@pytest.fixture
def other(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has the folder "to" for itself."""
    (tmp_path / "to").mkdir()
    env = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    command = [sys.executable, "-c", HOLDS, str(tmp_path / "to")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env) as process:
        assert process.stdout
        assert process.stdout.readline() == "here\n"
        yield process
        process.kill()


def imported(folder: Path) -> int:
    """The status of an import of one text into the folder "to"."""
    (folder / "2020-05-08-a.txt").write_text(f"Ministers speak\n\n{TEXT}\n", encoding="utf-8")
    return main(["import", str(folder / "2020-05-08-a.txt"), "--to", str(folder / "to")])


def test_a_second_import_is_refused(tmp_path: Path, other: subprocess.Popen[str], capsys: pytest.CaptureFixture[str]) -> None:
    """One line says who is at work and where; nothing is written, and the status is 2."""
    assert imported(tmp_path) == 2
    out, err = capsys.readouterr()
    says = f"another import is at work in {tmp_path / 'to'}: wait until it has ended"
    assert (out, err) == ("", f"dateline: {says}\n")
    assert [path.name for path in (tmp_path / "to").iterdir()] == [alone.NAME]


def test_a_process_that_was_killed_keeps_nobody_out(
    tmp_path: Path, other: subprocess.Popen[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Though its lock file is still there; and an import that ended leaves the folder to the next."""
    other.kill()
    other.wait()
    assert [imported(tmp_path), imported(tmp_path)] == [0, 0]
    assert capsys.readouterr().out == "1 imported\n1 done before\n"


def test_other_folders_are_free(tmp_path: Path, other: subprocess.Popen[str]) -> None:
    """The lock is of one folder."""
    (tmp_path / "elsewhere").mkdir()
    assert other.poll() is None
    assert imported(tmp_path / "elsewhere") == 0


def test_a_lock_that_may_not_be_opened_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It may be another's, who is at work: nothing is imported."""
    (tmp_path / "to" / alone.NAME).mkdir(parents=True)
    assert imported(tmp_path) == 2
    assert alone.NAME in capsys.readouterr().err


def test_a_file_system_without_locks_keeps_nobody_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An import is better than none."""

    def unknown(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(alone.FileLock, "acquire", unknown)
    assert imported(tmp_path) == 0
