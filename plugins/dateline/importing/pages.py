"""A page of HTML as an article: what it says of itself, and its text without what stands around it."""

from __future__ import annotations

import copy
import logging
import re
from dataclasses import replace
from typing import Any

from . import linkeddata, metatags, saved
from .escaping import bare, squeezed
from .found import SHORTEST, Found, Refused
from .markdown import markdown
from .media import media, media_among
from .mending import mend_tree
from .plain import dated
from .urls import absolute, same, untracked
from .walls import is_wall

NO_PAGE = Refused("it is not HTML that can be read", "save the article's text and import that")
CLOSED = Refused("it is behind a paywall", "save the article's text as .txt, if you may use it")
WALL = Refused(
    "it is a check for robots or a request for consent, not the article", "open it in a browser, and save the page that follows"
)
EARLIEST = "1600-01-01"
WANTED: dict[str, Any] = {
    "include_comments": False, "include_links": True, "include_formatting": True, "with_metadata": True,
    "date_extraction_params": {"original_date": True, "extensive_search": False, "min_date": EARLIEST},
}  # fmt: skip
for _noisy in ("trafilatura", "htmldate", "courlan", "readability", "justext"):
    logging.getLogger(_noisy).setLevel(logging.CRITICAL)


def page(text: str, url: str = "", *, closed: Refused | None = CLOSED) -> Found:
    """The article of this page; ``closed`` is what to raise where it says that it is not free, None takes it all the same.
    Raises Refused where there is none.
    """
    text, url = saved.restored(text, url)
    tree = _tree(text)
    if is_wall(tree, text, url):
        raise WALL
    node = linkeddata.article(tree, url)
    if closed and (linkeddata.is_closed(node) or metatags.is_closed(tree)):
        raise closed
    tags = metatags.told(tree, url)
    found = _with_text(tree, _merged(linkeddata.told(node, url or tags.url), tags), url or tags.url)
    return replace(
        found,
        url=untracked(found.url),
        lang=metatags.language(found.lang),
        source=found.source or _host(found.url),
        urls=(url,) if url else (),
        left_out=media_among(tree, found.text, url or found.url),
    )


def fragment(text: str, url: str = "") -> str:
    """The Markdown of a piece of HTML that is all article: an entry's content, a field of a table."""
    root = _root(text)
    return "" if root is None else markdown(root, url)


def media_of(text: str, url: str = "") -> tuple[str, ...]:
    """What such a piece of HTML plays, which its Markdown cannot."""
    root = _root(text)
    return () if root is None else media(root, url)


def long_enough(found: Found) -> Found:
    """The article, if it is one. Raises Refused where its text is too short."""
    length = len(squeezed(bare(found.text)))
    if length < SHORTEST:
        raise Refused(
            f"its text has {length} characters, fewer than {SHORTEST}", "see whether it shows the whole article without scripts"
        )
    return found


def _root(text: str) -> Any:
    """A piece of HTML as a tree; None where it is none."""
    from lxml import html  # type: ignore[import-untyped]

    try:
        root = html.fromstring(f"<div>{text}</div>")
    except (ValueError, html.etree.LxmlError):
        return None
    mend_tree(root)
    return root


def _tree(text: str) -> Any:
    from trafilatura import load_html

    try:
        tree = load_html(re.sub(r"^\s*<\?xml[^>]*\?>", "", text.replace("\0", "")))
    except (ValueError, TypeError) as error:
        raise NO_PAGE from error
    if tree is None:
        raise NO_PAGE
    mend_tree(tree)
    return tree


def _merged(first: Found, second: Found) -> Found:
    """What both say; tags and the canonical address are the page's, and a date with a time wins over one without."""
    date = second.date if first.date and second.date.startswith(first.date) else first.date
    return replace(first, date=date).completed(second)


def _with_text(tree: Any, head: Found, url: str) -> Found:
    """The page with what trafilatura and htmldate read in it."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    try:
        read = bare_extraction(copy.deepcopy(tree), url=url or None, **WANTED)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise NO_PAGE from error
    if not isinstance(read, Document):
        raise Refused("it has no text of an article", "see whether it shows the whole article without scripts")
    own = Found(
        title=squeezed(read.title or ""), date=_date(tree, url), author=squeezed((read.author or "").replace(";", ",")),
        source=squeezed(read.sitename or ""), url=absolute(url), image=absolute(read.image or "", url),
        lang=read.language or "",
    )  # fmt: skip
    found = head.completed(own)
    title = _title(found)
    return replace(found, title=title, text=_without(title, markdown(read.body, url)))


def _date(tree: Any, url: str) -> str:
    """The day of publication that markup, address or a line below the title tells; words in the text tell other days."""
    from htmldate import find_date

    try:
        found = find_date(copy.deepcopy(tree), url=url or None, original_date=True, extensive_search=False, min_date=EARLIEST)
    except (ValueError, TypeError, AttributeError):
        found = None
    return found or _dateline(tree)


def _dateline(tree: Any) -> str:
    """The date that stands alone in one of the first elements below the title; one above it may be the day of the visit."""
    below = tree.xpath("(//h1[last()]/following::*[not(self::script or self::style)][not(*)])[position() <= 10]")
    return next(filter(None, (dated(squeezed(element.text_content())) for element in below)), "")


def _title(found: Found) -> str:
    """The title without the site's name behind it."""
    names = {found.source.casefold(), _host(found.url).casefold(), _host(found.url).removeprefix("www.").casefold()} - {""}
    cut = re.fullmatch(r"(.{3,}?)\s+[|–—·:»-]\s+([^|–—·»]+)", found.title)
    return cut[1] if cut and cut[2].casefold() in names else found.title


def _without(title: str, text: str) -> str:
    """The text without a first heading that says the title again."""
    first, _, rest = text.partition("\n\n")
    return rest if first.startswith("#") and squeezed(bare(first)).casefold() == title.casefold() else text


def _host(url: str) -> str:
    return re.split(r"[:/?]", same(url))[0].removeprefix("www.") if url else ""
