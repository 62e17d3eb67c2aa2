"""Finds quotations: what stands between quotation marks and is said, not merely named or doubted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..lang import words
from ..model import Quotation

#: double marks: those that open, those that close, and those that do either by where they stand
MARK = re.compile(r"(?P<opens>[“„«]|``)|(?P<closes>[”»])|(?P<either>[\"‟]|'')")
#: a single mark that opens: behind a space or bracket and before a word, but for what an apostrophe shortens ("'s", "'90s")
SINGLE = re.compile(r"(?<![^\s(\[—–-])[‘'`](?!['`\s]|(?:s|d|m|ll|re|ve|em|tis|twas|til|cause|n|\d\ds?)\b)", re.IGNORECASE)
#: a single mark that closes, surest where a sign stands before it ("the boys' bags" has none)
SINGLE_END = (re.compile(r"(?<=[.,!?…])\s?[’'](?!\w|')"), re.compile(r"(?<=\w)[’'](?!\w|')"))
BLANK_LINE = re.compile(r"\n\s*\n")
WORD = re.compile(r"\w[\w'’-]*")
#: how far behind its opening mark a closing one is looked for: a longer text has lost a mark
REACH = 1500
#: fewer words than these are a quotation only where they are a sentence
FEW = 4
#: words that stand in small letters in a title ("Gone With the Wind")
SMALL = frozenset(words("en", "cues")["title_words"])


def quotations(text: str) -> tuple[Quotation, ...]:
    """What is said in a text, the marks included, in order; a quotation inside another is part of it.

    Where each paragraph of a long quotation has an opening mark and only the last a closing one, it is one quotation.
    """
    found = [Quotation(*span) for span in _spans(text)]
    return tuple(quote for quote in found if _is_said(text, quote))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """What stands between double marks, and between single ones outside of these."""
    end = 0
    for start, after in _doubles(text):
        yield from _singles(text, end, start)
        yield start, after
        end = after
    yield from _singles(text, end, len(text))


def _doubles(text: str) -> Iterator[tuple[int, int]]:
    start: int | None = None
    last = 0
    for mark in MARK.finditer(text):
        if start is not None and (end := _lost(text, last, mark)):
            yield start, end
            start = None
        opens = _opens(text, mark, start)
        if start is None and opens:
            start = mark.start()
        elif start is not None and not opens:
            yield start, mark.end()
            start = None
        last = mark.end()
    if start is not None:
        yield start, _end_of_line(text, last)


def _opens(text: str, mark: re.Match[str], start: int | None) -> bool:
    """Whether a mark opens; one that may do either does so by the spaces around it, else where none is open."""
    if not mark["either"]:
        return bool(mark["opens"])
    before = text[max(0, mark.start() - 1) : mark.start()].strip(" \n\t([—–-")
    after = text[mark.end() : mark.end() + 1].strip()
    if bool(before) == bool(after):
        return start is None
    return bool(after)


def _lost(text: str, last: int, mark: re.Match[str]) -> int | None:
    """Where a quotation ends that has no closing mark, asked at the next mark; None where it goes on.

    It goes on over an empty line only where a mark opens the next paragraph, and over another opening mark only where that
    stands first in its line.
    """
    between = text[last : mark.start()]
    blank = BLANK_LINE.search(between)
    first = not between.rpartition("\n")[2].strip() and "\n" in between
    if blank and not (first and not BLANK_LINE.search(between, blank.end()) and _opens(text, mark, None)):
        return last + len(between[: blank.start()].rstrip())
    if len(between) > REACH or (mark["opens"] and not first):
        return _end_of_line(text, last, mark.start())
    return None


def _end_of_line(text: str, start: int, end: int | None = None) -> int:
    """Where a line ends, without its white space; at most at ``end``."""
    newline = text.find("\n", start, end)
    line = text[start : end if newline < 0 else newline]
    return start + len(line.rstrip())


def _singles(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between single marks, within a line."""
    while mark := SINGLE.search(text, start, end):
        line = _end_of_line(text, mark.end(), min(end, mark.end() + REACH))
        following = SINGLE.search(text, mark.end(), line)
        limit = following.start() if following else line
        closing = next((c for sign in SINGLE_END if (c := sign.search(text, mark.end(), limit))), None)
        if closing:
            yield mark.start(), closing.end()
        start = closing.end() if closing else mark.end()


def _is_said(text: str, quote: Quotation) -> bool:
    """Whether words in marks are said: some words that are no title, or a sentence of its own however short."""
    inside = text[quote.start : quote.end].strip("“”„«»\"'`‘’ \n")
    said = WORD.findall(inside)
    if not said or _is_title(said):
        return False
    before = text[max(0, quote.start - 3) : quote.start].rstrip(" ")[-1:]
    alone = before in {"", "\n", ".", "!", "?", ":"} and inside[-1:] in {".", ",", "!", "?"}
    return len(said) >= FEW or alone


def _is_title(said: list[str]) -> bool:
    """Whether all words begin with a capital, but for the small ones, as in titles."""
    capitals = [word for word in said if not word[0].islower()]
    return len(capitals) > 1 and all(word in SMALL for word in said if word[0].islower())
