"""The reader: from a Markdown file, or from Pelican's article, to an Article with its blocks."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from pelican.plugins.yaml_metadata.yaml_metadata import YAMLMetadataReader
from pelican.settings import DEFAULT_CONFIG
from pelican.utils import slugify

from ..model import Article, Note
from .addresses import fitted
from .clean import clean
from .directives import taken_out
from .frontmatter import check
from .prose import Prose


def article_file(path: Path) -> Article:
    """The article in a Markdown file. Raises ValueError where its front matter is wrong, OSError where it is not there."""
    if problems := check(path, str(path)):
        raise ValueError(str(problems[0]))
    settings = copy.deepcopy(DEFAULT_CONFIG)
    content, metadata = YAMLMetadataReader(settings).read(str(path))
    prose = Prose(clean(taken_out(content)))
    slug = metadata.get("slug") or fitted(slugify(metadata["title"], settings["SLUG_REGEX_SUBSTITUTIONS"]))
    return article(slug, metadata, prose)


def article(slug: str, metadata: dict[str, Any], prose: Prose) -> Article:
    """The article of this front matter and text."""
    text = {key: str(metadata.get(key) or "") for key in ("source", "url", "location")}
    return Article(
        id=slug,
        text=prose.text,
        published=published(metadata["date"]),
        title=str(metadata["title"]),
        lang=str(metadata.get("lang") or "en"),
        blocks=prose.blocks,
        notes=tuple(_note(entry) for entry in metadata.get("events") or ()),
        **text,
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
