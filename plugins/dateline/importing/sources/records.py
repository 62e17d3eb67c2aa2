"""Records of an archive, as JSON lines or tables have them: fields by their usual names, each record an article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..found import Found, Refused
from ..page.authors import persons
from ..page.metatags import language
from ..web.urls import absolute
from ..words.escaping import squeezed
from ..words.markup import unwrap
from ..words.mending import mended
from ..words.moments import moment
from .fragments import fragment
from .plain import prose

#: the names under which a field goes, the most telling first; letters only, lower case
NAMES = {
    "text": ("text", "body", "content", "articletext", "articlebody", "fulltext", "article", "story", "maintext", "bodytext"),
    "title": ("title", "headline", "heading", "head", "articletitle", "name"),
    "date": (
        "published", "publishedat", "publisheddate", "datepublished", "pubdate", "publicationdate", "publishdate", "date",
        "datetime", "dateofpublication", "created", "createdat", "timestamp", "time",
    ),
    "url": ("url", "link", "canonicalurl", "canonical", "href", "weburl", "permalink", "uri", "articleurl"),
    "source": ("source", "sourcename", "publication", "publisher", "outlet", "newspaper", "site", "sitename", "domain"),
    "author": ("author", "authors", "byline", "creator", "writer", "journalist"),
    "lang": ("lang", "language", "locale"),
    "tags": ("tags", "keywords", "section", "category", "categories", "topics", "topic", "subject"),
    "image": ("image", "imageurl", "urltoimage", "topimage", "thumbnail", "picture", "photo"),
    "image_credit": ("imagecredit", "photocredit", "credit", "photographer"),
}  # fmt: skip
MARKUP = re.compile(
    r"</?(?:p|br|div|h[1-6]|ul|ol|li|a|blockquote|b|i|em|strong|span)(?:\s[^<>]*)?/?>|<(?:iframe|video|audio|embed|img)\s[^<>]*>",
    re.IGNORECASE,
)
REDUCED = re.compile(r"(\d{4})(?:-(\d\d))?-?")


def columns(header: list[str]) -> dict[str, str]:
    """Which of our fields each name of theirs stands for; of several names for one field the most telling is taken.

    >>> columns(["Headline", "Body", "Pub date"])
    {'Body': 'text', 'Headline': 'title', 'Pub date': 'date'}
    """
    letters = {re.sub(r"[^a-z]", "", str(name).lower()): name for name in reversed(header)}
    found = {field: next((letters[n] for n in names if n in letters), None) for field, names in NAMES.items()}
    return {theirs: field for field, theirs in found.items() if theirs is not None}


def article(record: Mapping[str, Any]) -> Found:
    """The article in a record. Raises Refused where it has no text."""
    names = {field: theirs for theirs, field in columns(list(record)).items()}
    given = {field: record[theirs] for field, theirs in names.items()}
    text = _word(given.get("text"))
    if not text.strip():
        raise Refused("it has no text", "name the column of the text 'text'")
    url = absolute(_word(given.get("url")))
    source = unwrap(_word(given.get("source")))
    return Found(
        title=unwrap(_word(given.get("title"))),
        date=_moment(_word(given.get("date"))),
        author=persons(_words(given.get("author")), source),
        source=source,
        url=url,
        lang=language(_word(given.get("lang"))),
        tags=tuple(_tags(given.get("tags"))),
        image=absolute(_word(given.get("image"))),
        image_credit=unwrap(_word(given.get("image_credit"))),
    ).completed(_body(text, url))


def _body(text: str, url: str) -> Found:
    """The text of a record, which may be HTML."""
    return fragment(text, url) if MARKUP.search(text) else Found(text=prose(text))


def _moment(text: str) -> str:
    """A date; a year or a month alone is its first day, as where JSON lines are read (dateline.documents)."""
    reduced = REDUCED.fullmatch(text.strip())
    return moment(f"{reduced[1]}-{reduced[2] or '01'}-01" if reduced else text)


def _word(value: Any) -> str:
    if isinstance(value, dict):
        return _word(value.get("name") or value.get("title"))
    if isinstance(value, list):
        return _word(next(iter(value), ""))
    return mended(str(value)) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _words(value: Any) -> list[str]:
    each = value if isinstance(value, list) else [value]
    return [word for v in each if (word := unwrap(_word(v)))]


def _tags(value: Any) -> list[str]:
    """The tags of a list, each whole; those of one string are parted by marks."""
    words = _words(value)
    parts = words if len(words) > 1 else re.split(r"[,;|]", "".join(words))
    return list(dict.fromkeys(filter(None, map(squeezed, parts))))
