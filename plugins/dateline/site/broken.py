"""Articles that are broken: found, with what is wrong, before Pelican reads them."""

from __future__ import annotations

import os
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from pelican.readers import Readers

from ..frontmatter import ENDINGS
from .conventions import Conventions, conventions
from .findings import Finding
from .outside import strays
from .problems import OF_PAGES, REQUIRED, check

FOREIGN = "articles and pages are Markdown here: run 'dateline import' on this file, or put it into another folder"
#: the settings of the build that is at work, and what it found
_found: tuple[Mapping[str, Any] | None, list[Finding]] = None, []


def problems(settings: Mapping[str, Any]) -> list[Finding]:
    """What :func:`find_problems` found for this build: all its steps leave out the same."""
    return _found[1] if _found[0] is settings else find_problems(settings)


def find_problems(settings: Mapping[str, Any]) -> list[Finding]:
    """What is wrong with the front matter of articles and pages, in order of file: looked for at the beginning of a build."""
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
    inside = partial(_inside, out=out)
    return [
        *(Finding(os.path.relpath(link), 1, says) for link in out),
        *_problems(inside(files(settings)), REQUIRED, at),
        *_problems(inside(files(settings, "PAGE")), OF_PAGES, at),
        *(Finding(os.path.relpath(file), 1, FOREIGN) for file in inside(_foreign(settings))),
    ]


def _inside(found: Iterable[Path], out: Collection[Path]) -> Iterator[Path]:
    """Files but for those that lie outside."""
    return (file for file in found if not {file, *file.parents}.intersection(out))


def _foreign(settings: Mapping[str, Any]) -> list[Path]:
    """What Pelican takes for articles and pages, and Dateline does not read: HTML, say."""
    endings = {f".{one}" for one in Readers(settings).extensions}.difference(ENDINGS)
    found = (file for kind in ("ARTICLE", "PAGE") for file in files(settings, kind, endings))
    return [file for file in found if file.suffix in endings]  # Pelican reads no capitals


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


def files(settings: Mapping[str, Any], kind: str = "ARTICLE", endings: Container[str] = ENDINGS) -> list[Path]:
    """The Markdown files of articles, or of a "PAGE", in order; of other ``endings`` where these are given."""
    root, other = Path(settings["PATH"]), "PAGE" if kind == "ARTICLE" else "ARTICLE"
    excluded = {root / folder for folder in (*settings[f"{kind}_EXCLUDES"], *settings[f"{other}_PATHS"])}
    found = (file for folder in settings[f"{kind}_PATHS"] for file in _below(root / folder, excluded))
    return sorted(file for file in found if file.suffix.lower() in endings and file.is_file())


def _below(folder: Path, excluded: set[Path]) -> Iterator[Path]:
    """All that is in a folder, but for folders in it that are excluded."""
    apart = excluded.difference((folder, *folder.parents))
    return (file for file in folder.rglob("*") if apart.isdisjoint(file.parents))
