"""The search index: made where the last one lies, with the same files as one that is made anew."""

from __future__ import annotations

import gzip
import logging
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from dateline.site import indexing, search

from .views import event, views

pytestmark = pytest.mark.slow
PAGES = {
    f"{name}.html": f'<html lang="en"><body><main data-pagefind-body><p>{name} met {words}</p></main></body></html>'
    for name, words in (("ann", "Bob at the harbour"), ("bob", "Ann in Oslo"), ("eve", "nobody"))
}
CHANGED = {**PAGES, "bob.html": PAGES["bob.html"].replace("Oslo", "Bergen")}
FEWER = {name: page for name, page in CHANGED.items() if name != "eve.html"}


def made(pages: Mapping[str, str], work: Path, key: str = "", lang: str = "en") -> dict[str, bytes]:
    """The files of the index of these pages, by path."""
    work.mkdir(exist_ok=True)
    index = indexing.made(pages, key or str(sorted(pages.values())), lang, work)
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
    stamps = {path: path.stat().st_mtime_ns for path in tmp_path.glob("index-*/fragment/*")}
    made(CHANGED, tmp_path)
    kept = {path for path in stamps if path.exists()}
    assert len(kept) == 2
    assert all(path.stat().st_mtime_ns == stamps[path] for path in kept)
    assert made(PAGES, tmp_path) == before
    monkeypatch.delattr(indexing, "_ran")
    assert made(PAGES, tmp_path) == before


@pytest.mark.parametrize("damage", ["killed", "note", "version", "entry", "gone", "of another page"])
def test_an_index_that_is_not_whole_is_made_anew(tmp_path: Path, damage: str) -> None:
    """As a build leaves it that is killed, or another Pagefind, or two records whose names are the same."""
    sound, work = made(CHANGED, tmp_path / "sound"), tmp_path / "work"
    made(PAGES, work)
    note, fragments = work / indexing.NOTE, sorted(work.glob("index-*/fragment/*"))
    match damage:
        case "killed":
            for path in fragments:
                path.write_bytes(b"")
            note.unlink()
        case "note":
            note.write_bytes(note.read_bytes()[:9])
        case "version":
            fragments[0].write_bytes(b"of another shape")
            note.write_text(note.read_text(encoding="utf-8").replace(indexing.VERSION, "0.0.1"), encoding="utf-8")
        case "entry":
            [entry] = work.glob(f"index-*/{indexing.ENTRY}")
            entry.unlink()
        case "gone":
            shutil.rmtree(next(work.glob("index-*")))
        case _:
            [kept] = [
                path
                for path in fragments
                if path.name in {name.rpartition("/")[2] for name in sound} and b"eve" in opened(path)
            ]
            kept.write_bytes(next(path for path in fragments if path != kept).read_bytes())
    assert made(CHANGED, work) == sound


def opened(fragment: Path) -> bytes:
    return gzip.decompress(fragment.read_bytes())


def test_another_language_has_another_index(tmp_path: Path) -> None:
    """With its own stemmer, and without that of the first."""
    made(PAGES, tmp_path / "work")
    assert made(PAGES, tmp_path / "work", lang="de") == made(PAGES, tmp_path / "sound", lang="de")


def test_an_index_whose_names_cannot_be_told_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As by a Pagefind whose tables have another shape."""
    sound = made(CHANGED, tmp_path / "sound")
    made(PAGES, tmp_path / "work")
    monkeypatch.setattr(indexing, "_told", lambda index: iter([b"nothing"]))
    assert made(CHANGED, tmp_path / "work") == sound


def test_where_pagefind_fails_there_is_no_index(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A warning says so; the next build tries again."""
    with monkeypatch.context() as patch:
        patch.setattr(indexing, "_command", lambda pages, index, lang: ["false"])
        assert indexing.made(PAGES, "k", "en", tmp_path) is None
    assert any(r.levelno == logging.WARNING and "no search" in r.message for r in caplog.records)
    assert indexing.of(tmp_path) is None
    assert made(PAGES, tmp_path, "k")


SEEN = views([event(f"e{n}", "2021-06-17") for n in range(20)])


def found(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_part_that_fails_leaves_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rather no search than half of one."""
    monkeypatch.setattr(search, "PART", 9)
    ran = indexing._ran
    monkeypatch.setattr(indexing, "_ran", lambda work, *more: work.name != "1" and ran(work, *more))
    search.Index(SEEN, "en").write(tmp_path / "out", tmp_path / "work")
    assert found(tmp_path / "out") == set()


def test_parts_that_are_no_more_are_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What they hold may no longer be published."""
    with monkeypatch.context() as patch:
        patch.setattr(search, "PART", 9)
        search.Index(SEEN, "en").write(tmp_path / "out", tmp_path / "work")
    search.Index(SEEN, "en").write(tmp_path / "out", tmp_path / "work")
    assert {path.name for path in (tmp_path / "work").iterdir()} == {"0", "lock"}


@pytest.mark.parametrize("work", ["folder", "none", "file"])
def test_files_that_stand_are_written_again_unless_it_is_told_which(tmp_path: Path, work: str) -> None:
    """Where nothing can be kept, all are written."""
    place = None if work == "none" else tmp_path / "work"
    if work == "file":
        (tmp_path / "work").write_text("in the way", encoding="utf-8")
    index = search.Index(SEEN, "en")
    index.write(tmp_path / "first", place)
    index.write(tmp_path / "second", place, tmp_path / "first")
    told = set(index.written(place))
    assert found(tmp_path / "second") | told == found(tmp_path / "first")
    assert bool(told) is (work == "folder")


def test_what_one_article_says_is_in_one_part(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that most parts stand where one article changed."""
    monkeypatch.setattr(search, "SMALL", 10)
    told = [event(f"e{n}", "2021-06-17", article=f"a{n // 2}") for n in range(40)]
    anew = [replace(one, summary="Ann left Bob") if one.reports[0].article == "a3" else one for one in told]
    before, after = (search.Index(views(events), "en").keys for events in (told, anew))
    assert [len(before), sum(one != two for one, two in zip(before, after, strict=True))] == [search.FEW, 1]
