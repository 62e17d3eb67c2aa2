"""Pages that stand in the place of an article: a check for robots, a request for consent, an error. They are not it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from ..web.urls import same
from ..words.escaping import squeezed
from ..words.wordlists import lists
from .metatags import AUTHORS, DATES, tags_of

#: what parts a title from the site's name behind it, or before it
BEHIND = re.compile(r" [|–—·:-] ")
BEFORE = re.compile(r" [|–—·-] | ?: ")
ENDS = " .…?!。！"
#: what tells an article, and no such page has
ARTICLE = (
    "//article|//time|//script[contains(@type, 'ld+json')]"
    "[contains(., 'Article') or contains(., 'BlogPosting') or contains(., 'datePublished')]"
)
TAGS = frozenset({*DATES, *AUTHORS})
#: characters that such a page shows at most; an article of this title shows more
LONGEST = 4_000
SHOWN = "//body//text()[not(parent::script or parent::style or parent::noscript)]"
MARKUP = "//script/text()|//@*"


def is_wall(tree: Any, url: str) -> bool:
    """Whether the page is such a one: by its host, or by its title or its markup where it shows little text, and nothing says
    that it is an article.
    """
    if same(url).split("/")[0] in lists("walls")["hosts"]:
        return True
    if _is_article(tree) or len(squeezed(" ".join(tree.xpath(SHOWN)))) > LONGEST:
        return False
    return _has_mark(tree) or _are_titles(tree.xpath("//title")) or _are_titles(tree.xpath("//h1"))


def _is_article(tree: Any) -> bool:
    """Whether markup, data or meta tags say so."""
    tags = tags_of(tree)
    kinds = [kind.strip().lower() for kind in tags.get("og:type", [])]
    return bool(tree.xpath(ARTICLE) or TAGS & tags.keys() or "article" in kinds)


def _has_mark(tree: Any) -> bool:
    marks = lists("walls")["marks"]
    return any(mark in words for words in tree.xpath(MARKUP) for mark in marks)


def _are_titles(elements: list[Any]) -> bool:
    """Whether all of these are titles of such pages; one among others may be that of a banner."""
    return bool(elements) and all(_is_title(squeezed(element.text_content())) for element in elements)


def _is_title(words: str) -> bool:
    words = words.casefold().replace("’", "'")
    parts = (words, BEHIND.split(words)[0], BEFORE.split(words)[-1])
    return any(_titles().fullmatch(part.strip(ENDS)) for part in parts)


@cache
def _titles() -> re.Pattern[str]:
    """Any of the titles; a star stands for some words."""
    titles = (re.escape(title.casefold().strip(ENDS)) for title in lists("walls")["titles"])
    return re.compile("|".join(title.replace(r"\*", ".{0,60}") for title in titles))
