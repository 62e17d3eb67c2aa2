"""Articles as files: written aside, then renamed, and never over one that is there."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

from ..model.slug import slug
from . import heads
from .found import Found

#: the file in which an article is written before it gets its name; hidden, so that no build reads it
ASIDE = ".dateline-import.part"
#: bytes of a title in a file name
LONGEST = 80


def stem(found: Found) -> str:
    """The name of an article's file without number and ending.

    >>> stem(Found(title="../../x", date="2020-05-08T10:00:00"))
    '2020-05-08-x'
    """
    words = slug(found.title).encode("utf-8")[:LONGEST].decode("utf-8", "ignore").rstrip("-_")
    return f"{found.date[:10]}-{words or 'unnamed'}"


def place(folder: Path, found: Found) -> Path:
    """A file that is not there yet, in the folder of the year."""
    year, name = folder / found.date[:4], stem(found)
    numbers = (f"-{n}" if n > 1 else "" for n in count(1))
    return next(path for number in numbers if not os.path.lexists(path := year / f"{name}{number}.md"))


def write(folder: Path, found: Found, *, needs_slug: bool) -> str:
    """Write the article and return its path below the folder."""
    path = place(folder, found)
    named = path.stem if needs_slug or path.stem != stem(found) else ""
    path.parent.mkdir(parents=True, exist_ok=True)
    put(folder, path, f"{heads.written(found, slug=named)}\n{found.text.strip()}\n")
    return path.relative_to(folder).as_posix()


def put(folder: Path, path: Path, text: str) -> None:
    """Write the text aside and give it this name."""
    aside = folder / ASIDE
    aside.write_bytes(text.encode("utf-8", "replace"))
    os.replace(aside, path)
