"""What a page says of its article in its head, outside JSON-LD: Open Graph, meta tags, links, and the language of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .escaping import squeezed
from .found import Found
from .moments import moment
from .urls import absolute

DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "citation_publication_date",
    "pubdate", "publishdate", "publish-date", "date",
)  # fmt: skip
CREDITS = ("og:image:credit", "image:credit", "image_credit", "image-credit", "twitter:image:credit")
CAPTION = re.compile(
    r"(?:^|[\s(\[/|])(?:photos?|foto|picture|image|credit|bild)(?:\s*(?:credit|by))?\s*[:/]\s*([^()\[\]|]{2,80})", re.IGNORECASE
)
CREDIT_CLASS = re.compile(r"credit|copyright", re.IGNORECASE)
SUBTAG = re.compile(r"[a-z]{2,3}")


def told(tree: Any, url: str) -> Found:
    """What the head of the page says, and the credit below the first picture."""
    tags = tags_of(tree)
    own = _canonical(tree, tags, url)
    return Found(
        title=squeezed(_of(tags, "og:title", "twitter:title", "headline")),
        date=_date(tags, tree),
        author=", ".join(dict.fromkeys(squeezed(a) for a in tags.get("author", []) if "://" not in a)),
        source=squeezed(_of(tags, "og:site_name", "application-name")),
        url=own,
        lang=_lang(tree, tags),
        tags=_tags(tags),
        image=absolute(_of(tags, "og:image:secure_url", "og:image:url", "og:image", "twitter:image"), url or own),
        image_credit=squeezed(_of(tags, *CREDITS)) or _caption(tree),
    )


def is_closed(tree: Any) -> bool:
    """Whether meta tags or microdata say that only those who pay may read it."""
    tags = tags_of(tree)
    return _of(tags, "article:content_tier").lower() == "locked" or _of(tags, "isaccessibleforfree").lower() == "false"


def tags_of(tree: Any) -> dict[str, list[str]]:
    """The contents of the page's meta tags by property, name or itemprop, in lower case."""
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        if key and meta.get("content"):
            found.setdefault(key, []).append(meta.get("content"))
    return found


def language(tag: str) -> str:
    """The language of a tag, without country and script: en of en-GB."""
    found = SUBTAG.match(tag.strip().lower())
    return found[0] if found else ""


def _of(tags: dict[str, list[str]], *names: str) -> str:
    return next((tags[name][0] for name in names if name in tags), "")


def _date(tags: dict[str, list[str]], tree: Any) -> str:
    """The day of publication, to the second where the page says so."""
    marked = (
        e.get("datetime") or e.get("content") or "" for e in tree.xpath('//*[@itemprop="datePublished"]|//time[@pubdate]')
    )
    told = (moment(value) for value in [*(_of(tags, name) for name in DATES), *marked])
    return next(filter(None, told), "")


def _canonical(tree: Any, tags: dict[str, list[str]], url: str) -> str:
    """The page's own address: as it says itself, unless that is the front page of a host."""
    links = (e.get("href") or "" for e in tree.iter("link") if "canonical" in (e.get("rel") or "").lower().split())
    said = next(filter(None, (absolute(link, url) for link in [*links, _of(tags, "og:url")] if link)), "")
    return said if re.match(r"https?://[^/]+/[^/?]", said) or re.match(r"https?://[^/]+/?\?.", said) else ""


def _lang(tree: Any, tags: dict[str, list[str]]) -> str:
    root = tree.getroottree().getroot()
    own = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang") or ""
    return language(own) or language(_of(tags, "og:locale", "content-language", "language", "dc.language", "inlanguage"))


def _tags(tags: dict[str, list[str]]) -> tuple[str, ...]:
    named = [
        *tags.get("article:section", []),
        *tags.get("article:tag", []),
        *tags.get("keywords", []),
        *tags.get("news_keywords", []),
    ]
    return tuple(dict.fromkeys(tag for value in named for part in value.split(",") if (tag := squeezed(part))))


def _caption(tree: Any) -> str:
    return next(_credits(tree), "")


def _credits(tree: Any) -> Iterator[str]:
    """Who took the pictures, as their captions say."""
    for caption in tree.iter("figcaption"):
        for part in caption.iter():
            if isinstance(part.tag, str) and CREDIT_CLASS.search(part.get("class") or ""):
                yield re.sub(
                    r"^(?:photo|credit|image)\s*(?:by|credit)?\s*:\s*", "", squeezed(part.text_content()), flags=re.IGNORECASE
                )
        if found := CAPTION.search(squeezed(caption.text_content())):
            yield found[1].strip(" .")
