"""The encoder: what it says of each word, and what it says where its files cannot be used; with a session that only counts."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from dateline.events import encoder
from dateline.events.encoder import SIZE, Encoder, EncoderError, Encoding
from dateline.events.pieces import WordPieces

from .sentences import article, sentences

NAMES = ["[CLS]", "[SEP]", "[UNK]", "storm", "##s", "hits", "port", "ships", "sink"]
NOTE = {"kinds": ["DISASTER", "OTHER", "TRIAL"], "statuses": ["happened", "other"]}


class Session:
    """Gives each piece its own number as its state, and as the first of its answers; knows how many windows it read."""

    def __init__(self) -> None:
        self.read = 0

    def run(self, _: None, asked: dict[str, Any]) -> list[Any]:
        self.read += 1
        column = asked["pieces"][asked["places"]].astype(np.float32)[:, None]
        return [np.repeat(column, SIZE, 1) / 3, *(np.pad(column, ((0, 0), (0, more))) for more in (1, 2, 1))]


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Session:
    made = Session()
    monkeypatch.setattr(encoder, "_session", lambda path, process: made)
    return made


def folder(path: Path) -> Path:
    """A folder with an encoder's files, and the note of what they must be."""
    (path / "vocab.txt").write_text("".join(f"{name}\n" for name in NAMES), encoding="utf-8")
    (path / "encoder.onnx").write_bytes(b"weights")
    digests = {name: sha256((path / name).read_bytes()).hexdigest() for name in ("encoder.onnx", "vocab.txt")}
    (path / "encoder.yaml").write_text(yaml.safe_dump({"sha256": digests, **NOTE}), encoding="utf-8")
    return path


def said(*text: str, aside: tuple[str, ...] = (), asked: Sequence[int] | None = None) -> Encoding:
    """What is said of some words of a text, or of all."""
    words = sentences(*text)
    asked = range(len(words)) if asked is None else asked
    pieces = WordPieces({name: number for number, name in enumerate(NAMES)})
    return Encoder(Path("none"), pieces, NOTE["kinds"], NOTE["statuses"]).read(words, article(words, aside), "", asked)


def test_a_word_has_the_state_of_its_first_piece(session: Session) -> None:
    found = said("storms hits")
    assert found.states[:, 0].tolist() == pytest.approx([1.0, 1.6667])
    assert found.states.shape == (2, SIZE)


def test_probabilities_are_rounded_and_add_up(session: Session) -> None:
    found = said("storms hits")
    assert found.worth[0].tolist() == pytest.approx([0.9526, 0.5])
    assert found.kinds[0].tolist() == pytest.approx([0.9094, 0.0453, 0.0453])
    assert found.statuses[0].tolist() == pytest.approx([0.9526, 0.0474])


@pytest.mark.parametrize(("text", "aside"), [("\u200b", ()), ("ships sink", ("ships sink",))], ids=["no pieces", "set aside"])
def test_a_word_that_is_not_read_has_zeros(session: Session, text: str, aside: tuple[str, ...]) -> None:
    found = said("storm", text, aside=aside)
    assert found.states[0].all()
    assert not any(rows[1:].any() for rows in (found.states, found.worth, found.kinds, found.statuses))


def test_only_what_is_asked_has_rows_in_the_order_of_the_text(session: Session) -> None:
    found = said("storm hits port", "ships sink", asked=[3, 1])
    assert found.states[:, 0].tolist() == pytest.approx([1.6667, 2.3333])


def test_a_window_of_which_nothing_is_asked_is_not_read(session: Session) -> None:
    said("storm " * 299 + "hits", "port " * 299 + "sink", asked=[0])
    assert session.read == 1


def test_windows_are_read_one_by_one(session: Session) -> None:
    said("storm " * 299 + "hits", "port " * 299 + "sink")
    assert session.read == 2


def test_an_article_without_words_is_not_read(session: Session) -> None:
    assert said().states.shape == (0, SIZE)
    assert session.read == 0


def test_whole_files_are_loaded(tmp_path: Path) -> None:
    found = encoder.load(folder(tmp_path))
    assert found.pieces.of("storms") == (3, 4)
    assert found.kinds == ("DISASTER", "OTHER", "TRIAL")


@pytest.mark.parametrize("name", ["encoder.onnx", "vocab.txt"])
def test_a_damaged_file_is_named(tmp_path: Path, name: str) -> None:
    path = folder(tmp_path)
    (path / name).write_bytes(b"other")
    with pytest.raises(EncoderError, match=rf"{name} is damaged"):
        encoder.load(path)


@pytest.mark.parametrize("name", ["encoder.onnx", "vocab.txt", "encoder.yaml"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    path = folder(tmp_path)
    (path / name).unlink()
    with pytest.raises(EncoderError, match=rf"{name} is missing"):
        encoder.load(path)


def test_without_onnxruntime_one_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    words = sentences("storm")
    reader = Encoder(Path("none"), WordPieces({name: i for i, name in enumerate(NAMES)}), NOTE["kinds"], NOTE["statuses"])
    with pytest.raises(EncoderError, match="onnxruntime cannot be loaded"):
        reader.read(words, article(words), "", [0])
