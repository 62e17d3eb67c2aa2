"""Feeds (RSS, Atom): their entries, each with the address of its page and what the feed itself has of it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from ..found import Found, Refused
from ..page.authors import persons
from ..page.metatags import language
from ..web.urls import absolute, is_url
from ..words.escaping import squeezed
from ..words.markup import decode_entities, unwrap
from ..words.mending import mended
from ..words.moments import moment
from .fragments import fragment

#: the end of an address that feedparser left in a name, and what it made of an address in brackets
BROKEN = re.compile(r"^[a-z]{1,20}(?:$| \()")

#: by which tags Blogger tells what an entry is
KIND = "http://schemas.google.com/g/2005#kind"


def entries(data: bytes, url: str = "", charset: str = "") -> Iterator[Found]:
    """What a feed has of each entry; ``url`` is the page's address, ``text`` is empty where the feed has only a summary.
    Raises Refused.
    """
    import feedparser  # type: ignore[import-untyped]

    kind = f"application/xml; charset={charset}" if charset else "application/xml"
    headers = {"content-location": url, "content-type": kind} if url or charset else {}
    read = feedparser.parse(io.BytesIO(data), response_headers=headers, sanitize_html=False)
    if not read.entries:
        broken = f" ({read.bozo_exception})" if read.get("bozo") else ""
        raise Refused(f"the feed has no entries{broken}", "look at it in a browser")
    yield from (_entry(entry, read.feed, url) for entry in read.entries if _is_article(entry))


def _is_article(entry: Any) -> bool:
    """Whether it is none of what an export of Blogger has beside its published posts; a reply is a comment anywhere."""
    kinds = [tag.get("term") or "" for tag in entry.get("tags", []) if tag.get("scheme") == KIND]
    post = entry.get("blogger_type", "POST") == "POST" and all(kind.endswith("#post") for kind in kinds)
    draft = entry.get("app_draft") == "yes" or entry.get("blogger_status", "LIVE") != "LIVE"
    return post and not draft and "thr_in-reply-to" not in entry


def _entry(entry: Any, feed: Any, url: str) -> Found:
    link = absolute(entry.get("link") or "", url)
    source = _title(entry.get("source", {})) or _title(feed)
    date = entry.get("published") or entry.get("created") or entry.get("updated") or ""
    return Found(
        title=_title(entry),
        date=moment(date),
        author=persons(map(unwrap, _authors(entry)), source),
        source=source,
        url=link,
        lang=language(_language(entry) or feed.get("language") or ""),
        tags=_tags(entry),
        image=absolute(
            next((m.get("url") or "" for m in entry.get("media_content", []) if m.get("medium") == "image"), ""), link
        ),
    ).completed(_content(entry, link or url))


def _content(entry: Any, url: str) -> Found:
    """The longest text that the entry has, its summary if that is all."""
    values = [content.get("value") for content in entry.get("content", [])]
    texts = [fragment(value or "", url) for value in [*values, entry.get("summary")]]
    return max(texts, key=lambda found: len(found.text))


def _tags(entry: Any) -> tuple[str, ...]:
    """The entry's tags; addresses are those of programs."""
    words = (unwrap(tag.get("label") or tag.get("term") or "") for tag in entry.get("tags", []))
    return tuple(dict.fromkeys(word for word in words if word and not is_url(word)))


def _language(entry: Any) -> str:
    return next((c.get("language") or "" for c in entry.get("content", [])), "")


def _title(holder: Any) -> str:
    """The title of a feed or an entry; where its kind is plain text, tags are words about tags."""
    title = mended(holder.get("title") or "")
    plain = holder.get("title_detail", {}).get("type") == "text/plain"
    return squeezed(decode_entities(title)) if plain else unwrap(title)


def _authors(entry: Any) -> Iterator[str]:
    """All who are named: feedparser takes addresses apart, of the last author it keeps the whole too."""
    details = entry.get("authors", [])
    for number, detail in enumerate(details, 1):
        name = entry.get("author") if number == len(details) else detail.get("name")
        yield BROKEN.sub("", name or "") if detail.get("email") else name or ""
