"""Word pieces: words are cut as BERT's uncased vocabulary has them."""

from __future__ import annotations

import pytest
from dateline.events.pieces import WordPieces, parts
from dateline.lang import HERE
from hypothesis import given
from hypothesis import strategies as some

SMALL = ["[CLS]", "[SEP]", "[UNK]", "the", "quake", "##s", "##ake", "qu", "u", "##n", "'", "s"]
PIECES = WordPieces({piece: number for number, piece in enumerate(SMALL)})
WHOLE = WordPieces.read(HERE / "en/encoder/vocab.txt")


def cut(text: str) -> list[str]:
    return [SMALL[number] for number in PIECES.of(text)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("the", ["the"]),
        ("The", ["the"]),
        ("quakes", ["quake", "##s"]),
        ("qus", ["qu", "##s"]),
        ("quz", ["[UNK]"]),
        ("quake's", ["quake", "'", "s"]),
        ("the quake", ["the", "quake"]),
        ("quäkes", ["quake", "##s"]),
        ("Q\u200buake", ["quake"]),
        ("u" * 101, ["[UNK]"]),
        ("un" + "n" * 98, ["u", *["##n"] * 99]),
        ("", []),
        (" \n\u00a0", []),
        ("\u200b", []),
    ],
)
def test_the_longest_pieces_from_the_left(text: str, pieces: list[str]) -> None:
    assert cut(text) == pieces


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("U.N.-led", ["u", ".", "n", ".", "-", "led"]),
        ("“No,” he", ["“", "no", ",", "”", "he"]),
        ("$5+1", ["$", "5", "+", "1"]),
        ("5€", ["5€"]),
        ("北京a", ["北", "京", "a"]),
        ("São", ["sao"]),
        ("İzmir", ["izmir"]),
    ],
)
def test_signs_stand_by_themselves(text: str, found: list[str]) -> None:
    assert list(parts(text)) == found


def test_the_vocabulary_is_whole() -> None:
    assert len(WHOLE.numbers) == 30522
    assert (WHOLE.first, WHOLE.between, WHOLE.unknown) == (101, 102, 100)


@given(some.text())
def test_any_text_has_pieces_where_it_has_letters(text: str) -> None:
    found = WHOLE.of(text)
    assert found == WHOLE.of(text)
    assert bool(found) == any(parts(text))
