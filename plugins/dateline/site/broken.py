"""Articles that are broken: found, with what is wrong, before Pelican reads them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from .conventions import Conventions, conventions
from .findings import Finding
from .outside import strays
from .problems import REQUIRED, check

ENDINGS = (".md", ".markdown", ".mkd", ".mdown")
#: the settings of the build that is at work, and what it found
_found: tuple[Mapping[str, Any] | None, list[Finding]] = None, []


def problems(settings: Mapping[str, Any]) -> list[Finding]:
    """What :func:`find_problems` found for this build: all its steps leave out the same."""
    return _found[1] if _found[0] is settings else find_problems(settings)


def find_problems(settings: Mapping[str, Any]) -> list[Finding]:
    """What is wrong with the front matter of the articles, in order of file: looked for once, at the beginning of a build."""
    global _found
    _found = settings, _all(settings)
    return _found[1]


def _all(settings: Mapping[str, Any]) -> list[Finding]:
    """The problems of all files. A blog may have titles and dates from elsewhere (FILENAME_METADATA, DEFAULT_DATE): none is
    missed there."""
    at = conventions(settings)
    if at.adopted:
        return _problems(files(settings), (), at)
    out = strays(settings)
    says = f"a link that leads out of {os.path.relpath(settings['PATH'])}: put there what it leads to"
    return [
        *(Finding(os.path.relpath(link), 1, says) for link in out),
        *_problems((f for f in files(settings) if not {f, *f.parents}.intersection(out)), REQUIRED, at),
    ]


def _problems(found: Iterable[Path], required: tuple[str, ...], at: Conventions) -> list[Finding]:
    return [problem for file in found for problem in _checked(file, required, at, *stamp(file))]


@cache
def _checked(file: Path, required: tuple[str, ...], at: Conventions, size: int, time: int) -> tuple[Finding, ...]:
    """What is wrong with a file of this size and time: a server asks at each build."""
    return tuple(check(file, os.path.relpath(file), required, at))


def stamp(file: str | Path) -> tuple[int, int]:
    """A file's size, and when it was last written, in nanoseconds: as long as both are the same, it is taken for the same."""
    at = os.stat(file)
    return at.st_size, at.st_mtime_ns


def files(settings: Mapping[str, Any], kind: str = "ARTICLE") -> list[Path]:
    """The Markdown files of articles, or of a "PAGE", in order."""
    root = Path(settings["PATH"])
    excluded = {root / folder for folder in settings[f"{kind}_EXCLUDES"]}
    found = (f for folder in settings[f"{kind}_PATHS"] for f in (root / folder).rglob("*") if f.suffix.lower() in ENDINGS)
    return sorted(f for f in found if f.is_file() and not excluded.intersection(f.parents))
