"""An export of WordPress (WXR): its published posts, each with the text that stands in the file; nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from functools import partial
from typing import IO, Any

from .authors import persons
from .escaping import squeezed
from .found import Found, Piece, Refused, refused
from .markup import unwrap
from .metatags import language
from .moments import moment
from .pages import fragment, media_of
from .rows import digest
from .shortcodes import without_codes
from .urls import absolute

NONE = Refused("the export has no published posts", "export them in WordPress under Tools, Export, Posts")
LOCKED = Refused("it is protected by a password", "publish it without one, and export it anew")
BROKEN = "export it anew"
SPACES = {"wordpress.org/export/": "wp:", "/rss/1.0/modules/content/": "content:", "/dc/elements/": "dc:"}
#: the category of what has none
UNSORTED = "uncategorized"
#: zones are so many seconds apart, and at most so many from Greenwich
QUARTER, FARTHEST = 15 * 60, 14 * 60 * 60
UNSOUND = bytes(n for n in range(32) if n not in b"\t\n\r")
BLANK = re.compile(r"\n[ \t\r]*\n")


@dataclass(frozen=True, slots=True)
class _Site:
    """What holds of all posts: ``authors`` are names by login."""

    title: str
    lang: str
    authors: dict[str, str]


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
    """The published posts of an export, one after the other."""
    from lxml import etree  # type: ignore[import-untyped]

    site, found = _Site("", "", {}), False
    source = _Sound(stream)
    events = etree.iterparse(source, ("start", "end"), resolve_entities=False, no_network=True, huge_tree=True)
    try:
        for event, element in events:
            tag = _tag(element)
            if event == "start" and tag == "item" and not site.title:
                site = _site(element.getparent())
            elif event == "end" and tag == "item":
                if _is_post(element):
                    found = True
                    yield _piece(name, element, site)
                element.clear()
    except (etree.XMLSyntaxError, OSError) as error:
        yield refused(name, Refused(f"the export breaks off ({error})", BROKEN))
        return
    if not found:
        yield refused(name, NONE)


def _site(channel: Any) -> _Site:
    fields = _fields(channel)
    people = (_fields(child) for child in channel if _tag(child) == "wp:author")
    authors = {one.get("wp:author_login", ""): squeezed(one.get("wp:author_display_name", "")) for one in people}
    return _Site(squeezed(fields.get("title", "")), language(fields.get("language", "")), authors)


def _is_post(item: Any) -> bool:
    fields = _fields(item)
    return fields.get("wp:status") == "publish" and fields.get("wp:post_type", "post") == "post"


def _piece(name: str, item: Any, site: _Site) -> Piece:
    fields = _fields(item)
    content, link = fields.get("content:encoded", ""), absolute(fields.get("link", ""))
    called = f"{name}#{link or fields.get('wp:post_id', '')}"
    if fields.get("wp:post_password"):
        return refused(called, LOCKED)
    head = Found(
        title=unwrap(fields.get("title", "")),
        date=_date(fields),
        author=_author(fields.get("dc:creator", ""), site),
        source=site.title,
        url=link,
        lang=site.lang,
        tags=_tags(item),
    )
    return Piece(called, digest(repr((head, content)).encode("utf-8", "replace")), partial(_article, head, content))


def _article(head: Found, content: str) -> Found:
    """The post with its text. WordPress keeps paragraphs as blank lines, as they were typed."""
    text, played = without_codes(content)
    html = BLANK.sub("<br><br>", text)
    return replace(head, text=fragment(html, head.url), left_out=(*media_of(html, head.url), *played))


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


def _author(login: str, site: _Site) -> str:
    """The author's name, where it is a person's."""
    return persons([site.authors.get(login) or login], site.title)


def _tags(item: Any) -> tuple[str, ...]:
    """The post's categories and tags."""
    found = [child for child in item if _tag(child) == "category" and child.get("nicename") != UNSORTED]
    kinds = [child for child in found if child.get("domain") in {"category", "post_tag"}]
    return tuple(dict.fromkeys(filter(None, (unwrap(child.text or "") for child in kinds))))


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
