"""The reader: from a Markdown file to Pelican's content, and from that to an Article with its blocks."""

from __future__ import annotations

import copy
import os
from functools import cache
from pathlib import Path
from typing import Any

from pelican.plugins.yaml_metadata.yaml_metadata import YAMLMetadataReader
from pelican.settings import DEFAULT_CONFIG
from pelican.utils import get_date, slugify

from .. import frontmatter
from ..model import Article, Note
from .addresses import fitted
from .clean import clean
from .directives import taken_out
from .problems import check
from .prose import Prose
from .slugs import Claim


class Reader(YAMLMetadataReader):  # type: ignore[misc]
    """Pelican's reader of Markdown with YAML, with the front matter as it was parsed when it was checked."""

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """The HTML and the metadata of a file. Raises OSError."""
        found = frontmatter.parse_file(Path(source_path))
        if found.head is None or found.error:
            return super().read(source_path)  # type: ignore[no-any-return]
        self._md.Meta = {key: list(map(str, v if isinstance(v, list) else [v])) for key, v in found.values.items()}
        return self._md.reset().convert(found.body), self._parse_yaml_metadata(found.values, source_path)


def article_file(path: Path, slug: str = "") -> Article:
    """The article in a Markdown file; ``slug`` is the one that it got, where that is known to be another than it asks for.

    Raises ValueError where its front matter is wrong, OSError where it is not there.
    """
    if problems := check(path, str(path)):
        raise ValueError(str(problems[0]))
    content, metadata = _reader().read(str(path))
    return article(slug or claim(path).slug, metadata, Prose(clean(taken_out(content))))


def html(path: Path) -> str:
    """The text of an article as HTML, before it is cleaned. Raises OSError."""
    return str(_reader().read(str(path))[0])


def claim(path: Path) -> Claim:
    """The address that a file asks for, whose front matter is sound. Raises OSError where it is not there."""
    values = frontmatter.parse_file(path).values
    written = str(values.get("slug") or "").strip()
    slug = written or fitted(slugify(str(values["title"]), DEFAULT_CONFIG["SLUG_REGEX_SUBSTITUTIONS"]))
    day = published(get_date(str(values["date"]).strip().replace("_", " ")))
    draft = str(values.get("status") or "published").lower() != "published"
    return Claim(slug, bool(written), day, os.path.abspath(path), lambda: article_file(path).text, draft)


@cache
def _reader() -> Reader:
    return Reader(copy.deepcopy(DEFAULT_CONFIG))


def article(slug: str, metadata: dict[str, Any], prose: Prose) -> Article:
    """The article of this front matter and text."""
    return Article(
        id=slug,
        text=prose.text,
        published=published(metadata["date"]),
        title=str(metadata["title"]),
        lang=str(metadata.get("lang") or "en"),
        blocks=prose.blocks,
        notes=tuple(_note(entry) for entry in metadata.get("events") or ()),
        source=str(metadata.get("source") or ""),
        url=str(metadata.get("url") or ""),
        location=str(metadata.get("location") or ""),
        code=prose.code,
    )


def _note(entry: dict[str, Any]) -> Note:
    """An entry of ``events`` in the front matter, which has been checked."""
    given: dict[str, Any] = {k: tuple(map(str, v)) if isinstance(v, list) else str(v) for k, v in entry.items()}
    return Note(**given)


def published(date: Any) -> str:
    """An article's date as ISO: the day alone where it has no time of day."""
    if (date.hour, date.minute, date.second) == (0, 0, 0):
        return str(date.date().isoformat())
    return str(date.isoformat())
