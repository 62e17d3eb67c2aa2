"""What is scheduled: dates of articles and pages that are yet to come, on which a site changes though no file of it does."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from .. import frontmatter
from .broken import files
from .conventions import Conventions, conventions, now, published
from .problems import DATES

#: a line that holds a date, wherever it stands
LINE = re.compile(r"^[\"']?(?:date|modified)[\"']?[ \t]{0,9}:(?P<date>[^\n]{0,99})", re.MULTILINE | re.IGNORECASE)
YEAR = re.compile(r"\d{4}")


def coming(settings: Mapping[str, Any]) -> list[tuple[Path, str, datetime]]:
    """Each file that is no draft, with key and date, whose date is yet to come; in the order of files. Pages of a blog have no
    day on which they come."""
    at = conventions(settings)
    kinds = ("ARTICLE",) if at.adopted else ("ARTICLE", "PAGE")
    return [(file, *one) for kind in kinds for file in files(settings, kind) for one in _coming(file, at)]


def told(settings: Mapping[str, Any]) -> str:
    """How many articles and pages wait for their day, and which is the first, in a line; empty where none waits."""
    at = conventions(settings)
    waiting = sorted((at.moment(date), file, date) for file, key, date in coming(settings) if key == "date" and at.waits(date))
    if not waiting:
        return ""
    _, file, date = waiting[0]
    first = f"{os.path.relpath(file)} ({published(date)})"
    return f"{first} waits for its day" if len(waiting) == 1 else f"{len(waiting)} files wait for their day, the first {first}"


def _coming(file: Path, at: Conventions) -> Iterator[tuple[str, datetime]]:
    try:
        text = file.read_text(encoding="utf-8", errors="replace")
    except OSError:  # of which the build says more
        return
    found = frontmatter.parse(text) if _may_wait(text) else frontmatter.NONE
    for key in DATES:
        date = at.publication(found.values.get(key))
        if date and found.status == "published" and at.is_coming(date):
            yield key, date


def _may_wait(text: str) -> bool:
    """Whether a date may be yet to come, for all that a glance tells: heads are parsed only then, as a site has many."""
    this_year = now().year - 1  # in some zone it still is
    years = [max(map(int, YEAR.findall(found["date"])), default=this_year) for found in LINE.finditer(text)]
    return max(years, default=this_year) >= this_year
