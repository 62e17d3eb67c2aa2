"""What is kept of files between builds of one process."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from dateline.site.texts import Read, Texts

SETTINGS: Mapping[str, Any] = {"MARKDOWN": {"extension_configs": {"markdown.extensions.extra": {}}}}
LARGER: Mapping[str, Any] = {"MARKDOWN": {"extensions": ["markdown_include.include"]}}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_text("Ann", encoding="utf-8")
    return path


def plainly(path: str) -> Read:
    return Path(path).read_text(encoding="utf-8"), {"title": "A"}


class Builds:
    """Builds of one process: each reads a file by a new reader."""

    def __init__(self, read: Callable[[str], Read] = plainly, ending: str = "md") -> None:
        self.texts, self.ending, self.times, self.read = Texts(), ending, 0, read

    def build(self, path: Path, settings: Mapping[str, Any] = SETTINGS) -> Read:
        def counted(name: str) -> Read:
            self.times += 1
            return self.read(name)

        reader: Any = SimpleNamespace(read=counted)
        self.texts.attach({self.ending: reader}, settings)
        found: Read = reader.read(str(path))
        return found


def test_a_file_is_read_once(file: Path) -> None:
    """What a build does to the front matter is not seen by the next."""
    builds = Builds()
    builds.build(file)[1].clear()
    assert (builds.build(file), builds.times) == (("Ann", {"title": "A"}), 1)


@pytest.mark.parametrize("change", ["size", "time", "settings"])
def test_what_changed_is_read_again(file: Path, change: str) -> None:
    """The file, or Pelican's settings."""
    builds = Builds()
    builds.build(file)
    if change == "size":
        file.write_text("Ann Lee", encoding="utf-8")
    elif change == "time":
        os.utime(file, (1, 1))
    builds.build(file, dict(SETTINGS) if change == "settings" else SETTINGS)
    assert builds.times == 2


def test_a_file_that_is_saved_while_it_is_read_is_read_again(file: Path) -> None:
    def saved_meanwhile(path: str) -> Read:
        found = plainly(path)
        if found[0] == "Ann":
            file.write_text("Ann Lee", encoding="utf-8")
        return found

    builds = Builds(saved_meanwhile)
    assert [builds.build(file)[0] for _ in range(2)] == ["Ann", "Ann Lee"]


def test_what_is_warned_of_is_said_again(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    def warned(path: str) -> Read:
        logging.getLogger("pelican.readers").warning("Duplicate definition")
        return plainly(path)

    builds = Builds(warned)
    for _ in range(2):
        builds.build(file)
    assert len(caplog.messages) == 2


@pytest.mark.parametrize(("ending", "settings"), [("rst", SETTINGS), ("md", LARGER)])
def test_what_may_be_made_of_other_files_is_read_every_time(file: Path, ending: str, settings: Mapping[str, Any]) -> None:
    builds = Builds(ending=ending)
    for _ in range(2):
        builds.build(file, settings)
    assert builds.times == 2


def test_what_the_last_build_did_not_read_is_forgotten(file: Path, tmp_path: Path) -> None:
    builds, other = Builds(), tmp_path / "b.md"
    other.write_text("Bob", encoding="utf-8")
    for path in (file, other, file):
        builds.build(path)
    assert builds.times == 3


def test_no_more_than_some_are_kept(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.site.texts.KEPT", 0)
    builds = Builds()
    assert [builds.build(file), builds.build(file), builds.times] == [("Ann", {"title": "A"})] * 2 + [2]
