"""Articles that are broken: found, with what is wrong, before Pelican reads them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .frontmatter import REQUIRED, Problem, check
from .host import host

ENDINGS = (".md", ".markdown", ".mkd", ".mdown")


def find_problems(settings: Mapping[str, Any]) -> list[Problem]:
    """What is wrong with the front matter of the articles, in order of file.

    A blog may have titles and dates from elsewhere (FILENAME_METADATA, DEFAULT_DATE): there none is missed.
    """
    required = () if host(settings).adopted else REQUIRED
    return [problem for file in _files(settings) for problem in check(file, os.path.relpath(file), required)]


def _files(settings: Mapping[str, Any]) -> list[Path]:
    root = Path(settings["PATH"])
    excluded = {root / folder for folder in settings["ARTICLE_EXCLUDES"]}
    found = (f for folder in settings["ARTICLE_PATHS"] for f in (root / folder).rglob("*") if f.suffix.lower() in ENDINGS)
    return sorted(f for f in found if f.is_file() and not excluded.intersection(f.parents))
