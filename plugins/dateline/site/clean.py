"""Articles come from strangers: their HTML is cleaned of all that could run in a browser, before it is read or shown."""

from __future__ import annotations

import nh3

TAGS = nh3.ALLOWED_TAGS | {"figure", "figcaption", "section", "article", "picture", "source"}
ATTRIBUTES = {**nh3.ALLOWED_ATTRIBUTES, "*": {"id", "class", "lang", "dir", "title"}}
SCHEMES = {"http", "https", "mailto", "tel"}


def clean(html: str) -> str:
    """HTML without scripts, handlers, frames, forms, styles, drawings and addresses of other schemes; comments stay."""
    return nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None, strip_comments=False)
