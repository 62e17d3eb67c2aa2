"""Articles come from strangers: their HTML is cleaned of all that could run in a browser, before it is read or shown."""

from __future__ import annotations

import re

import nh3

from .elements import PLAYERS, SPACES, is_block

TAGS = nh3.ALLOWED_TAGS | {"address", "figure", "figcaption", "section", "article", "picture", "source", "tfoot"}
ATTRIBUTES = {**nh3.ALLOWED_ATTRIBUTES, "*": {"id", "class", "lang", "dir", "title"}}
SCHEMES = {"http", "https", "mailto", "tel"}
#: elements that go with all that they hold
EMPTIED = {"script", "style", "title", *PLAYERS}
NAME = re.compile(r"<(?P<end>/?)(?P<tag>[A-Za-z][^\s/<>]*)")


def clean(html: str) -> str:
    """HTML without scripts, handlers, frames, forms, styles, drawings and addresses of other schemes; comments stay.

    What is taken out keeps its words, and keeps them apart from those around it.
    """
    apart = NAME.sub(_keep_apart, html)
    return nh3.clean(
        apart,
        tags=TAGS,
        attributes=ATTRIBUTES,
        clean_content_tags=EMPTIED,
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=False,
    )


def _keep_apart(found: re.Match[str]) -> str:
    """A tag by a name that is allowed: a block that is not becomes a division, and a space stands for what is shown."""
    tag = found["tag"].lower()
    if tag in TAGS or tag in EMPTIED - SPACES:
        return found[0]
    if is_block(tag):
        return f"<{found['end']}div"
    return f" {found[0]}" if tag in SPACES and not found["end"] else found[0]
