"""Pages that stand before an article: a check for robots, a request for consent. They are not it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from .escaping import squeezed
from .urls import same

#: a site's name behind a title
PARTS = re.compile(r" [|–—·:-] ")
ENDS = " .…?!"
#: what tells an article, and no such page has
ARTICLE = "//article|//time|//meta[starts-with(@property, 'article:')]|//script[contains(@type, 'ld+json')]"
#: characters that such a page shows at most; an article of this title shows more
LONGEST = 4_000


def is_wall(tree: Any, text: str, url: str) -> bool:
    """Whether the page is such a one, by its host, its markup, or a title of few words over little text."""
    lists = _lists()
    if same(url).split("/")[0] in lists["hosts"] or any(mark in text for mark in lists["marks"]):
        return True
    if tree.xpath(ARTICLE) or _length(tree) > LONGEST:
        return False
    return any(_is_title(squeezed(element.text_content())) for element in tree.xpath("//title|//h1"))


def _is_title(words: str) -> bool:
    words = words.casefold().replace("’", "'")
    return any(part.strip(ENDS) in _titles() for part in (words, PARTS.split(words)[0]))


def _length(tree: Any) -> int:
    """How many characters the page shows."""
    shown = tree.xpath("//body//text()[not(parent::script or parent::style or parent::noscript)]")
    return len(squeezed(" ".join(shown)))


@cache
def _lists() -> dict[str, list[str]]:
    read: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("walls.yaml").read_text(encoding="utf-8"))
    return read


@cache
def _titles() -> frozenset[str]:
    return frozenset(title.strip(ENDS) for title in _lists()["titles"])
