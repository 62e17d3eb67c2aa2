"""An export of WordPress (WXR): its published posts, each with the text that stands in the file; nothing is fetched."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from functools import partial
from typing import IO, Any

from ..found import SHORTEST, Found, Piece, Refused, refused
from ..page.authors import persons
from ..page.metatags import language
from ..web.urls import absolute
from ..words.escaping import bare, squeezed
from ..words.markup import unwrap
from ..words.moments import moment
from ..words.wordlists import lists
from .fragments import fragment
from .rows import digest
from .shortcodes import without_codes

NONE = Refused("the export has no published posts", "export them in WordPress under Tools, Export, Posts")
LOCKED = Refused("it is protected by a password", "publish it without one, and export it anew")
BROKEN = "export it anew"
OTHERS = "if they are articles, write post for it as wp:post_type in a copy of the file, and import that"
POST = "post"
SPACES = {"wordpress.org/export/": "wp:", "/rss/1.0/modules/content/": "content:", "/dc/elements/": "dc:"}
UNSORTED = frozenset(lists("wordpress")["unsorted"])
SYSTEMS = tuple(lists("wordpress")["systems"])
#: zones are so many seconds apart, and at most so many from Greenwich
QUARTER, FARTHEST = 15 * 60, 14 * 60 * 60
UNSOUND = bytes(n for n in range(32) if n not in b"\t\n\r")
BLANK = re.compile(r"\n[ \t\r]*\n")


@dataclass(frozen=True, slots=True)
class _Site:
    """What holds of all posts: ``authors`` are names by login, ``pictures`` addresses of files by number."""

    title: str
    lang: str
    authors: dict[str, str]
    pictures: dict[str, str]


class _Sound:
    """The bytes of a file without those that no XML may have and that posts bring along."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        """The next bytes; empty only at the end."""
        sound = b""
        while not sound and (data := self._stream.read(size)):
            sound = data.translate(None, UNSOUND)
        return sound


def posts(name: str, stream: IO[bytes]) -> Iterator[Piece]:
    """The published posts of an export, one after the other; then what else may be articles, a line for each type."""
    from lxml import etree  # type: ignore[import-untyped]

    site = _site(stream)
    stream.seek(0)
    types: Counter[str] = Counter()
    try:
        for item in _items(stream):
            kind = _type(item)
            types[kind] += 1
            if kind == POST:
                yield _piece(name, item, site)
    except (etree.XMLSyntaxError, OSError) as error:
        yield refused(name, Refused(f"the export breaks off ({error})", BROKEN))
        return
    others = sorted(types.keys() - {"", POST})
    for kind in others:
        yield refused(f"{name}#{kind}", Refused(f"{types[kind]} of the type {kind} passed over", OTHERS))
    if not types[POST] and not others:
        yield refused(name, NONE)


def _items(stream: IO[bytes]) -> Iterator[Any]:
    """The items of an export, each dropped when the next is asked for."""
    from lxml import etree

    events = etree.iterparse(_Sound(stream), resolve_entities=False, no_network=True, huge_tree=True)
    for _, element in events:
        if _tag(element) == "item":
            yield element
            element.clear()


def _site(stream: IO[bytes]) -> _Site:
    """What an export says of the whole site, as far as it can be read. Its pictures may stand behind the posts, which is why it
    is read twice.
    """
    from lxml import etree

    channel: Any = None
    authors, pictures = {}, {}
    with suppress(etree.XMLSyntaxError, OSError):
        for item in _items(stream):
            channel = item.getparent() if channel is None else channel
            fields = _fields(item)
            if url := fields.get("wp:attachment_url"):
                pictures[fields.get("wp:post_id", "")] = url
            if fields.get("wp:post_type") == "guest-author":
                authors[_login(fields.get("wp:post_name", ""))] = squeezed(fields.get("title", ""))
    if channel is None:
        return _Site("", "", {}, {})
    fields = _fields(channel)
    people = (_fields(child) for child in channel if _tag(child) == "wp:author")
    authors |= {one.get("wp:author_login", ""): squeezed(one.get("wp:author_display_name", "")) for one in people}
    return _Site(squeezed(fields.get("title", "")), language(fields.get("language", "")), authors, pictures)


def _type(item: Any) -> str:
    """The type of what is published, if that may be an article; else empty."""
    fields = _fields(item)
    kind = fields.get("wp:post_type", POST)
    if fields.get("wp:status") != "publish" or (kind != POST and kind.startswith(SYSTEMS)):
        return ""
    is_long = kind == POST or len(squeezed(bare(fragment(fields.get("content:encoded", "")).text))) >= SHORTEST
    return kind if is_long else ""


def _piece(name: str, item: Any, site: _Site) -> Piece:
    fields = _fields(item)
    content, link = fields.get("content:encoded", ""), absolute(fields.get("link", ""))
    called = f"{name}#{link or fields.get('wp:post_id', '')}"
    if fields.get("wp:post_password"):
        return refused(called, LOCKED)
    head = Found(
        title=unwrap(fields.get("title", "")),
        date=_date(fields),
        author=_author(item, site),
        source=site.title,
        url=link,
        lang=site.lang,
        tags=_tags(item),
        image=absolute(site.pictures.get(_picture(item), ""), link),
    )
    return Piece(called, digest(repr((head, content)).encode("utf-8", "replace")), partial(_article, head, content))


def _article(head: Found, content: str) -> Found:
    """The post with its text. WordPress keeps paragraphs as blank lines, as they were typed."""
    text, played = without_codes(content)
    found = fragment(BLANK.sub("<br><br>", text), head.url)
    return replace(head, text=found.text, left_out=(*found.left_out, *played))


def _date(fields: dict[str, str]) -> str:
    """When it was published, by the site's clock, with the zone that this is in."""
    local, gmt = moment(fields.get("wp:post_date", "")), moment(fields.get("wp:post_date_gmt", ""))
    if not local or not gmt:
        return local or moment(fields.get("pubDate", ""))
    here = datetime.fromisoformat(local)
    ahead = (here - datetime.fromisoformat(gmt)).total_seconds()
    if ahead % QUARTER or abs(ahead) > FARTHEST:
        return local
    return here.replace(tzinfo=timezone(timedelta(seconds=ahead))).isoformat()


