"""Films, sounds and frames in a text, which no Markdown can hold: named, so that nobody misses them unawares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .escaping import bare, squeezed
from .urls import absolute

KINDS = ("iframe", "video", "audio", "embed", "object")
SOURCES = ("src", "data-src", "data-lazy-src", "data")
#: how far above a film its paragraph's element may be; characters by which a paragraph is known
STEPS, KNOWN = 4, 60
EMPTY = re.compile(r"\s{0,9}(?:about|javascript):", re.IGNORECASE)
NO_SIZE = frozenset({"0", "1", "0px", "1px"})


def media(root: Any, base: str = "") -> tuple[str, ...]:
    """The addresses of all that a piece of HTML shows or plays; where one has none, its kind."""
    found = (_address(element, base) for element in root.iter(*KINDS) if not _is_within(element))
    return tuple(dict.fromkeys(filter(None, found)))


def media_among(tree: Any, text: str, base: str) -> tuple[str, ...]:
    """Those of a page that stand among the paragraphs of its article, whose Markdown this is."""
    words = squeezed(bare(text))
    among = (e for e in tree.iter(*KINDS) if not _is_within(e) and _stands_among(e, words))
    return tuple(dict.fromkeys(filter(None, (_address(element, base) for element in among))))


def _address(element: Any, base: str) -> str:
    """Where it is from; empty where it shows nothing, as what only counts readers."""
    style = (element.get("style") or "").replace(" ", "")
    if {element.get("width"), element.get("height")} & NO_SIZE or "display:none" in style:
        return ""
    inner = [element, *element.iter("source", "embed")]
    given = [link for one in inner for name in SOURCES if (link := one.get(name)) and not EMPTY.match(link)]
    kind = element.tag if given or element.tag in {"video", "audio"} else ""
    return next(filter(None, (absolute(link, base) for link in given)), kind)


def _is_within(element: Any) -> bool:
    """Whether it is a part of another, or what is shown without scripts."""
    return any(above.tag in KINDS or above.tag == "noscript" for above in element.iterancestors())


def _stands_among(element: Any, words: str) -> bool:
    near = (_begins(paragraph) for above in _above(element) for paragraph in above.findall("p"))
    return any(begins and begins in words for begins in near)


def _above(element: Any) -> Iterator[Any]:
    """The elements about it, those of the page itself left out."""
    for _, above in zip(range(STEPS), element.iterancestors(), strict=False):
        if above.tag == "html":
            return
        yield above


def _begins(paragraph: Any) -> str:
    return squeezed(paragraph.text_content())[:KNOWN]
