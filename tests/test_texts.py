"""What is kept of files between builds of one process."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from dateline.site.texts import Texts

NONE = (None, None)
READ = ("<p>Ann</p>", {"title": "A"})


@pytest.fixture
def file(tmp_path: Path) -> str:
    (tmp_path / "a.md").write_text("Ann", encoding="utf-8")
    return str(tmp_path / "a.md")


def attached(texts: Texts, settings: dict[str, Any]) -> Any:
    readers = SimpleNamespace()
    texts.attach(readers, settings)
    return readers


def test_a_file_is_read_once(file: str) -> None:
    texts, settings = Texts(), {"PATH": "content"}
    first = attached(texts, settings)
    assert first.get_cached_data(file, NONE) == NONE
    first.cache_data(file, READ)
    assert attached(texts, settings).get_cached_data(file, NONE) == READ


@pytest.mark.parametrize("change", ["size", "time", "settings"])
def test_what_changed_is_read_again(file: str, change: str) -> None:
    """The file, or Pelican's settings."""
    texts, settings = Texts(), {"PATH": "content"}
    attached(texts, settings).cache_data(file, READ)
    if change == "size":
        Path(file).write_text("Ann Lee", encoding="utf-8")
    elif change == "time":
        os.utime(file, (1, 1))
    else:
        settings = dict(settings)
    assert attached(texts, settings).get_cached_data(file, NONE) == NONE
