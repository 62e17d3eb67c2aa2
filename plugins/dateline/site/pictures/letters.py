"""Letters: text that the font can draw, broken into lines that fit."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice

from PIL import ImageFont

#: more than fits a picture in any size, so that a long text costs no more than a short one
MOST = 1000
ELLIPSIS = "…"
#: how far lines stand apart, in font sizes
LEADING = 1.22
#: no word of so few letters is wider than a line, and no line of more letters than this is narrower than one
SHORT, LONGEST = 10, 200
#: a code point that is no character, which no font has
NO_CHARACTER = "\uffff"
#: how Latin is written with ASCII where taking the marks away does not do it
PLAIN = {
    **dict.fromkeys("‐‑‒–—―−", "-"), "„": "“", "‚": "‘", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o",
    "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ł": "l", "Ł": "L", "þ": "th", "Þ": "Th", "ħ": "h", "ı": "i",
    "€": "EUR ", "£": "GBP ",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of text, and the size of the font (pixels) in which they fit."""

    size: int
    lines: tuple[str, ...]

    @property
    def height(self) -> int:
        """Pixels from the top of the first line to where another line would begin."""
        return line_height(self.size) * len(self.lines)


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """Pillow's own font in this size. Raises TypeError where Pillow was built without FreeType."""
    found = ImageFont.load_default(size)
    if not isinstance(found, ImageFont.FreeTypeFont):
        raise TypeError("Pillow was built without FreeType, and cannot draw letters in any size")
    return found


def drawable(text: str) -> str:
    """The text in one line with the letters that the font has; empty if some cannot be put in those."""
    written = [_written(char) for char in unicodedata.normalize("NFC", text[:MOST])]
    return "" if None in written else " ".join("".join(part or "" for part in written).split())


@cache
def _written(char: str) -> str | None:
    """The character as the font can write it; None if it cannot."""
    if char.isspace() or _has(char):
        return " " if char.isspace() else char
    plain = PLAIN.get(char) or "".join(c for c in unicodedata.normalize("NFKD", char) if unicodedata.category(c) not in SILENT)
    return plain if all(c == " " or _has(c) for c in plain) else None


SILENT = frozenset({"Mn", "Cf", "Cc"})


def _has(char: str) -> bool:
    return "!" <= char <= "~" or (unicodedata.category(char) not in SILENT and _shape(char) != _shape(NO_CHARACTER))


def _shape(char: str) -> tuple[tuple[int, int], bytes]:
    mask = font(40).getmask(char)
    return mask.size, bytes(mask)


def fitted(text: str, sizes: Sequence[int], width: int, height: int) -> Block:
    """The text in the first of these sizes in which it fits, in pixels; cut with an ellipsis if it fits in none."""
    for size in sizes:
        room = max(height // line_height(size), 1)
        lines = tuple(islice(_wrapped(text, font(size), width), room + 1))
        if len(lines) <= room:
            return Block(size, lines)
    return Block(size, (*lines[: room - 1], _cut(lines[room - 1], font(size), width)))


def line_height(size: int) -> int:
    """Pixels from one line to the next."""
    return round(size * LEADING)


def _wrapped(text: str, face: ImageFont.FreeTypeFont, width: int) -> Iterator[str]:
    """The lines, one by one: who needs three of them does not wait for thirty."""
    line, used, space = "", 0.0, face.getlength(" ")
    for word in chain.from_iterable(_pieces(word, face, width) for word in text.split()):
        more = face.getlength(word)
        if line and used + space + more > width:
            yield line
            line = ""
        line, used = (f"{line} {word}", used + space + more) if line else (word, more)
    yield line


def _pieces(word: str, face: ImageFont.FreeTypeFont, width: int) -> Iterator[str]:
    """The word, broken where it is wider than a line."""
    while len(word) > SHORT and face.getlength(word) > width:
        cut = max(_fits(word, face, width), 1)
        yield word[:cut]
        word = word[cut:]
    yield word


def _cut(line: str, face: ImageFont.FreeTypeFont, width: int) -> str:
    cut = _fits(line, face, width - face.getlength(ELLIPSIS))
    return line[:cut].rstrip(" ,;:.-") + ELLIPSIS


def _fits(text: str, face: ImageFont.FreeTypeFont, width: float) -> int:
    """How many characters of a text fit into a line."""
    counts = range(1, min(len(text), LONGEST) + 1)
    return bisect_right(counts, width, key=lambda count: face.getlength(text[:count]))
