"""The search index: made where the last one lies, with the same files as one that is made anew."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path

import pytest
from dateline.site import indexing

pytestmark = pytest.mark.slow
PAGES = {
    f"{name}.html": f'<html lang="en"><body><main data-pagefind-body><p>{name} met {words}</p></main></body></html>'
    for name, words in (("ann", "Bob at the harbour"), ("bob", "Ann in Oslo"), ("eve", "nobody"))
}
CHANGED = {**PAGES, "bob.html": PAGES["bob.html"].replace("Oslo", "Bergen")}
FEWER = {name: page for name, page in CHANGED.items() if name != "eve.html"}


def made(pages: Mapping[str, str], work: Path, key: str = "") -> dict[str, bytes]:
    """The files of the index of these pages, by path."""
    index = indexing.made(pages, key or str(sorted(pages.values())), "en", work)
    assert index
    return {path.relative_to(index).as_posix(): path.read_bytes() for path in index.rglob("*") if path.is_file()}


def test_an_index_is_that_of_its_pages_whatever_was_before(tmp_path: Path) -> None:
    """A page changed, one gone, and back to the first: each as if it were made anew."""
    alone = {n: made(pages, tmp_path / f"alone{n}") for n, pages in enumerate((PAGES, CHANGED, FEWER))}
    assert [sum(name.startswith("fragment/") for name in files) for files in alone.values()] == [3, 3, 2]
    for n, pages in ((0, PAGES), (1, CHANGED), (2, FEWER), (0, PAGES)):
        assert made(pages, tmp_path / "kept") == alone[n]


def test_what_belongs_to_the_index_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the fragment of a page that is as it was, nor anything where all are."""
    before = made(PAGES, tmp_path)
    stamps = {path: path.stat().st_mtime_ns for path in tmp_path.glob("index/fragment/*")}
    made(CHANGED, tmp_path)
    kept = {path for path in stamps if path.exists()}
    assert len(kept) == 2
    assert all(path.stat().st_mtime_ns == stamps[path] for path in kept)
    assert made(PAGES, tmp_path) == before
    monkeypatch.delattr(indexing, "_ran")
    assert made(PAGES, tmp_path) == before


@pytest.mark.parametrize("damage", ["half done", "cut", "another version", "no entry"])
def test_an_index_that_is_not_whole_is_made_anew(tmp_path: Path, damage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a build leaves it that is killed, or something that is cut, or another Pagefind."""
    sound = made(CHANGED, tmp_path / "sound")
    made(PAGES, tmp_path)
    [one, *_] = sorted(tmp_path.glob("index/fragment/*"))
    match damage:
        case "half done":
            one.write_bytes(b"")
            (tmp_path / indexing.KEY).unlink()
        case "cut":
            for path in tmp_path.glob("index/*.pf_meta"):
                path.write_bytes(path.read_bytes()[:9])
            (tmp_path / indexing.KEY).write_bytes(b"\xff")
        case "another version":
            one.write_bytes(b"of another shape")
            (tmp_path / indexing.KEY).write_text("0.0.1 x", encoding="utf-8")
        case _:
            (tmp_path / "index" / indexing.ENTRY).unlink()
    assert made(CHANGED, tmp_path) == sound


def test_an_index_whose_names_cannot_be_told_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As by a Pagefind whose tables have another shape."""
    sound = made(CHANGED, tmp_path / "sound")
    made(PAGES, tmp_path)
    monkeypatch.setattr(indexing, "_told", lambda index: iter([b"nothing"]))
    assert made(CHANGED, tmp_path) == sound


def test_where_pagefind_fails_there_is_no_index(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A warning says so; the next build tries again."""
    with monkeypatch.context() as patch:
        patch.setattr(indexing, "_command", lambda work, lang: ["false"])
        assert indexing.made(PAGES, "k", "en", tmp_path) is None
    assert any(r.levelno == logging.WARNING and "no search" in r.message for r in caplog.records)
    assert indexing.of(tmp_path) == ""
    assert made(PAGES, tmp_path, "k")
