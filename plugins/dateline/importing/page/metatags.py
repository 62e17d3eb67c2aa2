"""What a page says of its article in its head, outside JSON-LD: Open Graph, meta tags, links, and the language of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..found import Found
from ..web.urls import absolute
from ..words.escaping import squeezed
from ..words.markup import unwrap
from ..words.moments import moment
from .authors import persons
from .linkeddata import tags_in

DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "dc.date.issued", "dcterms.issued", "dc.date", "dc:date", "dcterms.date", "citation_publication_date",
    "article:published", "article:post_date", "og:published_time", "published_time", "published_date", "publication_date",
    "date_published", "publish_date", "publishdate", "publish-date", "pubdate", "bt:pubdate", "rnews:datepublished",
    "cxenseparse:recs:publishtime", "originalpublicationdate", "citation_date", "displaydate", "dateposted", "datecreated",
    "dc.created", "dc.date.created", "dcterms.created", "article.published", "article.created", "date_created", "created",
    "date",
)  # fmt: skip
AUTHORS = (
    "author", "authors", "byl", "dc.creator", "dc:creator", "dcterms.creator", "citation_author", "parsely-author",
    "sailthru.author", "article:author", "creator",
)  # fmt: skip
CREDITS = ("og:image:credit", "image:credit", "image_credit", "image-credit", "twitter:image:credit")
CAPTION = re.compile(
    r"(?:^|[\s(\[/|])"
    r"(?:(?:photos?|foto|picture|image|credit|bild)(?:\s*(?:credit|by))?\s*[:/]\s*|(?:photo|picture|image)s? by\s+)"
    r"([^()\[\]|]{2,80})",
    re.IGNORECASE,
)
CREDIT_CLASS = re.compile(r"credit|copyright", re.IGNORECASE)
SUBTAG = re.compile(r"[a-z]{2,3}")


def told(tree: Any, url: str) -> Found:
    """What the head of the page says, and the credit below the first picture."""
    tags = tags_of(tree)
    own = _canonical(tree, tags, url)
    source = _of(tags, "og:site_name", "application-name")
    return Found(
        title=title(tree),
        date=next(iter(_moments(tags)), ""),
        author=_author(tags, source),
        source=source,
        url=own,
        lang=_lang(tree, tags),
        tags=_tags(tags),
        image=absolute(_of(tags, "og:image:secure_url", "og:image:url", "og:image", "twitter:image"), url or own),
        image_credit=_of(tags, *CREDITS) or _caption(tree),
    )


def title(tree: Any) -> str:
    """The title that the meta tags tell."""
    return _of(tags_of(tree), "og:title", "twitter:title", "headline")


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


def locale(tree: Any) -> str:
    """The language of the page with its country, as it says: en-GB."""
    named = _of(tags_of(tree), "og:locale").replace("_", "-")
    own = _root_language(tree)
    return named if named.lower().startswith(f"{own.lower()}-") else own or named


def _of(tags: dict[str, list[str]], *names: str) -> str:
    """The words of the first of these tags that has some."""
    return next(filter(None, (unwrap(value) for name in names for value in tags.get(name, []))), "")


def _moments(tags: dict[str, list[str]]) -> Iterator[str]:
    """The moments of publication, the most telling first."""
    return filter(None, (moment(value) for name in DATES for value in tags.get(name, [])))


def _author(tags: dict[str, list[str]], source: str) -> str:
    """The authors that the first of the tags for them names; all of that tag."""
    named = (persons(map(unwrap, tags[name]), source) for name in AUTHORS if name in tags)
    return next(filter(None, named), "")


def _canonical(tree: Any, tags: dict[str, list[str]], url: str) -> str:
    """The page's own address: as it says itself, unless that is the front page of a host."""
    links = (e.get("href") or "" for e in tree.iter("link") if "canonical" in (e.get("rel") or "").lower().split())
    said = next(filter(None, (absolute(link, url) for link in [*links, _of(tags, "og:url")] if link)), "")
    return said if re.match(r"https?://[^/]+/[^/?]", said) or re.match(r"https?://[^/]+/?\?.", said) else ""


def _lang(tree: Any, tags: dict[str, list[str]]) -> str:
    own = _root_language(tree)
    return language(own) or language(_of(tags, "og:locale", "content-language", "language", "dc.language", "inlanguage"))


def _root_language(tree: Any) -> str:
    root = tree.getroottree().getroot()
    return root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang") or ""


def _tags(tags: dict[str, list[str]]) -> tuple[str, ...]:
    named = (tags_in(tags.get(name, [])) for name in ("article:section", "article:tag", "keywords", "news_keywords"))
    return tuple(dict.fromkeys(tag for each in named for tag in each))


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
