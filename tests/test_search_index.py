"""The search index: all of it, in parts where there is much, or nothing."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest
from dateline.site import search

from .views import event, views

pytestmark = pytest.mark.slow
SEEN = views([event(f"e{n}", "2021-06-17") for n in range(20)])
PAGES = search.pages(SEEN, "en")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_each_record_has_its_fragment_and_the_same_records_the_same_files(tmp_path: Path) -> None:
    """Whatever stood there before."""
    search.write(search.pages(views([event("other", "2021-06-18")]), "en"), "en", tmp_path / "one")
    for name in ("one", "two"):
        search.write(PAGES, "en", tmp_path / name)
    made = files(tmp_path / "one")
    assert made == files(tmp_path / "two")
    assert sum(name.startswith("fragment/") for name in made) == len(list(search.records(SEEN)))
    assert not [name for name in made if name.startswith("pagefind-ui")]


def test_where_pagefind_fails_there_is_no_index(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A warning says so, which the next build may not have to say; rather no search than a part of one."""
    broken = [*PAGES, {"a.html": PAGES[0][next(iter(PAGES[0]))]}]
    script = tmp_path / "python"
    script.write_text(f'#!/bin/sh\ncase "$*" in *pages-1*) echo broken; exit 3;; esac\nexec {sys.executable} "$@"\n')
    script.chmod(0o755)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "executable", str(script))
        search.write(broken, "en", tmp_path / "index")
    assert not (tmp_path / "index").exists()
    [record] = [r for r in caplog.records if r.levelno == logging.WARNING]
    assert record.getMessage() == "no search: Pagefind ended with 3: broken"
    assert record.transient


def test_a_part_has_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "PART", 12)
    search.write(search.pages(SEEN, "en"), "en", tmp_path / "index")
    assert search.parts(SEEN) == 2
    assert {path.parent.name for path in tmp_path.rglob("pagefind-entry.json")} == {"index", "1"}
