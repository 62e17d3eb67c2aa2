"""Markdown from a tree of HTML, or of trafilatura's XML: headings, paragraphs, lists, quotes and links; nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..web.urls import absolute
from .escaping import escaped, paragraph

HEADINGS = re.compile(r"h[1-6]|head")
LISTS = frozenset({"ul", "ol", "list"})
QUOTES = frozenset({"quote", "blockquote"})
LINKS = frozenset({"a", "ref"})
BREAKS = frozenset({"br", "lb"})
INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "font",
        "hi",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "output",
        "q",
        "ref",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "data",
        "acronym",
        "ruby",
    ]
)
UNREAD = frozenset(
    [
        "script",
        "style",
        "template",
        "svg",
        "math",
        "noscript",
        "iframe",
        "object",
        "embed",
        "form",
        "button",
        "input",
        "select",
        "textarea",
        "nav",
        "aside",
        "audio",
        "video",
        "canvas",
        "img",
        "picture",
        "graphic",
        "figcaption",
        "title",
        "meta",
        "link",
        "hr",
        "map",
        "dialog",
    ]
)


def markdown(root: Any, base: str = "") -> str:
    """The Markdown of what the element holds; links are made absolute with ``base``."""
    return "\n\n".join(_flow(root, base)).replace("![", r"\![")


def _flow(element: Any, base: str) -> Iterator[str]:
    """The blocks in an element, one after the other."""
    words = [_text(element.text)]
    for child in element:
        if is_block(child):
            yield from _paragraphs(words)
            yield from _block(child, base)
            words = []
        else:
            words.append(_inline(child, base))
        words.append(_text(child.tail))
    yield from _paragraphs(words)


def _name(element: Any) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else ""


def is_block(element: Any) -> bool:
    """Whether it stands for itself; an inline element does where it wraps such a block."""
    name = _name(element)
    if not name or name in UNREAD or name in BREAKS:
        return False
    return name not in INLINE or any(is_block(child) for child in element)


def _block(element: Any, base: str) -> Iterator[str]:
    name = _name(element)
    if HEADINGS.fullmatch(name):
        yield from _heading(element, base)
    elif name in LISTS:
        yield from _list(element, base)
    elif name in QUOTES:
        inner = "\n\n".join(_flow(element, base))
        yield from ["\n".join(f"> {line}".rstrip() for line in inner.split("\n"))] if inner else []
    elif name in {"tr", "row"}:
        cells = (" ".join(_inline(cell, base).split()) for cell in element)
        yield from _paragraphs([" – ".join(filter(None, cells))])
    else:
        yield from _flow(element, base)


def _heading(element: Any, base: str) -> Iterator[str]:
    words = " ".join(_inline(element, base).split())
    if words:
        rank = re.sub(r"\D", "", element.get("rend") or _name(element)) or "2"
        yield "#" * max(2, min(6, int(rank))) + " " + re.sub(r"(#+)$", r"\\\1", words)


def _list(element: Any, base: str) -> Iterator[str]:
    """The list as one block, its items indented by four."""
    numbered = "ol" in (_name(element), element.get("rend"))
    items = [inner for child in element if (inner := "\n\n".join(_flow(child, base)))] if len(element) else []
    rows = []
    for number, inner in enumerate(items, 1):
        mark = (f"{number}." if numbered else "-").ljust(3) + " "
        rows.append(mark + inner.replace("\n", "\n    ").replace("\n    \n", "\n\n"))
    yield from ["\n".join(rows)] if rows else []


def _inline(element: Any, base: str) -> str:
    """The words of an element, its links kept; a line break is a newline."""
    name = _name(element)
    if name in BREAKS:
        return "\n"
    if not name or name in UNREAD:
        return ""
    parts = [_text(element.text)]
    for child in element:
        gap = " " if is_block(child) else ""
        parts += [gap, _inline(child, base), gap, _text(child.tail)]
    words = "".join(parts)
    return _link(element, words, base) if name in LINKS else words


def _link(element: Any, words: str, base: str) -> str:
    """The link in Markdown, unless it leads nowhere on the web or has links or nothing in it."""
    url = absolute(element.get("href") or element.get("target") or "", base)
    inner = " ".join(words.split())
    if not url or not inner or "](" in inner:
        return words
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{before}[{inner}]({url}){after}"


def _text(words: str | None) -> str:
    return re.sub(r"\s+", " ", escaped(words)) if words else ""


def _paragraphs(words: list[str]) -> Iterator[str]:
    """Paragraphs: two line breaks in a row end one, as do those that pages write instead of <p>."""
    for part in re.split(r"\n\s*\n", "".join(words)):
        if found := paragraph(part):
            yield found
