"""What a page says of its article in JSON-LD (schema.org)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from .escaping import squeezed
from .found import Found
from .moments import moment
from .urls import absolute, same

KIND = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report|\w*NewsArticle)")
COMMENT = re.compile(r"^\s*(?:<!--|<!\[CDATA\[|//\s*<!\[CDATA\[)|(?:-->|\]\]>)\s*$")
DEPTH = 12


def article(tree: Any, url: str) -> dict[str, Any]:
    """The node of the page's article: the one with the page's address, else the first; empty where there is none."""
    nodes = list(_nodes(tree))
    known = {str(n["@id"]): n for n in nodes if "@id" in n and len(n) > 1}
    found = [n for n in nodes if any(KIND.fullmatch(k) for k in _words(n.get("@type")))]
    here = [n for n in found if url and same(url) in {same(u) for u in _addresses(n)}]
    best = next(iter(here or found), {})
    return {key: _resolved(value, known) for key, value in best.items()}


def told(node: dict[str, Any], url: str) -> Found:
    """What this node says."""
    image = _first(node.get("image"))
    return Found(
        title=squeezed(_word(node.get("headline")) or _word(node.get("name"))),
        date=moment(_word(node.get("datePublished")) or _word(node.get("dateCreated"))),
        author=", ".join(_names(node.get("author")) or _names(node.get("creator"))),
        source=next(iter(_names(node.get("publisher")) or _names(node.get("sourceOrganization"))), ""),
        lang=next(iter(_names(node.get("inLanguage"))), ""),
        tags=tuple(dict.fromkeys([*_tags(node.get("articleSection")), *_tags(node.get("keywords"))])),
        image=absolute(_word(image.get("contentUrl")) or _word(image.get("url")) or _word(image.get("@id")), url),
        image_credit=squeezed(_word(image.get("creditText")) or ", ".join(_credits(image))),
    )


def is_closed(node: dict[str, Any]) -> bool:
    """Whether it says that only those who pay may read it."""
    return str(_word(node.get("isAccessibleForFree"), str(node.get("isAccessibleForFree")))).lower().endswith("false")


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            try:
                yield from _within(json.loads(COMMENT.sub("", COMMENT.sub("", script.text or "")), strict=False), 0)
            except (ValueError, RecursionError):
                continue


def _within(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The nodes in the data, the outermost first."""
    if depth > DEPTH:
        return
    if isinstance(data, dict):
        yield data
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        if isinstance(value, dict | list):
            yield from _within(value, depth + 1)


def _addresses(node: dict[str, Any]) -> Iterator[str]:
    for key in ("url", "@id", "mainEntityOfPage"):
        value = node.get(key)
        yield from (str(v) for v in ([value.get("@id"), value.get("url")] if isinstance(value, dict) else [value]) if v)


def _resolved(value: Any, known: dict[str, dict[str, Any]]) -> Any:
    """The value, with nodes that are named by their id alone replaced by what is said of them."""
    if isinstance(value, list):
        return [_resolved(v, known) for v in value]
    if isinstance(value, dict) and set(value) == {"@id"}:
        return known.get(str(value["@id"]), value)
    return value


def _first(value: Any) -> dict[str, Any]:
    """The first image, as a node."""
    first = next(iter(value), None) if isinstance(value, list) else value
    return first if isinstance(first, dict) else {"url": first}


def _word(value: Any, otherwise: str = "") -> str:
    first = next(iter(value), None) if isinstance(value, list) else value
    return first if isinstance(first, str) else otherwise


def _words(value: Any) -> list[str]:
    return [v for v in (value if isinstance(value, list) else [value]) if isinstance(v, str)]


def _names(value: Any) -> list[str]:
    """The names of these persons or bodies; addresses of them are no names."""
    each = value if isinstance(value, list) else [value]
    names = (_word(v.get("name")) or _word(v.get("alternateName")) if isinstance(v, dict) else v for v in each)
    return list(dict.fromkeys(squeezed(n) for n in names if isinstance(n, str) and n.strip() and "://" not in n))


def _tags(value: Any) -> list[str]:
    each = value if isinstance(value, list) else [value]
    named = (v.get("name") if isinstance(v, dict) else v for v in each)
    return [
        tag for v in named if isinstance(v, str) for part in re.split(r"[,;]", v) if (tag := squeezed(part)) and ":" not in tag
    ]


def _credits(image: dict[str, Any]) -> list[str]:
    return next(
        (names for key in ("creator", "author", "copyrightHolder", "provider") if (names := _names(image.get(key)))), []
    )
