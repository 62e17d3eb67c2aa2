"""Titles: where an article's text begins with its title again."""

from __future__ import annotations

import re

WORD = re.compile(r"\w+")
#: a site's name behind a title
SITE = re.compile(r" (?:\||[–—-]|::) [^|]{1,40}\Z")
#: words of a title at least
SHORTEST = 3
BEGINS = re.compile(r"[^\w]*(?:[A-Z0-9]|\Z)")


def repeated(title: str, text: str, start: int, end: int) -> int | None:
    """Where the title ends that a text begins with; None where it begins otherwise, or goes on in the same sentence."""
    for wording in dict.fromkeys((title, SITE.sub("", title))):
        wanted = [word.casefold() for word in WORD.findall(wording)]
        if len(wanted) < SHORTEST:
            continue
        at = _behind(wanted, text, start, end)
        if at is not None and BEGINS.match(text, at, end):
            return at
    return None


def _behind(wanted: list[str], text: str, start: int, end: int) -> int | None:
    """Where these words end, if the text begins with them."""
    at = start
    found = WORD.finditer(text, start, end)
    for word in wanted:
        said = next(found, None)
        if said is None or said[0].casefold() != word:
            return None
        at = said.end()
    while at < end and not text[at].isspace():
        at += 1
    return at
