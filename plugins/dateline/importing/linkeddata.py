"""What a page says of its article in JSON-LD (schema.org)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from typing import Any

from .authors import persons
from .escaping import squeezed
from .found import Found
from .headlines import agree
from .markup import unwrap
from .moments import moment
from .urls import absolute, same

KIND = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report|\w*NewsArticle)")
COMMENT = re.compile(r"^\s*(?:<!--|<!\[CDATA\[|//\s*<!\[CDATA\[)|(?:-->|\]\]>)\s*$")
#: tags that programs set for programs: section:world
MACHINE = re.compile(r"[\w-]+:\S")
#: fields of one string
FIELD = re.compile(r'"(@type|headline|datePublished|dateCreated)"\s{0,9}:\s{0,9}"((?:[^"\\\n]|\\.){1,300})"')
DEPTH = 12


def articles(tree: Any, urls: Iterable[str], titles: Sequence[str]) -> list[dict[str, Any]]:
    """The nodes of the page's article: those with its address or its headline; where there are none, the first that is not
    said to be of another page.
    """
    nodes = list(_nodes(tree))
    known = {str(n["@id"]): n for n in nodes if "@id" in n and len(n) > 1}
    found = [n for n in nodes if any(KIND.fullmatch(k) for k in _words(n.get("@type")))]
    own = {same(url) for url in urls if url}
    here = [n for n in found if own & {same(u) for u in _addresses(n)}]
    alike = [n for n in found if any(agree(title, _title(n)) for title in titles)]
    best = [*here, *(n for n in alike if n not in here)] or [n for n in found if not own or not _is_elsewhere(n)][:1]
    return [{key: _resolved(value, known) for key, value in node.items()} for node in best]


def told(nodes: Sequence[dict[str, Any]], url: str) -> Found:
    """What these nodes say together, the first before the others."""
    return reduce(Found.completed, (_told(node, url) for node in nodes), Found())


def is_closed(nodes: Sequence[dict[str, Any]]) -> bool:
    """Whether they say that only those who pay may read it."""
    free = (node.get("isAccessibleForFree") for node in nodes)
    return any(str(_word(value, str(value))).lower().endswith("false") for value in free)


def _told(node: dict[str, Any], url: str) -> Found:
    image = _first(node.get("image"))
    publisher = next(iter(_names(node.get("publisher")) or _names(node.get("sourceOrganization"))), "")
    return Found(
        title=_title(node),
        date=moment(_word(node.get("datePublished")) or _word(node.get("dateCreated"))),
        author=_authors(node.get("author"), publisher) or _authors(node.get("creator"), publisher),
        source=publisher,
        lang=next(iter(_names(node.get("inLanguage"))), ""),
        tags=tuple(dict.fromkeys([*tags_in(_each(node.get("articleSection"))), *tags_in(_each(node.get("keywords")))])),
        image=absolute(_word(image.get("contentUrl")) or _word(image.get("url")) or _word(image.get("@id")), url),
        image_credit=unwrap(_word(image.get("creditText"))) or ", ".join(_credits(image)),
    )


def tags_in(values: Sequence[str]) -> list[str]:
    """The tags in these values: each is one, unless there is one value alone, which may be a list of them."""
    plain = [unwrap(value) for value in values]
    parts = re.split(r"[,;]", plain[0]) if len(plain) == 1 else plain
    return list(dict.fromkeys(tag for part in parts if (tag := squeezed(part)) and not MACHINE.match(tag)))


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            yield from _within(_data(COMMENT.sub("", COMMENT.sub("", script.text or ""))), 0)


def _data(text: str) -> Any:
    """What the text says; of one that is no JSON the fields that can be read."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        fields = {found[1]: unwrap(found[2].replace('\\"', '"')) for found in reversed(list(FIELD.finditer(text)))}
        return fields if "@type" in fields else {}


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


def _is_elsewhere(node: dict[str, Any]) -> bool:
    """Whether it has addresses, of which one is a page of the web: those of another page, then."""
    return any(u.startswith("http") for u in _addresses(node))


def _title(node: dict[str, Any]) -> str:
    return unwrap(_word(node.get("headline"))) or unwrap(_word(node.get("name")))


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


def _each(value: Any) -> list[str]:
    """The strings in a value, or the names of the nodes in it, of which one may have several."""
    each = value if isinstance(value, list) else [value]
    named = ((v.get("name") or v.get("alternateName")) if isinstance(v, dict) else v for v in each)
    return [word for v in named for word in _words(v)]


def _names(value: Any) -> list[str]:
    """The names of these persons or bodies; addresses of them are no names."""
    return [name for name in dict.fromkeys(map(unwrap, _each(value))) if name and "://" not in name]


def _authors(value: Any, publisher: str) -> str:
    """The persons among the authors; the body that publishes it is none."""
    each = value if isinstance(value, list) else [value]
    bodies = {name for v in each if isinstance(v, dict) and "Person" not in _words(v.get("@type")) for name in _names(v)}
    return persons((name for name in _names(value) if name != publisher or name not in bodies), publisher)


def _credits(image: dict[str, Any]) -> list[str]:
    return next(
        (names for key in ("creator", "author", "copyrightHolder", "provider") if (names := _names(image.get(key)))), []
    )
