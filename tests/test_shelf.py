"""The shelf: whatever is put there comes back, from memory or from its file; and a corpus of which most lies there."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from dateline.corpus import corpus
from dateline.corpus.corpus import Corpus
from dateline.corpus.shelf import Shelf
from dateline.corpus.timeline import timeline
from dateline.model import Actor, Article, Correction, Known, Mention, Participant, Reading, Report, Span, When
from hypothesis import given
from hypothesis import strategies as st

from .test_corpus import reading

#: text of every kind, lone surrogates included
WORDS = st.text(max_size=9) | st.text(st.characters(min_codepoint=0xD800, max_codepoint=0xDFFF), max_size=2)


@given(st.lists(st.builds(Mention, st.integers(0, 9), st.integers(0, 9), WORDS)), st.integers(1, 12))
def test_what_is_put_comes_back(values: Sequence[Mention], few: int) -> None:
    """In its order, one by one, in slices and from the end; while more is put, too."""
    shelf: Shelf[Mention] = Shelf(Mention, few)
    for number, value in enumerate(values):
        shelf.append(value)
        assert (len(shelf), shelf[number], shelf[-1], shelf[0]) == (number + 1, value, value, values[0])
    assert list(shelf) == shelf[:] == list(values)
    assert shelf[1:3] == list(values[1:3])


@pytest.mark.parametrize("few", [1, 99])
@pytest.mark.parametrize("at", [3, -4])
def test_there_is_nothing_beyond_the_end(few: int, at: int) -> None:
    shelf: Shelf[Span] = Shelf(Span, few)
    for n in range(3):
        shelf.append(Span(n, n))
    with pytest.raises(IndexError):
        shelf[at]


CORRECTIONS = (
    Correction("r-a0", "desk:1", hide=True),
    Correction("r-a1", "desk:2", merge_into="r-a3"),
    Correction("r-a2", "desk:3", summary="They spoke"),
    Correction("gone", "desk:4", hide=True),
)
SHELF: Shelf[Span] = Shelf(Span, 10)


def _read(seed: int) -> bool:
    numbers = random.Random(seed).choices(range(len(SHELF)), k=300)
    return all(SHELF[n] == Span(n, n * n) for n in numbers)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be copied here")
def test_copies_of_a_process_read_it_at_once() -> None:
    """From one file, each from its own place."""
    for n in range(500):
        SHELF.append(Span(n, n * n))
    with ProcessPoolExecutor(3, get_context("fork")) as pool:
        assert all(pool.map(_read, range(12)))


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device here is always full")
def test_a_full_disk_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the folder in which temporary files lie, which is not the site's."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    shelf: Shelf[Span] = Shelf(Span, 1)
    for n in range(2):
        shelf.append(Span(n, n))
    assert shelf._file is not None
    with open("/dev/full", "wb", buffering=0) as full:
        monkeypatch.setattr(shelf._file, "_file", full)
        with pytest.raises(OSError, match=re.escape(f"No space left on device: '{tmp_path}'")):
            shelf.append(Span(2, 2))


def test_it_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """None that has a name, even while it is in use."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    shelf: Shelf[Span] = Shelf(Span, 1)
    for n in range(9):
        shelf.append(Span(n, n))
    assert (shelf[4], os.listdir(tmp_path)) == (Span(4, 4), [])


@pytest.mark.parametrize("known", [(), (Known("Johnson", hide=True),)])
@pytest.mark.parametrize("corrections", [(), CORRECTIONS])
def test_a_timeline_is_the_same_from_the_shelf(
    known: Sequence[Known], corrections: Sequence[Correction], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether readings and events are in memory or not, and whoever gives them."""
    where = ("oslo", "norway")
    readings = [reading(f"a{n}", "2020-10-09", f"2020-{n % 9 + 1:02}-07", where=where[n % 2]) for n in range(40)]
    desk: dict[str, Any] = {"known": known, "corrections": corrections}
    whole = timeline(readings, **desk)
    assert len(whole.events) > 5
    monkeypatch.setattr("dateline.corpus.timeline.FEW", 5)
    monkeypatch.setattr(corpus, "FEW", 3)
    for told in (readings, iter(readings[::-1]), Corpus(readings)):
        found = timeline(told, **desk)
        assert isinstance(found.events, Shelf)
        assert replace(found, events=tuple(found.events)) == whole


def test_what_a_corpus_holds_has_no_text() -> None:
    """Neither the article's own, nor that of mentions; all of it lies on the shelf."""
    ann = Actor("ann", "Ann", "person", mentions=(Mention(0, 3, "Ann"), Mention(9, 12, "Ann")))
    given = Reading(Article("a", "Ann met Bob.", "2020-05-09", "Met"), actors=(ann,), reports=(REPORT,))
    found = Corpus([given])
    assert found[0] == given
    assert (found.casts[0].actors, found.casts[0].times) == ((replace(ann, mentions=()),), (2,))
    assert (found.casts[0].article.text, found.casts[0].article.title, found.casts[0].reports) == ("", "Met", 1)


def test_two_articles_with_one_id_are_refused() -> None:
    one = Reading(Article("a", "", "2020-05-09"))
    with pytest.raises(ValueError, match="two articles have the id 'a'"):
        Corpus([one, one])


REPORT = Report(
    "r", "a", "CONSULT", 4, 7, "met", Span(0, 12), "Ann met Bob", ("ann",), ("bob",), (Participant("ann", "source"),),
    When("2020-05-08", None, "2020-05-08", "2020-05-08", "date in the clause"), "happened", None, 0.5,
)  # fmt: skip
