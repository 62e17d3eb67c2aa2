"""Markup in the values of fields: what JSON-LD, meta tags, feeds and tables say, as words."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.entities import html5

from .escaping import squeezed

ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
TAG = re.compile(r"<(/?)([A-Za-z]{1,6})(?:\s[^<>]{0,1000})?>")
#: a break that touches a word parts two lines; one between spaces is a word about tags
BREAK = re.compile(r"(?<=[^\s<])<br ?/?>|<br ?/?>(?=[^\s<])", re.IGNORECASE)
PAIRED = frozenset([
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "del", "dfn", "div", "em", "font", "i", "ins", "mark", "p", "q", "s",
    "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var",
])  # fmt: skip


def unwrap(value: str) -> str:
    """The words of a value on one line: its entities decoded once, its paired inline tags dropped.

    >>> unwrap("<a href='/x'>R&amp;D</a>"), unwrap("Use of &lt;script&gt; tags")
    ('R&D', 'Use of <script> tags')
    """
    return drop_tags(decode_entities(value))


def decode_entities(value: str) -> str:
    """The value with each entity that ends in a semicolon decoded once."""
    return ENTITY.sub(_character, value)


def drop_tags(value: str) -> str:
    """The words of a value on one line, without inline tags that are opened and closed."""
    parts, at = [], 0
    for start, end in sorted(_paired(value)):
        parts.append(value[at:start])
        at = end
    return squeezed(BREAK.sub(" ", "".join([*parts, value[at:]])))


def _character(entity: re.Match[str]) -> str:
    """What an entity stands for; itself where there is none of its name."""
    known = entity[0][1] == "#" or entity[0][1:] in html5
    return html.unescape(entity[0]) if known else entity[0]


def _paired(value: str) -> Iterator[tuple[int, int]]:
    """Where inline tags stand that have their counterpart."""
    opened: dict[str, list[tuple[int, int]]] = {}
    for tag in TAG.finditer(value):
        name = tag[2].lower()
        if name not in PAIRED:
            continue
        if not tag[1]:
            opened.setdefault(name, []).append(tag.span())
        elif opened.get(name):
            yield opened[name].pop()
            yield tag.span()
