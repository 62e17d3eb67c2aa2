"""The regions of a page: its headline, what belongs to the article, and what stands beside it."""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from typing import Any

from ..words.wordlists import choice, wordlist
from .elements import WORDLESS, shown_words

BESIDE = frozenset({"aside", "nav", "form", "dialog"})
ASIDE = re.compile(
    rf"(?:(?:site|page|post|entry|article|main|block|js|c|l)[-_])?(?:{choice(wordlist('asides'))})", re.IGNORECASE
)
LATER = re.compile(r"modif|updat", re.IGNORECASE)
FIRST = re.compile(r"publi|entry-date|created", re.IGNORECASE)
HEADINGS = "//h1 | //h2 | //h3"


def article_region(tree: Any, titles: Sequence[str]) -> tuple[Any, Any]:
    """A copy of the page without what stands beside the article, and the headline in it; None where it has none.

    ``titles`` are what the page says its title is, the most telling first.
    """
    root = copy.deepcopy(tree)
    headline = headline_of(root, titles)
    for element in list(root.iter(*WORDLESS)):
        _drop(element)
    most = len(root.text_content()) / 2
    beside = [element for element in root.iter() if _is_beside(element) or _is_later(element)]
    for element in beside:
        if not _holds(element, headline) and len(element.text_content()) <= most:
            _drop(element)
    _drop_other_articles(root, headline)
    return root, headline


def headline_of(tree: Any, titles: Sequence[str]) -> Any:
    """The heading that says a title, else the last of the first rank; None where there is none."""
    heads = [head for head in tree.xpath(HEADINGS) if not is_logo(head)]
    said = {letters(shown_words(head)): head for head in reversed(heads)}
    alike = (said[words] for title in titles if (words := letters(title)) in said)
    first = [head for head in heads if head.tag == "h1" and head.text_content().strip()]
    return next(iter([*alike, *reversed(first)]), None)


def is_logo(head: Any) -> bool:
    """Whether a heading is the name of the site: it leads to the front page."""
    links = [*head.iter("a"), *head.iterancestors("a")]
    return any(re.fullmatch(r"(?:https?://[^/]{1,253})?/?(?:index\.\w{3,5})?", link.get("href") or "#") for link in links)


def letters(text: str) -> str:
    """The letters and digits of a text without case, by which two headlines are compared."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _is_beside(element: Any) -> bool:
    """Whether its name, class or id says that it stands beside an article."""
    if not isinstance(element.tag, str):
        return False
    if element.tag in BESIDE:
        return True
    if element.tag in {"html", "body", "main", "article"}:
        return False
    named = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    return any(ASIDE.match(name) for name in named)


def _is_later(element: Any) -> bool:
    """Whether it is marked as the day of a change, and not of publication too."""
    if not isinstance(element.tag, str) or element.tag == "meta" or (len(element) and element.tag not in {"time", "span"}):
        return False
    named = f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('property') or ''}"
    return bool(LATER.search(named)) and not FIRST.search(named)


def _drop_other_articles(root: Any, headline: Any) -> None:
    """Without the articles that hold neither the headline nor the longest text: they announce others."""
    articles = list(root.iter("article"))
    own = next((one for one in articles if _holds(one, headline)), None)
    if own is None:
        own = max(articles, key=lambda one: len(one.text_content()), default=None)
    for other in articles:
        if other is not own and not _holds(other, own):
            _drop(other)


def _holds(element: Any, inner: Any) -> bool:
    """Whether the one is the other, or around it."""
    return inner is not None and (element is inner or element in inner.iterancestors())


def _drop(element: Any) -> None:
    """Take an element out of its tree, the words behind it left; what is out already stays out."""
    if element.getparent() is not None:
        element.drop_tree()
