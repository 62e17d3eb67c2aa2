"""Headlines: which of the titles that a page tells of its article is the one that stands over it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Any

from .escaping import squeezed
from .regions import is_logo, letters

#: what parts a title from the site's name, and what cuts it short; titles have single spaces
PARTED = re.compile(r" [|–—·:»«‹›-] | ?[|»«] ?")
CUT = re.compile(r" ?(?:…|\.\.\.)$")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reader sees as title: headings of the first rank, the title of the window, headings of the second rank; and
    the headings that are the name of the site.
    """

    first: tuple[str, ...]
    window: tuple[str, ...]
    second: tuple[str, ...]
    logos: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.first, *self.window, *self.second)


def shown(tree: Any) -> Shown:
    """The titles that a reader sees."""
    heads = list(tree.iter("h1", "h2"))
    first = [head for head in heads if head.tag == "h1" and not is_logo(head)]
    second = [head for head in heads if head.tag == "h2" and not is_logo(head)]
    logos = filter(is_logo, heads)
    return Shown(_words(first), _words(tree.xpath("//head/title")), _words(second), _words(logos))


def headline(told: Sequence[str], seen: Shown, names: Sequence[str]) -> str:
    """The title that something else on the page says too, else the first that is told for people.

    ``told`` are the titles of JSON-LD and of meta tags, then any other, ``names`` those of the site.
    """
    sites = {letters(name) for name in (*names, *seen.logos)}
    given = [title for title in (*told[:2], *seen.all) if letters(title) not in sites | {""}]
    agreed = (title for at, title in enumerate(given) if _is_said(title, [*given[:at], *given[at + 1 :]]))
    best = next(agreed, "") or next((t for t in (*told[1:2], *seen.first, *seen.window) if t in given), "")
    return _without_site(_whole(best or next(filter(None, told), ""), given), given, sites)


def parts(title: str) -> list[str]:
    """A title whole, then what stands before and behind each mark that parts it."""
    return [title, *(part for pair in _splits(title) for part in pair)]


def agree(one: str, other: str) -> bool:
    """Whether one of two titles is the other, or has it whole within."""
    mine, theirs = letters(one), letters(other)
    return bool(mine and theirs) and (f" {mine} " in f" {theirs} " or f" {theirs} " in f" {mine} ")


def _is_said(title: str, others: Sequence[str]) -> bool:
    return any(agree(CUT.sub("", title), other) for other in others)


def _whole(title: str, others: Sequence[str]) -> str:
    """The title without the dots that cut it, where another has it whole."""
    if not CUT.search(title):
        return title
    start = letters(CUT.sub("", title))
    return next((other for other in others if letters(other).startswith(start) and not CUT.search(other)), title)


def _without_site(title: str, others: Sequence[str], sites: Set[str]) -> str:
    """The title without the site's name beside it: a name that is known, or what stands beside a whole other title."""
    known = sites - {""}
    alone = {letters(other) for other in others} - known
    for head, tail in _splits(title):
        if letters(tail) in known or letters(head) in alone:
            return head
        if letters(head) in known or letters(tail) in alone:
            return tail
    return title


def _words(heads: Iterable[Any]) -> tuple[str, ...]:
    return tuple(words for head in heads if (words := squeezed(" ".join(head.itertext()))))


def _splits(title: str) -> Iterator[tuple[str, str]]:
    """Each way to part a title in two."""
    for mark in PARTED.finditer(title):
        head, tail = title[: mark.start()], title[mark.end() :]
        if len(head) > 2 and len(tail) > 2:
            yield head, tail
