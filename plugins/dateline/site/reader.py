"""The reader: from a Markdown file to Pelican's content, and from that to an Article with its blocks."""

from __future__ import annotations

import copy
import os
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from pelican.contents import Article as PelicanArticle
from pelican.plugins.yaml_metadata.yaml_metadata import YAMLMetadataReader
from pelican.readers import ensure_metadata_list
from pelican.settings import DEFAULT_CONFIG
from pelican.utils import slugify

from .. import frontmatter
from ..frontmatter import ENDINGS, FrontMatter
from ..model import Article, Note
from .addresses import fitted
from .clean import clean
from .conventions import UNKNOWN, Conventions, conventions, published, read_date
from .directives import taken_out
from .problems import DATES, errors
from .prose import Prose
from .slugs import Claim

#: what Dateline reads of an article's front matter, a blog's too: as it is written there, whatever else reads it
OWN = ("title", "lang", "source", "url", "location", "author", "authors", "publish", "also", "events")


class Reader(YAMLMetadataReader):  # type: ignore[misc]
    """Pelican's reader of Markdown, with the front matter as it was parsed when it was checked."""

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """The HTML and the metadata of a file that is sound. Raises OSError."""
        found = frontmatter.parse_file(Path(source_path))
        metadata = self._parse_yaml_metadata(_undated(found), source_path)
        return self.html(found), {**metadata, **self._dates(found)}

    def html(self, found: FrontMatter) -> str:
        """The text below a front matter as HTML."""
        self._md.Meta = {key: list(map(str, v if isinstance(v, list) else [v])) for key, v in found.values.items()}
        return str(self._md.reset().convert(found.body))

    def _dates(self, found: FrontMatter) -> dict[str, Any]:
        """The dates by the conventions of the site, and whether it is a draft, as is what waits: Pelican asks no page's day."""
        at = conventions(self.settings)
        read = {key: read_date(str(found.values[key]), at).value for key in DATES if found.values.get(key)}
        day = read.get("date")
        status = "draft" if found.status == "published" and day and at.waits(day) else found.status
        return {**read, **({"status": status} if status != "published" else {})}


def _undated(found: FrontMatter) -> dict[str, Any]:
    """The front matter but for its dates, as the plugin for YAML takes it; tags that stand plainly are still one text."""
    several = {"tags", "authors"} if found.head is None else set()
    values = {key: value for key, value in found.values.items() if key not in DATES}
    return {key: ensure_metadata_list(value) if key in several else value for key, value in values.items()}


def article_file(path: Path, slug: str = "", at: Conventions = UNKNOWN) -> Article:
    """The article in a Markdown file; ``slug`` is the one that it got, where that is known to be another than it asks for,
    ``at`` how its site writes dates.

    Raises ValueError where its front matter is wrong, OSError where it is not there.
    """
    if problems := errors(path, str(path), at):
        raise ValueError(str(problems[0]))
    found = frontmatter.parse_file(path)
    prose = Prose(clean(taken_out(_reader().html(found))))
    return article(slug or claim(path, at).slug, found.values, _day(found, at), prose)


def html(path: Path) -> str:
    """The text of an article as HTML, before it is cleaned. Raises OSError."""
    return _reader().html(frontmatter.parse_file(path))


def claim(path: Path, at: Conventions = UNKNOWN) -> Claim:
    """The address that a file asks for, whose front matter is sound. Raises OSError where it is not there."""
    found = frontmatter.parse_file(path)
    written = str(found.values.get("slug") or "").strip()
    slug = written or fitted(slugify(str(found.values["title"]), DEFAULT_CONFIG["SLUG_REGEX_SUBSTITUTIONS"]))
    day = at.publication(found.values["date"])
    draft = found.status != "published" or (day is not None and at.waits(day))
    date = published(_day(found, at))
    return Claim(slug, bool(written), date, os.path.abspath(path), lambda: article_file(path, at=at).text, draft)


@cache
def _reader() -> Reader:
    return Reader(copy.deepcopy(DEFAULT_CONFIG))


def _day(found: FrontMatter, at: Conventions) -> datetime:
    """The date of a front matter that is sound."""
    date = read_date(str(found.values["date"]), at).value
    assert date is not None
    return date


def written(source: PelicanArticle) -> FrontMatter:
    """The front matter of one of Pelican's articles; nothing where its file is of a kind that Dateline does not read."""
    path = Path(source.source_path or "")
    return frontmatter.parse_file(path) if path.suffix.lower() in ENDINGS else frontmatter.NONE


def head(source: PelicanArticle) -> dict[str, Any]:
    """What one of Pelican's articles says of itself: in the words of its front matter, else as Pelican has it."""
    values = written(source).values
    return {**source.metadata, **{key: values[key] for key in OWN if values.get(key) not in (None, "")}}


def date(source: PelicanArticle, at: Conventions) -> datetime:
    """When one of Pelican's articles is published."""
    found = _date(source, at, "date")
    assert found is not None  # as Pelican has no article without
    return found


def modified(source: PelicanArticle, at: Conventions) -> str:
    """When an article was changed after it was published, as ISO; empty where that is not said, or yet to come."""
    first, last = date(source, at), _date(source, at, "modified")
    if last is None or at.is_coming(last) or at.moment(last) < at.moment(first):
        return ""
    return published(last)


def _date(source: PelicanArticle, at: Conventions, key: str) -> datetime | None:
    """A date by the conventions of the site, else as Pelican has it; None where there is none."""
    said = written(source).values.get(key)
    read = read_date(str(said), at).value if said else None
    return read or source.metadata.get(key)


def article(slug: str, head: Mapping[str, Any], date: datetime, prose: Prose) -> Article:
    """The article of this front matter, date and text."""
    return Article(
        id=slug,
        text=prose.text,
        published=published(date),
        title=str(head["title"]),
        lang=str(head.get("lang") or "en"),
        blocks=prose.blocks,
        notes=tuple(_note(entry) for entry in head.get("events") or ()),
        source=str(head.get("source") or ""),
        url=str(head.get("url") or ""),
        location=str(head.get("location") or ""),
        code=prose.code,
    )


def author(head: Mapping[str, Any]) -> str:
    """Who wrote an article, one or several."""
    given = head.get("authors") or head.get("author") or ""
    names = given if isinstance(given, list) else [given]
    return ", ".join(str(name).strip() for name in names if name)


def _note(entry: dict[str, Any]) -> Note:
    """An entry of ``events`` in the front matter, which has been checked."""
    given: dict[str, Any] = {k: tuple(map(str, v)) if isinstance(v, list) else str(v) for k, v in entry.items()}
    return Note(**given)
