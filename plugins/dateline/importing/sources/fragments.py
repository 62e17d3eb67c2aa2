"""A piece of HTML that is all article (an entry's content, a field of a table): its Markdown, and what it plays."""

from __future__ import annotations

from typing import Any

from ..found import Found
from ..page.media import media
from ..words.markdown import markdown
from ..words.mending import mend_tree


def fragment(text: str, url: str = "") -> Found:
    """The text of such a piece, with the films and frames that its Markdown cannot hold; empty where it is no HTML."""
    root = _root(text)
    if root is None:
        return Found()
    return Found(text=markdown(root, url), left_out=media(root, url))


def _root(text: str) -> Any:
    """The piece as a tree, without comments and instructions; None where it is none."""
    from lxml import html  # type: ignore[import-untyped]

    parser = html.HTMLParser(remove_comments=True, remove_pis=True)
    try:
        root = html.fromstring(f"<div>{text}</div>", parser=parser)
    except (ValueError, html.etree.LxmlError):
        return None
    mend_tree(root)
    return root
