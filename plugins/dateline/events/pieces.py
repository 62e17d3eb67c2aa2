"""Word pieces: a word in the parts that the encoder knows, as BERT's uncased vocabulary cuts it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Self

#: pieces that stand for no text: the first of all, what divides, and a word that the vocabulary does not have
FIRST, BETWEEN, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
#: what marks a piece that goes on with a word
ON = "##"
#: longer stretches without a break are unknown
LONGEST = 100
#: letters of Chinese, each of which is a word
IDEOGRAPHS = (
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
    (0x2B920, 0x2CEAF), (0x2F800, 0x2FA1F),
)  # fmt: skip


class WordPieces:
    """Cuts words into pieces; each word once.

    ``numbers`` has the number of each piece of the vocabulary.
    """

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self.numbers = numbers
        self.first, self.between, self.unknown = (numbers[name] for name in (FIRST, BETWEEN, UNKNOWN))
        self._known: dict[str, tuple[int, ...]] = {}

    @classmethod
    def read(cls, path: Path) -> Self:
        """The vocabulary of a file, a piece a line."""
        lines = path.read_text(encoding="utf-8").split("\n")
        return cls({piece: number for number, piece in enumerate(lines[:-1])})

    def of(self, text: str) -> tuple[int, ...]:
        """The numbers of the pieces of a word or of several; of white space there are none."""
        found = self._known.get(text)
        if found is None:
            found = tuple(piece for part in parts(text) for piece in self._cut(part))
            if " " not in text:  # a headline comes once
                self._known[text] = found
        return found

    def _cut(self, part: str) -> Sequence[int]:
        """The longest pieces from the left."""
        found: list[int] = []
        start = 0
        while start < len(part) <= LONGEST:
            mark = ON if start else ""
            ends = range(len(part), start, -1)
            end = next((end for end in ends if mark + part[start:end] in self.numbers), 0)
            if not end:
                return [self.unknown]
            found.append(self.numbers[mark + part[start:end]])
            start = end
        return found or [self.unknown]


def parts(text: str) -> Iterator[str]:
    """A text in small letters without accents, cut at white space and at each sign."""
    plain = unicodedata.normalize("NFD", "".join(_clean(text)))
    small = "".join(letter for letter in plain if unicodedata.category(letter) != "Mn").lower()
    for word in small.split():
        yield from "".join(f" {letter} " if _is_sign(letter) else letter for letter in word).split()


def _clean(text: str) -> Iterator[str]:
    """Each letter; white space as a blank, nothing of what cannot be seen."""
    for letter in text:
        if letter.isspace():
            yield " "
        elif any(first <= ord(letter) <= last for first, last in IDEOGRAPHS):
            yield f" {letter} "
        elif letter != "\ufffd" and not unicodedata.category(letter).startswith("C"):
            yield letter


def _is_sign(letter: str) -> bool:
    """Whether a letter is punctuation, or another sign of ASCII."""
    if letter.isascii():
        return not letter.isalnum()
    return unicodedata.category(letter).startswith("P")
