"""What a page says of its article in JSON-LD (schema.org)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import reduce
from typing import Any

from ..found import Found
from ..web.urls import absolute, same
from ..words.escaping import squeezed
from ..words.markup import unwrap
from ..words.moments import moment
from .authors import persons
from .headlines import agree

KIND = re.compile(r"(?:\w{0,40}Article|BlogPosting|LiveBlogPosting|Report)")
PAGE = re.compile(r"WebPage|ItemPage")
COMMENT = re.compile(r"^\s*(?:<!--|<!\[CDATA\[|//\s*<!\[CDATA\[)|(?:-->|\]\]>)\s*$")
#: tags that programs set for programs: section:world
MACHINE = re.compile(
    r"(?:article|author|category|channel|content|format|layout|page|section|series|source|tag|template|tone|topic|type):\S"
    r"|[A-Z]{2,12}:[A-Z]"
)
#: fields of one string
FIELD = re.compile(r'"(@type|headline|datePublished|dateCreated)"\s{0,9}:\s{0,9}"((?:[^"\\\n]|\\.){1,300})"')
DEPTH = 12


@dataclass(frozen=True, slots=True)
class Data:
    """The nodes of a page: those of its article, and those that neither address nor headline make its own."""

    own: tuple[dict[str, Any], ...]
    doubtful: tuple[dict[str, Any], ...]


def data_of(tree: Any, urls: Iterable[str], titles: Sequence[str]) -> Data:
    """The nodes of the page's article: those with its address or its headline, and the day of the page itself; where there
    are none, the first that is not said to be of another page, which is doubtful if it has another headline.
    """
    nodes = list(_nodes(tree))
    known = {str(n["@id"]): n for n in nodes if "@id" in n and len(n) > 1}
    own = {same(url) for url in urls if url}
    found = [n for n in nodes if _is_of(KIND, n)]
    here = [n for n in found if own & {same(u) for u in _addresses(n)}]
    alike = [n for n in found if n not in here and _is_titled(n, titles)]
    rest = [n for n in found if not _is_elsewhere(n)][:1] if not here and not alike else []
    untitled = [n for n in rest if not _title(n)]
    pages = [n for n in nodes if _is_of(PAGE, n) and (own & {same(u) for u in _addresses(n)} or _is_titled(n, titles))]
    days = [{"datePublished": n.get("datePublished")} for n in pages]
    return Data(
        tuple(_whole(n, known) for n in [*here, *alike, *untitled, *days]),
        tuple(_whole(n, known) for n in rest if n not in untitled),
    )


def told(nodes: Sequence[dict[str, Any]], url: str) -> Found:
    """What these nodes say together, the first before the others."""
    return reduce(Found.completed, (_told(node, url) for node in nodes), Found())


def bodies(nodes: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    """The authors that are no persons: ministries, papers, agencies."""
    each = ((node, key) for node in nodes for key in ("author", "creator"))
    return tuple(dict.fromkeys(name for node, key in each for name in _bodies(node.get(key), _publisher(node))))


def is_closed(nodes: Sequence[dict[str, Any]]) -> bool:
    """Whether they say that only those who pay may read it."""
    free = (node.get("isAccessibleForFree") for node in nodes)
    return any(str(_word(value, str(value))).lower().endswith("false") for value in free)


def _told(node: dict[str, Any], url: str) -> Found:
    image = _first(node.get("image"))
    publisher = _publisher(node)
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
    """What the text says, or says once its entities are decoded; of one that is no JSON the fields that can be read."""
    for plain in (text, html.unescape(text)):
        with suppress(ValueError, RecursionError):
            return json.loads(plain, strict=False)
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


def _is_of(kind: re.Pattern[str], node: dict[str, Any]) -> bool:
    return any(kind.fullmatch(word) for word in _words(node.get("@type")))


def _is_titled(node: dict[str, Any], titles: Sequence[str]) -> bool:
    return any(agree(title, _title(node)) for title in titles)


def _whole(node: dict[str, Any], known: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The node, with what it names by id in its place."""
    return {key: _resolved(value, known) for key, value in node.items()}


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


def _publisher(node: dict[str, Any]) -> str:
    return next(iter(_names(node.get("publisher")) or _names(node.get("sourceOrganization"))), "")


def _each(value: Any) -> list[str]:
    """The strings in a value, or the names of the nodes in it, of which one may have several."""
    each = value if isinstance(value, list) else [value]
    named = ((v.get("name") or v.get("alternateName")) if isinstance(v, dict) else v for v in each)
    return [word for v in named for word in _words(v)]


def _names(value: Any) -> list[str]:
    """The names of these persons or bodies; addresses of them are no names."""
    return [name for name in dict.fromkeys(map(unwrap, _each(value))) if name and "://" not in name]


def _authors(value: Any, publisher: str) -> str:
    """The persons among the authors."""
    bodies = _bodies(value, publisher)
    return persons((name for name in _names(value) if name not in bodies), publisher)


def _bodies(value: Any, publisher: str) -> list[str]:
    """The authors that are no persons: what the data say of them, or that they are the publisher."""
    each = [v for v in (value if isinstance(value, list) else [value]) if isinstance(v, dict)]
    others = [v for v in each if "Person" not in _words(v.get("@type"))]
    return [name for v in others for name in _names(v) if v.get("@type") or name == publisher]


def _credits(image: dict[str, Any]) -> list[str]:
    return next(
        (names for key in ("creator", "author", "copyrightHolder", "provider") if (names := _names(image.get(key)))), []
    )
