"""Lines of a page: its words as a reader sees them, each with where it stands and what its markup says of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from ..words.escaping import squeezed
from ..words.moments import figures_told, moment
from .days import is_label
from .elements import BLOCKS, WORDLESS, shown_words

#: characters of a line that may tell the day; longer ones are text
LONGEST = 140
#: lines below the headline in its nearness, and above it in the same block
AROUND, ABOVE = 25, 3
#: characters between the headline and a line near it: a byline and what the article is about, but not its text
BETWEEN = 300
#: what is no line of the article's own: words of others, pictures
UNREAD = WORDLESS | {"blockquote", "head", "figure"}
#: attributes in which a moment may stand
MOMENTS = ("datetime", "content", "title")
NAMES = ("class", "id", "itemprop", "property", "pubdate")
YEAR = re.compile(r"\d{4}|\d\d?[./-]\d\d?[./-]\d\d")
#: pieces of a name: post of post-meta, published and date of publishedDate
PIECE = re.compile(r"[A-Z]?[a-z]{1,40}|[A-Z]{1,40}")


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line: its words, the moment that its markup tells, the names that its markup gives it, in small letters parted by
    hyphens; how many lines below the headline it stands, and whether near it; whether it stands in a table of facts.
    """

    text: str
    stamp: str
    names: str
    place: int
    near: bool
    fact: bool


def page_lines(root: Any, headline: Any) -> list[PageLine]:
    """The lines of a page, or of a region of one; a day whose label stands on the line before has it in its own."""
    texts = list(_texts(root, _holders(root)))
    start = next((n for n, (element, _) in enumerate(texts) if _is_around(headline, element)), 0)
    found, label, between = [], "", 0
    for number, (element, text) in enumerate(texts):
        place = number - start
        joined = -ABOVE <= place < 0 and _is_joined(element, headline)
        near = joined or (0 <= place <= AROUND and between <= BETWEEN)
        found.append(_page_line(element, f"{label} {text}".strip(), place, near=near))
        between += len(text) if place > 0 else 0
        label = text if is_label(text) else ""
    return found


def _page_line(element: Any, text: str, place: int, *, near: bool) -> PageLine:
    if len(text) > LONGEST or not YEAR.search(text):
        return PageLine(text, "", "", place, near, fact=False)
    parts = [element, *(one for one in element.iterdescendants() if isinstance(one.tag, str))]
    own = parts if not any(one.tag in BLOCKS for one in parts[1:]) else []
    stamp = next(filter(None, map(_moment_of, own)), "")
    return PageLine(text, stamp, _names(element, own), place, near, _is_fact(element))


def tell_figures(root: Any, day_first: bool | None) -> None:
    """Write the dates of figures in a page so that they mean one day, or none."""
    for element in root.iter("*"):
        element.text = figures_told(element.text, day_first) if element.text else element.text
        element.tail = figures_told(element.tail, day_first) if element.tail else element.tail
        for key in {*MOMENTS} & set(element.keys()):
            element.set(key, figures_told(element.get(key), day_first))


def tell_moments(root: Any) -> None:
    """Write the moments of a page's markup in the place of words that tell no year: "3 days ago", "15 January"."""
    for element in list(root.iter("*")):
        told = _moment_of(element) if element.tag in {"time", "abbr", "span"} else ""
        if told and not YEAR.search(shown_words(element)):
            for child in list(element):
                child.drop_tree()
            element.text = told


def _texts(element: Any, holders: set[Any]) -> Iterator[tuple[Any, str]]:
    """The lines below an element in their order, each with the innermost block that holds it."""
    if not isinstance(element.tag, str) or element.tag in UNREAD:
        return
    if element not in holders:
        text = shown_words(element)
        yield from [(element, text)] if text else []
        return
    yield from _loose(element, element.text)
    for child in element:
        yield from _texts(child, holders)
        yield from _loose(element, child.tail)


def _holders(root: Any) -> set[Any]:
    """The elements in which blocks stand; the others are lines."""
    found: set[Any] = set()
    for block in root.iter(*BLOCKS):
        for around in block.iterancestors():
            if around in found:
                break
            found.add(around)
    return found


def _loose(element: Any, text: str | None) -> Iterator[tuple[Any, str]]:
    """Words that stand between blocks."""
    if text and (words := squeezed(text)):
        yield element, words


def _is_around(headline: Any, element: Any) -> bool:
    """Whether an element is the headline or within it."""
    return headline is not None and (element is headline or headline in element.iterancestors())


def _is_joined(element: Any, headline: Any) -> bool:
    """Whether the headline stands in the block that holds the element, where that is an article or a head."""
    block = element.getparent()
    if block is None or headline is None or block not in headline.iterancestors():
        return False
    return block.tag in {"article", "header", "hgroup"} or _is_short(block)


def _names(element: Any, own: Iterable[Any]) -> str:
    """The names that the markup gives a line: of its parts, of itself, and of what is close around it."""
    around = [element, *(one for one in islice(element.iterancestors(), 2) if _is_short(one))]
    named = [one for one in [*own, *around] if one.tag not in {"body", "html", "main", "article"}]
    given = " ".join([*(one.get(key) or "" for one in named for key in NAMES), *("time" for one in named if one.tag == "time")])
    return " ".join("-".join(PIECE.findall(name)).lower() for name in given.split())


def _is_fact(element: Any) -> bool:
    """Whether it stands in a list of facts or a table of them, such as the day on which a film came out."""
    row = element.getparent()
    return element.tag in {"dd", "dt"} or (element.tag == "td" and row is not None and row.find("th") is not None)


def _is_short(element: Any) -> bool:
    """Whether it holds little more than a line."""
    return len(element) <= AROUND and len(element.text_content()) <= 2 * LONGEST


def _moment_of(element: Any) -> str:
    """The moment in the attributes of an element; those of meta tags are read in the head."""
    values = (element.get(key) or "" for key in MOMENTS) if element.tag != "meta" else ()
    return next(filter(None, map(moment, values)), "")
