"""Articles come from strangers: their HTML is cleaned of all that could run in a browser, before it is read or shown."""

from __future__ import annotations

import re

import nh3

from .elements import PLAYERS, SPACES, is_setting
from .renaming import renamed

TAGS = nh3.ALLOWED_TAGS | {"address", "figure", "figcaption", "section", "article", "picture", "source", "tfoot"}
ATTRIBUTES = {**nh3.ALLOWED_ATTRIBUTES, "*": {"id", "class", "lang", "dir", "title"}}
STYLED = {**ATTRIBUTES, "*": ATTRIBUTES["*"] | {"style"}}
SCHEMES = {"http", "https", "mailto", "tel"}
#: elements that go with all that they hold
EMPTIED = {"script", "style", "title", *PLAYERS}
#: what may be the name of an element
NAME = re.compile(r"<(?P<tag>[A-Za-z][^\s/<>]*)")


def clean(html: str) -> str:
    """HTML without scripts, handlers, frames, forms, styles, drawings and addresses of other schemes; comments stay.

    What is taken out keeps its words, and keeps them apart from those around it.
    """
    return _cleaned(renamed(_in_order(html), TAGS), TAGS, EMPTIED, ATTRIBUTES)


def _in_order(html: str) -> str:
    """HTML as a browser reads it, each element with its end, whatever it is called; what could run may be in it."""
    names = {found["tag"].lower() for found in NAME.finditer(html)}
    emptied = {name for name in names if is_setting(name)} | EMPTIED - SPACES
    return _cleaned(html, names - emptied, emptied, STYLED)


def _cleaned(html: str, tags: set[str], emptied: set[str], attributes: dict[str, set[str]]) -> str:
    return nh3.clean(
        html,
        tags=tags,
        attributes=attributes,
        clean_content_tags=emptied,
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=False,
    )