def _author(item: Any, site: _Site) -> str:
    """Who wrote it: all whom a plugin for several authors names, else the one whom WordPress knows."""
    named = [squeezed(child.text or "") for child in _categories(item, "author")]
    logins = named or [_fields(item).get("dc:creator", "")]
    return persons((site.authors.get(login) or site.authors.get(_login(login)) or login for login in logins), site.title)


def _login(name: str) -> str:
    """A login without what the plugin Co-Authors Plus puts before it."""
    return name.removeprefix("cap-")


def _tags(item: Any) -> tuple[str, ...]:
    """The post's categories and tags."""
    named = (unwrap(child.text or "") for child in _categories(item, "category", "post_tag"))
    return tuple(dict.fromkeys(tag for tag in named if tag and tag.casefold() not in UNSORTED))


def _categories(item: Any, *domains: str) -> list[Any]:
    return [child for child in item if _tag(child) == "category" and child.get("domain") in domains]


def _picture(item: Any) -> str:
    """The number of the file that is the post's picture."""
    notes = (_fields(child) for child in item if _tag(child) == "wp:postmeta")
    return next((note.get("wp:meta_value", "") for note in notes if note.get("wp:meta_key") == "_thumbnail_id"), "")


def _fields(element: Any) -> dict[str, str]:
    """The words of an element's children by their names; of several of one name, the first."""
    return {_tag(child): (child.text or "").strip() for child in reversed(element)}


def _tag(element: Any) -> str:
    """The name of an element, whatever the version of the export."""
    if not isinstance(element.tag, str):
        return ""
    space, _, name = element.tag.rpartition("}")
    if space.endswith("excerpt/"):
        return f"excerpt:{name}"
    return next((prefix for part, prefix in SPACES.items() if part in space), "") + str(name)
