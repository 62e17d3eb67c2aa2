"""Passages: the paragraphs and lines of a plain text, and where its sentences seem to end before anything is parsed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ..lang import words
from ..model import Block

STOP = re.compile(r"[.!?…][\"”’')\]]*(?=\s|\Z)")
INITIALS = re.compile(r"(?:\w\.)+\w")
#: signs that part two spans, and belong to neither
SIGNS = frozenset("|•·–—_-")
#: characters of an abbreviation at most
LONGEST_WORD = 20
#: a line that was broken by a program is about as long as these
BROKEN = range(50, 101)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or a line that stands for itself.

    ``kind`` is that of its Markdown block, ``apart`` whether a blank line or the end of a block is behind it.
    """

    start: int
    end: int
    kind: str = "paragraph"
    apart: bool = False


class TextPage:
    """A plain text with its passages and the ends of its sentences."""

    def __init__(self, text: str, found: Sequence[Passage], lang: str = "en") -> None:
        self.text = text
        self.passages = tuple(found)
        self.stops = list(_stops(text, lang))
        self._starts = [passage.start for passage in self.passages]

    def passage(self, at: int) -> Passage:
        """The passage in which, or before which, a character stands."""
        return self.passages[max(bisect_right(self._starts, at) - 1, 0)]

    def sentence_end(self, at: int) -> int:
        """Where the sentence of this character ends: at its full stop, or with its passage."""
        end = self.passage(at).end
        found = bisect_right(self.stops, at)
        return min(self.stops[found], end) if found < len(self.stops) else end

    def sentence_start(self, at: int) -> int:
        """Where the sentence of this character begins: behind the full stop before it, or with its passage."""
        found = bisect_left(self.stops, at + 1) - 1
        since = self.stops[found] if found >= 0 else 0
        return self.skip(max(since, self.passage(at).start))

    def stopped(self, start: int, end: int) -> bool:
        """Whether these words end with a full stop, but for space."""
        end = self.trim(start, end)
        return end in self.stops[bisect_left(self.stops, end) :][:1]

    def between(self, start: int, end: int) -> Sequence[int]:
        """The ends of sentences behind the one place, up to the other."""
        return self.stops[bisect_right(self.stops, start) : bisect_right(self.stops, end)]

    def skip(self, at: int) -> int:
        """The next character that is no space."""
        while at < len(self.text) and self.text[at].isspace():
            at += 1
        return at

    def skip_signs(self, at: int) -> int:
        """The next character that is neither space nor a sign that parts."""
        while at < len(self.text) and (self.text[at].isspace() or self.text[at] in SIGNS):
            at += 1
        return at

    def trim(self, start: int, end: int) -> int:
        """The end without the space before it."""
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return end


def passages(text: str, blocks: Sequence[Block] = ()) -> Iterator[Passage]:
    """The passages of a text: its Markdown blocks, else its paragraphs and the lines in them that no program broke."""
    if blocks:
        yield from (Passage(b.start, b.end, b.kind, apart=True) for b in blocks if b.start < b.end)
        return
    lines = list(_lines(text))
    broken = _broken(text, lines)
    start: int | None = None
    for at, (since, until) in enumerate(lines):
        start = since if start is None else start
        after = lines[at + 1][0] if at + 1 < len(lines) else len(text)
        blank = text.count("\n", until, after) > 1 or after == len(text)
        if blank or not (broken or _goes_on(text, until, after)):
            yield Passage(start, until, apart=blank)
            start = None


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines that hold words, without the space around them."""
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at + len(line) - len(line.lstrip()), at + len(line.rstrip())
        at += len(line) + 1


def _broken(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Whether a program broke the lines at a width, so that they end anywhere in a sentence."""
    inner = [line for line, (after, _) in pairwise(lines) if text.count("\n", line[1], after) == 1]
    if len(inner) < 4:
        return False
    open_ = sum(end - start in BROKEN and text[end - 1] not in '.!?:"”' for start, end in inner)
    return open_ * 2 > len(inner)


def _goes_on(text: str, end: int, after: int) -> bool:
    """Whether a sentence goes on in the next line."""
    return text[end - 1] == "," or (text[after].islower() and text[end - 1].isalnum())


def _stops(text: str, lang: str) -> Iterator[int]:
    """Where sentences end: at a full stop that ends no abbreviation."""
    short = _abbreviations(lang)
    for found in STOP.finditer(text):
        after = text[found.end() : found.end() + 3].lstrip()[:1]
        if after.islower():
            continue
        word = _last_word(text[max(found.start() - LONGEST_WORD, 0) : found.start()])
        broken = "\n" in text[found.end() : found.end() + 2]
        if text[found.start()] == "." and not broken and _is_short(word, short):
            continue
        yield found.end()


def _last_word(text: str) -> str:
    """The word with which a text ends, without the signs that open it."""
    return text.rpartition(" ")[2].rpartition("-")[2].lstrip("\"“‘'([")


def _is_short(word: str, short: frozenset[str]) -> bool:
    """Whether a full stop behind this word belongs to it: an initial ("J.", "U.S.") or an abbreviation ("Mr.")."""
    if not word:
        return False
    if len(word) == 1 or INITIALS.fullmatch(word):
        return word[0].isupper() or len(word) > 1
    return word[0].isupper() and word.lower() in short


@cache
def _abbreviations(lang: str) -> frozenset[str]:
    return frozenset(words(lang, "text")["abbreviations"])
