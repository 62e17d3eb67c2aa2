"""Plain text: the signs of tokenizers, invisible characters and code undone, with a map to the article's own text and back."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cache

from ..lang import words
from ..model import Span
from . import signs

#: what stands in the place of a stretch of the article's own text: its start, its end, and the new characters
Edit = tuple[int, int, str]
#: what stands before the first word of a sentence, and a full stop in code that ends the sentence around it
FIRST = re.compile(r"(?:\A|[.!?]\s|\n\s?)\Z")
LAST = re.compile(r"(?<=\w)[.!?](?=\Z|\n|\s[A-Z\n])")


class PlainText:
    """The text that is parsed. ``source`` leads from it to the article's own text, ``target`` the other way."""

    def __init__(self, own: str, edits: Iterable[Edit] = ()) -> None:
        self.own = own
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._own_starts: list[int] = []
        self._own_ends: list[int] = []
        parts: list[str] = []
        length = done = 0
        for start, end, new in (*edits, (len(own), len(own), "")):
            for piece, since, until in ((own[done:start], done, start), (new, start, end)):
                if piece:
                    self._add(length, len(piece), since, until)
                    parts.append(piece)
                    length += len(piece)
            done = end
        self.text = "".join(parts)

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Where these characters of the plain text stand in the article's own text."""
        return _led(start, end, self._starts, self._ends, self._own_starts, self._own_ends)

    def target(self, start: int, end: int) -> tuple[int, int]:
        """Where these characters of the article's own text stand in the plain text; nothing is left of some."""
        return _led(start, end, self._own_starts, self._own_ends, self._starts, self._ends)

    def _add(self, start: int, length: int, own_start: int, own_end: int) -> None:
        self._starts.append(start)
        self._ends.append(start + length)
        self._own_starts.append(own_start)
        self._own_ends.append(own_end)


def plain(text: str, code: Sequence[Span] = (), lang: str = "en") -> PlainText:
    """The text with plain signs, and a word of the language in the place of each stretch of code.

    What has neither stays as it is, character for character.
    """
    if not code:
        return PlainText(text, signs.edits(text))
    found = [*signs.edits(_masked(text, code)), *(_noun(text, span, words(lang, "text")["code"]) for span in code)]
    return PlainText(text, sorted(found))


def _noun(text: str, span: Span, noun: str) -> Edit:
    """The noun in the place of code: with a capital where it begins a sentence, and before the full stop that ends one."""
    end = span.end - 1 if LAST.match(text, span.end - 1) else span.end
    return span.start, end, noun.capitalize() if FIRST.search(text[max(span.start - 3, 0) : span.start]) else noun


@cache
def code_noun(lang: str = "en") -> re.Pattern[str]:
    """Finds the noun that is read in the place of code, which code itself may be glued to."""
    return re.compile(re.escape(words(lang, "text")["code"]), re.IGNORECASE)


def _masked(text: str, code: Sequence[Span]) -> str:
    """The text with letters for code, whose signs are no signs of a text."""
    parts, done = [], 0
    for span in code:
        parts += [text[done : span.start], "x" * (span.end - span.start)]
        done = span.end
    return "".join((*parts, text[done:]))


def _led(
    start: int, end: int, starts: list[int], ends: list[int], other_starts: list[int], other_ends: list[int]
) -> tuple[int, int]:
    """The same stretch in the other text. A piece of another length there is taken whole."""
    if not starts:
        return 0, 0
    first = min(bisect_right(ends, start), len(starts) - 1)
    since = other_starts[first]
    if _alike(first, starts, ends, other_starts, other_ends):
        since = min(max(since, since + start - starts[first]), other_ends[first])
    elif start >= ends[first]:
        since = other_ends[first]
    if end <= start:
        return since, since
    last = max(bisect_left(starts, end) - 1, 0)
    until = other_ends[last]
    if _alike(last, starts, ends, other_starts, other_ends):
        until = min(until, other_starts[last] + end - starts[last])
    return since, max(since, until)


def _alike(at: int, starts: list[int], ends: list[int], other_starts: list[int], other_ends: list[int]) -> bool:
    """Whether a piece has the same length in both texts, so that each of its characters has its own place there."""
    return ends[at] - starts[at] == other_ends[at] - other_starts[at]
