"""Films, sounds and frames in a text, which no Markdown can hold: named, so that nobody misses them unawares."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from typing import Any

from ..web.urls import absolute, same
from ..words.escaping import bare, squeezed
from ..words.markdown import is_block
from ..words.wordlists import choice, lists
from .regions import BESIDE

AMP: dict[str, str] = lists("media")["amp"]
KINDS = ("iframe", "video", "audio", "embed", "object", *AMP)
SOURCES = ("src", "data-src", "data-lazy-src", "data")
#: the attribute by which an address of AMP goes on
NUMBER = re.compile(r"\{([\w-]+)\}")
#: in which nothing is the article's; a form may hold the whole page
ASIDE = BESIDE - {"form"}
#: how many elements with lines of their own are looked at that a film stands in, the innermost first
STEPS = 3
#: characters by which a line is known, and fewer than are one
KNOWN, SHORT = 60, 20
EMPTY = re.compile(r"\s{0,9}(?:about|javascript):", re.IGNORECASE)
NO_SIZE = frozenset({"0", "1", "0px", "1px"})
#: a host with its subdomains
HOST = r"(?:[\w-]{{1,63}}\.){{0,5}}(?:{})(?![\w.-])"
PLAYERS = re.compile(HOST.format(choice(tuple(lists("media")["players"]))))
NO_CONTENT = re.compile(HOST.format(choice(tuple(lists("media")["beside"]))))
FILES = re.compile(r"\.(?:mp4|m4v|webm|ogv|mov|wmv|mp3|m4a|ogg|oga|wav|flac)(?:\?|\Z)", re.IGNORECASE)


def media(root: Any, base: str = "") -> tuple[str, ...]:
    """The addresses of all that a piece of HTML shows or plays; where one has none, its kind."""
    return _named(root.iter(*KINDS), base)


def media_among(tree: Any, text: str, base: str) -> tuple[str, ...]:
    """Those of a page that stand among the paragraphs of its article, whose Markdown this is."""
    words = squeezed(bare(text))
    lines = cache(_lines)
    return _named((element for element in tree.iter(*KINDS) if _stands_among(element, words, lines)), base)


def is_player(url: str) -> bool:
    """Whether an address is that of a film, a sound or a post, by its host or its ending.

    >>> is_player("https://youtu.be/1"), is_player("https://x.example/report.pdf")
    (True, False)
    """
    return bool(PLAYERS.match(same(url)) or FILES.search(url))


def _named(elements: Iterator[Any], base: str) -> tuple[str, ...]:
    found = (_address(element, base) for element in elements if not _is_within(element))
    return tuple(dict.fromkeys(filter(None, found)))


def _address(element: Any, base: str) -> str:
    """Where it is from; empty where it shows nothing, or nothing of the article."""
    if _is_hidden(element):
        return ""
    given = list(_sources(element))
    plays = element.tag in {"video", "audio"} or element.tag in AMP
    url = next(filter(None, (absolute(link, base) for link in given)), "")
    if NO_CONTENT.match(same(url)):
        return ""
    return url or (element.tag if given or plays else "")


def _sources(element: Any) -> Iterator[str]:
    """The addresses that it, or what stands in it, tells."""
    for one in [element, *element.iter("source", "embed")]:
        links = (one.get(name) for name in SOURCES)
        yield from (link for link in links if link and not EMPTY.match(link))
    template = AMP.get(element.tag, "")
    number = NUMBER.search(template)
    if number and (value := element.get(number[1])):
        yield template.replace(number[0], value)


def _is_hidden(element: Any) -> bool:
    """Whether it has no size, as what only counts readers; with a layout the figures are a ratio."""
    sizes = {element.get("width"), element.get("height")}
    style = (element.get("style") or "").replace(" ", "")
    return bool(sizes & NO_SIZE and not element.get("layout")) or "display:none" in style


def _is_within(element: Any) -> bool:
    """Whether it is a part of another, or what is shown without scripts."""
    return any(above.tag in KINDS or above.tag == "noscript" for above in element.iterancestors())


def _stands_among(element: Any, words: str, lines: Callable[[Any], tuple[str, ...]]) -> bool:
    """Whether a line of the text stands beside it, or beside what it stands in."""
    above = [one for one in element.iterancestors() if one.tag != "html"]
    if any(one.tag in ASIDE for one in above):
        return False
    near = islice(filter(None, map(lines, above)), STEPS)
    return any(line in words for each in near for line in each)


def _lines(element: Any) -> tuple[str, ...]:
    """How the lines begin that stand in an element: its own words, and each row and each element in it that holds no block."""
    words = [element.text]
    for child in element:
        if child.tag == "tr" or not any(map(is_block, child)):
            words.append(child.text_content())
        words.append(child.tail)
    return tuple(line for one in words if len(line := squeezed(one or "")[:KNOWN]) >= SHORT)
