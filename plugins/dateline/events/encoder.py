"""The encoder: a small transformer that reads each article once, and says of each word what it may tell."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import yaml

from ..model import Article
from ..model.words import Words
from .pieces import WordPieces
from .windows import Window, windows

Array = npt.NDArray[np.float32]

#: numbers that make up the state of a word
SIZE = 384
#: places to which numbers are rounded before anything compares them, so that processors differ less
PLACES = 4
#: the file that says what the others must be
NOTE = "encoder.yaml"


class EncoderError(ValueError):
    """The encoder cannot be used; the message says why in one line."""


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """What the encoder says of one word, a row of :class:`Encoding`."""

    state: Array
    worth: Array
    kinds: Array
    statuses: Array


#: of a word that was not read
UNREAD = Encoded(*(np.zeros(size, np.float32) for size in (SIZE, 2, 0, 0)))


@dataclass(frozen=True, slots=True)
class Encoding:
    """What the encoder says of the words that it was asked about, a row for each in the order of the text.

    ``states`` has its inner state; ``worth`` how likely it tells what an editor lists, and what belongs on a timeline;
    ``kinds`` and ``statuses`` how likely it is each. A word without pieces, or in a span that is not read, has zeros.
    """

    states: Array
    worth: Array
    kinds: Array
    statuses: Array

    def __iter__(self) -> Iterator[Encoded]:
        """What is said of each word, in their order."""
        return map(Encoded, self.states, self.worth, self.kinds, self.statuses)


@dataclass(frozen=True)
class Encoder:
    """Reads articles. The files are loaded by each process for itself, when the first article comes.

    ``kinds`` and ``statuses`` name the columns of :class:`Encoding`.
    """

    path: Path
    pieces: WordPieces
    kinds: Sequence[str]
    statuses: Sequence[str]

    def read(self, text: Words, article: Article, title: str, asked: Collection[int]) -> Encoding:
        """What is said of the words with these indices. Sentences that have none of them are left out.

        Windows are read one by one, for the scale of eight bits is that of all that is read at once.
        """
        rows = {word: row for row, word in enumerate(sorted(asked))}
        sizes = (SIZE, 2, len(self.kinds), len(self.statuses))
        found = Encoding(*(np.zeros((len(rows), size), np.float32) for size in sizes))
        for window in windows(text, article, title, self.pieces, rows.keys()):
            self._read(window, rows, found)
        return found

    def _read(self, window: Window, rows: Mapping[int, int], found: Encoding) -> None:
        """Note what is said of the words of a window that have a row."""
        at = {rows[word]: place for word, place in zip(window.words, window.places, strict=True) if word in rows}
        if not at:
            return
        session = _session(self.path, os.getpid())
        asked = {"pieces": np.array(window.pieces, np.int64), "places": np.array(list(at.values()), np.int64)}
        states, worth, kinds, statuses = session.run(None, asked)
        mine = list(at)
        found.states[mine] = states.round(PLACES)
        found.worth[mine] = _sigmoid(worth).round(PLACES)
        found.kinds[mine] = _shares(kinds).round(PLACES)
        found.statuses[mine] = _shares(statuses).round(PLACES)


def load(folder: Path) -> Encoder:
    """The encoder in a folder, whose files must have the digests that its note has.

    Raises EncoderError where they do not, and where nothing can run them.
    """
    _runtime()
    path = folder / NOTE
    if not path.exists():
        raise EncoderError(f"{path} is missing: install dateline anew")
    note = yaml.safe_load(path.read_text(encoding="utf-8"))
    for name, digest in note["sha256"].items():
        _check(folder / name, digest)
    pieces = WordPieces.read(folder / "vocab.txt")
    return Encoder(folder / "encoder.onnx", pieces, tuple(note["kinds"]), tuple(note["statuses"]))


def _check(path: Path, digest: str) -> None:
    if not path.exists():
        raise EncoderError(f"{path} is missing: install dateline anew")
    if sha256(path.read_bytes()).hexdigest() != digest:
        raise EncoderError(f"{path} is damaged: install dateline anew")


@cache
def _session(path: Path, process: int) -> Any:
    """What runs the file in a process. One that was made before a fork is not used behind it."""
    runtime = _runtime()
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    return runtime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _runtime() -> Any:
    try:
        return import_module("onnxruntime")
    except ImportError as error:
        raise EncoderError(f"onnxruntime cannot be loaded ({error}): dateline reads with it") from error


def _sigmoid(logits: Array) -> Array:
    return (1 / (1 + np.exp(-logits))).astype(np.float32)


def _shares(logits: Array) -> Array:
    """Probabilities that add up to one."""
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    found: Array = powers / powers.sum(axis=1, keepdims=True)
    return found
