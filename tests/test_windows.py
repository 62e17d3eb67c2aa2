"""Windows: each word is judged by one window, cut between sentences, behind headline and lead."""

from __future__ import annotations

import pytest
from dateline.events.pieces import WordPieces
from dateline.events.windows import HEADLINE, LEAD, ROOM, RUN_UP, Window, windows
from hypothesis import given, settings
from hypothesis import strategies as some

from .sentences import article, sentences

NAMES = ["[CLS]", "[SEP]", "[UNK]", "storm", "##s", "hits", "port", "ships", "sink"]
PIECES = WordPieces({name: number for number, name in enumerate(NAMES)})
#: the most pieces that a window may have
MOST = HEADLINE + LEAD + RUN_UP + ROOM + 4


def read(*said: str, title: str = "", aside: tuple[str, ...] = ()) -> list[Window]:
    words = sentences(*said)
    return list(windows(words, article(words, aside), title, PIECES))


def names(window: Window) -> str:
    """Its pieces as words, without what divides."""
    return " ".join(NAMES[piece] for piece in window.pieces if piece > 1)


def test_a_short_article_is_one_window() -> None:
    (window,) = read("storms hits", "ships sink", title="port")
    assert [NAMES[piece] for piece in window.pieces] == [
        "[CLS]", "port", "[SEP]", "[SEP]", "storm", "##s", "hits", "ships", "sink", "[SEP]",
    ]  # fmt: skip
    assert (window.words, window.places) == ((0, 1, 2, 3), (4, 6, 7, 8))


def test_later_windows_begin_with_the_lead_and_the_sentence_before() -> None:
    lead, middle, last = "port " * 39 + "hits", "storm " * 279 + "sink", "ships " * 49 + "sink"
    one, two = read(lead, middle, last, title="hits port")
    assert names(one) == f"hits port {lead} {middle}"
    assert names(two) == f"hits port {lead} {' '.join(middle.split()[-RUN_UP:])} {last}"
    assert (one.words, two.words) == (tuple(range(320)), tuple(range(320, 370)))


@pytest.mark.parametrize("count", [ROOM, ROOM + 1, 2 * ROOM + 7])
def test_a_sentence_longer_than_a_window_is_cut(count: int) -> None:
    found = read("storm " * (count - 1) + "hits")
    assert [i for window in found for i in window.words] == list(range(count))
    assert max(len(window.pieces) for window in found) <= MOST


def test_sentences_without_a_word_that_is_asked_about_are_left_out() -> None:
    said = sentences("port hits", "storm storm", "ships sink")
    (window,) = windows(said, article(said), "", PIECES, {1, 5})
    assert (names(window), window.words) == ("port hits ships sink", (0, 1, 4, 5))


def test_what_is_set_aside_is_not_read() -> None:
    (window,) = read("storm hits", "ships sink", aside=("storm hits",))
    assert (names(window), window.words) == ("ships sink", (2, 3))


def test_a_word_without_pieces_is_not_judged() -> None:
    (window,) = read("storm \u200b hits")
    assert window.words == (0, 2)


@pytest.mark.parametrize("said", [(), ("\u200b",)])
def test_an_article_without_words_has_no_window(said: tuple[str, ...]) -> None:
    assert read(*said, title="storm") == []


@settings(deadline=None)
@given(some.lists(some.integers(1, 700), max_size=12))
def test_every_word_is_judged_once_where_its_own_pieces_stand(lengths: list[int]) -> None:
    found = read(*("storms " * (length - 1) + "hits" for length in lengths))
    judged = [(i, window.pieces[place]) for window in found for i, place in zip(window.words, window.places, strict=True)]
    words = [word for length in lengths for word in [3] * (length - 1) + [5]]
    assert judged == list(enumerate(words))
    assert all(len(window.pieces) <= MOST <= 512 for window in found)


def test_windows_grow_straight_with_the_text() -> None:
    usual, long = (read(*["storm hits port"] * count) for count in (500, 2000))
    assert len(long) <= 4 * len(usual)
