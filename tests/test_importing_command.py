"""`dateline import`: what it prints, its status, and its use."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from dateline.importing import command

from .importing.server import Server, running
from .importing.working import lines


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as found:
        yield found


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args(arguments))


def test_the_command_sums_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A summary on the output, a line for each failure on the error stream, and a status."""
    source = lines(tmp_path / "a.jsonl", {}, {"text": "short"})
    assert run(source, str(tmp_path / "none"), "--to", str(tmp_path / "to")) == 1
    out, err = capsys.readouterr()
    assert out == "1 imported, 2 failed\n"
    assert [line.split(": ")[1] for line in err.splitlines()] == [f"{source}:2", str(tmp_path / "none")]
    assert run(lines(tmp_path / "b.jsonl", {}), "--to", str(tmp_path / "to")) == 0
    assert capsys.readouterr().out == "1 already there\n"


def test_this_machine_is_not_read_from(server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command has no way to allow it."""
    assert run(f"{server.url}/banner.html", "--to", str(tmp_path / "to")) == 1
    assert "not on the public internet" in capsys.readouterr().err


def test_missing_libraries_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line says how to get them."""
    monkeypatch.setattr(command, "LIBRARIES", ("json", "no_such_library"))
    assert run("x", "--to", str(tmp_path)) == 2
    assert capsys.readouterr().err == "dateline: importing needs more libraries: pip install 'pelican-dateline[import]'\n"


@pytest.mark.parametrize(
    "wrong", [["--date", "8 May"], ["--limit", "0"], ["--pause", "-1"], ["--ignore-robots"], ["--allow-loopback"]]
)
def test_wrong_use_is_told(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2, before anything is read; robots.txt cannot be ignored."""
    with pytest.raises(SystemExit) as ended:
        run("x", *wrong)
    assert ended.value.code == 2
    assert wrong[0] in capsys.readouterr().err


def test_the_command_needs_no_library_to_explain_itself() -> None:
    """Its arguments are known without the extra being installed."""
    import subprocess

    code = "import sys\nfrom dateline.importing import command\nprint(set(sys.modules) & set(command.LIBRARIES))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(Path(command.__file__).parents[2])},
    )
    assert done.stdout == "set()\n"
