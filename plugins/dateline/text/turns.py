"""Turns: the labels with which a transcript or an interview says who speaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from ..lang import words
from ..model import TextSpan
from .passages import TextPage

CAPITALS = re.compile(
    r"(?<!\S)([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,4})(?: ?\([^()\n]{1,40}\))?"
    r"(,(?: [A-Z][A-Z.'’-]*){1,6})? ?:(?=\s)"
)
NAME = re.compile(r"([A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){0,2}) ?:(?=\s)")
#: times that a name in small letters must begin a line to be a speaker's
OFTEN = 3


def turns(page: TextPage, lang: str = "en") -> list[TextSpan]:
    """The labels of speakers; one that stands alone and has no office is none."""
    known = _known(lang)
    capitals = [(found.group(1), found) for found in CAPITALS.finditer(page.text) if found[1] not in known["not"]]
    starts = (NAME.match(page.text, passage.start, passage.end) for passage in page.passages)
    names = [(found[1], found) for found in starts if found and found[1] not in known["not"]]
    often = Counter(name for name, _ in names)
    labels = sum(often[name] for name in known["labels"])
    spans = dict[int, TextSpan]()
    for name, found in names:
        if often[name] >= OFTEN or (name in known["labels"] and labels > 1):
            spans[found.start()] = TextSpan("turn", *found.span(), "speaker")
    for found in _sure(capitals):
        if page.sentence_start(found.start()) == found.start():
            spans[found.start()] = TextSpan("turn", *found.span(), "speaker")
    return [spans[start] for start in sorted(spans)]


def _sure(capitals: list[tuple[str, re.Match[str]]]) -> Iterator[re.Match[str]]:
    """Labels in capitals that come back, or say what the speaker is; a surname alone goes with the full name."""
    often = Counter(name.split()[-1] for name, _ in capitals)
    for name, found in capitals:
        if found[2] or often[name.split()[-1]] > 1:
            yield found


@cache
def _known(lang: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(given) for name, given in words(lang, "text")["turns"].items()}
