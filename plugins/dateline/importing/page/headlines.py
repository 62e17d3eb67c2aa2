"""Headlines: which of the titles that a page tells of its article is the one that stands over it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Any

from .elements import shown_words
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
    """The title that two places of the page say alike, else one that another has within; else the first for people.

    ``told`` are the titles of JSON-LD and of meta tags, then any other, ``names`` those of the site.
    """
    sites = {letters(name) for name in (*names, *seen.logos)} - {""}
    ranked = (*told[1:2], *seen.first, *told[:1], *seen.window, *seen.second)
    given = [title for each in ranked if (title := _without_names(each, sites)) and letters(title) not in sites]
    others = [(title, [*given[:at], *given[at + 1 :]]) for at, title in enumerate(given)]
    alike = (title for title, rest in others if letters(title) in map(letters, rest))
    within = (title for title, rest in others if any(agree(CUT.sub("", title), other) for other in rest))
    people = (t for t in (*told[1:2], *seen.first, *seen.window) if letters(t) not in sites | {""})
    best = next((title for titles in (alike, within, people, told) for title in titles if letters(title)), "")
    whole = _whole(_without_names(best, sites), given)
    return whole if whole in seen.first else _without_rest(whole, [*(seen.first or seen.second), *told[:2]])


def parts(title: str) -> list[str]:
    """A title whole, then what stands before and behind each mark that parts it."""
    return [title, *(part for pair in _splits(title) for part in pair)]


def agree(one: str, other: str) -> bool:
    """Whether one of two titles is the other, or has it whole within; one word within another may be a section's name."""
    short, long = sorted((letters(one), letters(other)), key=len)
    return bool(short) and (short == long or (" " in short and f" {short} " in f" {long} "))


def _whole(title: str, others: Sequence[str]) -> str:
    """The title without the dots that cut it, where another has it whole."""
    if not CUT.search(title):
        return title
    start = letters(CUT.sub("", title))
    return next((other for other in others if letters(other).startswith(start) and not CUT.search(other)), title)


def _without_names(title: str, sites: Set[str]) -> str:
    """The title without a name of the site beside it."""
    for head, tail in _splits(title):
        if letters(tail) in sites:
            return head
        if letters(head) in sites:
            return tail
    return title


def _without_rest(title: str, others: Sequence[str]) -> str:
    """The title without what stands beside another whole title: a name of the site that nothing tells."""
    alone = {letters(other) for other in others}
    return next((part for pair in _splits(title) for part in pair if letters(part) in alone), title)


def _words(heads: Iterable[Any]) -> tuple[str, ...]:
    return tuple(words for head in heads if (words := shown_words(head)))


def _splits(title: str) -> Iterator[tuple[str, str]]:
    """Each way to part a title in two."""
    for mark in PARTED.finditer(title):
        head, tail = title[: mark.start()], title[mark.end() :]
        if len(head) > 2 and len(tail) > 2:
            yield head, tail
