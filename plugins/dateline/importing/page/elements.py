"""Elements of a page: which stand in a line of their own, which hold no words, and the words that one shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..words.escaping import squeezed

BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "html", "li", "main", "nav", "ol", "p",
    "pre", "section", "table", "tbody", "td", "th", "thead", "tr", "ul",
])  # fmt: skip
#: what holds no words of a page's text
WORDLESS = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "button", "select"})
#: what belongs to the letters beside it, as in CO₂
RAISED = frozenset({"sub", "sup"})


def shown_words(element: Any) -> str:
    """The words of an element on one line, as they are shown: letters stay together, a break, a block and the end of one
    element where the next begins part them.
    """
    return squeezed("".join(_pieces(element)))


def _pieces(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in WORDLESS:
            yield " " if _is_line(child) or _adjoins(child) else ""
            yield from _pieces(child)
            yield " " if _is_line(child) else ""
        yield child.tail or ""


def _is_line(element: Any) -> bool:
    """Whether it stands in a line of its own, or breaks one."""
    return element.tag == "br" or element.tag in BLOCKS


def _adjoins(element: Any) -> bool:
    """Whether it begins where another ends."""
    before = element.getprevious()
    return before is not None and not before.tail and not {element.tag, before.tag} & RAISED
