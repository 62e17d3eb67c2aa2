"""A page of HTML as an article: what it says of itself, and its text without what stands around it."""

from __future__ import annotations

import copy
import logging
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ..found import SHORTEST, Found, Refused
from ..web.urls import absolute, same, untracked
from ..words.escaping import bare, squeezed
from ..words.markdown import is_block, markdown
from ..words.mending import mend_tree
from . import linkeddata, metatags, saved
from .authors import of_byline, persons, without_contacts
from .headlines import agree, headline, parts, shown
from .media import media_among
from .pagelines import PageLine, page_lines, tell_figures, tell_moments
from .publication import EARLIEST, NEAR, day_first, publication_date, searched_date
from .regions import article_region, letters
from .walls import is_wall

NO_PAGE = Refused("it is not HTML that can be read", "save the article's text and import that")
CLOSED = Refused("it is behind a paywall", "save the article's text as .txt, if you may use it")
WALL = Refused(
    "it is a check for robots, a request for consent or an error, not the article",
    "open it in a browser, and save the page that follows",
)
#: inline elements whose words trafilatura drops
DROPPED = ("time", "output")
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
    if is_wall(tree, url):
        raise WALL
    seen = shown(tree)
    titles = [metatags.title(tree), *(part for title in seen.window for part in parts(title))]
    region, heading = article_region(tree, titles)
    tags = metatags.told(region, url)
    linked = linkeddata.data_of(tree, (url, tags.url), (tags.title, *seen.all))
    if closed and (linkeddata.is_closed([*linked.own, *linked.doubtful]) or metatags.is_closed(tree)):
        raise closed
    data = linkeddata.told(linked.own, url or tags.url)
    doubtful = linkeddata.told(linked.doubtful, url or tags.url)
    bodies = linkeddata.bodies(linked.own)
    others = [body for body in bodies if not agree(body, data.source)]
    found = _with_text(tree, data, tags, url or tags.url, bodies).completed(replace(doubtful, author="", date=""))
    locale = metatags.locale(tree)
    tell_figures(region, day_first(locale))
    tell_moments(region)
    lines = page_lines(region, heading)
    lang = locale[:2].lower()
    day = publication_date(lines, url or tags.url, (data.date, tags.date), lang)
    title = headline((data.title, tags.title, found.title), seen, (found.source, tags.source, *_hosts(found.url)))
    return replace(
        found,
        title=title,
        date=day or searched_date(region, url or tags.url, lines, lang) or doubtful.date,
        author=found.author or _byline(lines, found.source) or persons(others, found.source),
        text=without_contacts(_without(title, found.text)),
        url=untracked(found.url),
        lang=metatags.language(found.lang),
        source=found.source or _host(found.url),
        urls=(url,) if url else (),
        left_out=media_among(tree, found.text, url or found.url),
    )


def long_enough(found: Found) -> Found:
    """The article, if it is one. Raises Refused where its text is too short."""
    length = len(squeezed(bare(found.text)))
    if length < SHORTEST:
        raise Refused(
            f"its text has {length} characters, fewer than {SHORTEST}", "see whether it shows the whole article without scripts"
        )
    return found


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


def _with_text(tree: Any, data: Found, tags: Found, url: str, bodies: Sequence[str]) -> Found:
    """The page as JSON-LD and meta tags tell it, with what trafilatura reads in it; ``bodies`` are no persons."""
    from trafilatura import bare_extraction
    from trafilatura.metadata import extract_author
    from trafilatura.settings import Document

    try:
        read = bare_extraction(_with_times(tree), url=url or None, **WANTED)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise NO_PAGE from error
    if not isinstance(read, Document):
        raise Refused("it has no text of an article", "see whether it shows the whole article without scripts")
    head = data.completed(tags)
    source = head.source or squeezed(read.sitename or "").lstrip("@")
    named = [name for name in (read.author or "").split("; ") if name not in bodies]
    shown_author = extract_author(tree) or ""
    author = persons(named, source) or persons([shown_author] if shown_author not in bodies else [], source)
    own = Found(
        title=squeezed(read.title or ""), author=author, source=source, url=absolute(url),
        image=absolute(read.image or "", url), lang=read.language or "", text=markdown(read.body, url),
    )  # fmt: skip
    return replace(head.completed(own), title=own.title)


def _with_times(tree: Any) -> Any:
    """A copy of the page whose times of day, and the like, are words of their sentences; else trafilatura drops them."""
    copied = copy.deepcopy(tree)
    for element in list(copied.iter(*DROPPED)):
        block = next((above for above in element.iterancestors() if is_block(above)), element)
        if squeezed(block.text_content()) != squeezed(element.text_content()):
            element.drop_tag()
    return copied


def _byline(lines: Sequence[PageLine], source: str) -> str:
    """Who the first byline below the headline names."""
    below = (line.text for line in lines if 0 < line.place < NEAR)
    return next(filter(None, (of_byline(text, source) for text in below)), "")


def _hosts(url: str) -> tuple[str, str]:
    """The names by which a site calls itself, where it has no other."""
    host = _host(url)
    return host, host.rpartition(".")[0]


def _without(title: str, text: str) -> str:
    """The text without a first heading that says the title again."""
    first, _, rest = text.partition("\n\n")
    return rest if first.startswith("#") and letters(bare(first)) == letters(title) else text


def _host(url: str) -> str:
    return re.split(r"[:/?]", same(url))[0].removeprefix("www.") if url else ""
