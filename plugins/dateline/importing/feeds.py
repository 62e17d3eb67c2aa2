"""Feeds (RSS, Atom): their entries, each with the address of its page and what the feed itself has of it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from .escaping import squeezed
from .found import Found, Refused
from .mending import mended
from .metatags import language
from .moments import moment
from .pages import fragment
from .urls import absolute


def entries(data: bytes, url: str = "", charset: str = "") -> Iterator[Found]:
    """What a feed has of each entry; ``url`` is the page's address, ``text`` is empty where the feed has only a summary.
    Raises Refused.
    """
    import feedparser  # type: ignore[import-untyped]

    kind = f"application/xml; charset={charset}" if charset else "application/xml"
    headers = {"content-location": url, "content-type": kind} if url or charset else {}
    read = feedparser.parse(io.BytesIO(data), response_headers=headers)
    if not read.entries:
        broken = f" ({read.bozo_exception})" if read.get("bozo") else ""
        raise Refused(f"the feed has no entries{broken}", "look at it in a browser")
    for entry in read.entries:
        yield _entry(entry, read.feed, url)


def _entry(entry: Any, feed: Any, url: str) -> Found:
    link = absolute(entry.get("link") or "", url)
    date = entry.get("published") or entry.get("created") or entry.get("updated") or ""
    return Found(
        title=_plain(entry.get("title") or ""),
        date=moment(date),
        author=squeezed(entry.get("author") or ""),
        source=_plain(entry.get("source", {}).get("title") or feed.get("title") or ""),
        url=link,
        lang=language(_language(entry) or feed.get("language") or ""),
        tags=tuple(
            dict.fromkeys(tag for t in entry.get("tags", []) if (tag := squeezed(t.get("label") or t.get("term") or "")))
        ),
        image=absolute(
            next((m.get("url") or "" for m in entry.get("media_content", []) if m.get("medium") == "image"), ""), link
        ),
        text=_content(entry, link or url),
    )


def _content(entry: Any, url: str) -> str:
    """The longest text that the entry has, its summary if that is all."""
    texts = [fragment(c.get("value") or "", url) for c in [*entry.get("content", []), {"value": entry.get("summary")}]]
    return max(texts, key=len, default="")


def _language(entry: Any) -> str:
    return next((c.get("language") or "" for c in entry.get("content", [])), "")


def _plain(text: str) -> str:
    """A title without its markup."""
    from .escaping import bare

    text = mended(text)
    return squeezed(bare(fragment(text))) if "<" in text or "&" in text else squeezed(text)
