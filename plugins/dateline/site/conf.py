"""The settings of the site that a command stands in: its pelicanconf.py, read as Pelican reads it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from functools import cache
from pathlib import Path
from typing import Any

from pelican.settings import DEFAULT_CONFIG, get_settings_from_file

from ..layout import THEME
from .conventions import Conventions, conventions

FILE = "pelicanconf.py"
#: the folder of content that a Makefile names where the settings do not
CONTENT = "content"
#: what holds in a folder without settings
BARE = {**DEFAULT_CONFIG, "PATH": CONTENT, "ARTICLE_PATHS": ["articles"], "THEME": str(THEME)}


def of_folder(folder: Path | None = None) -> Conventions:
    """The conventions of the site in a folder, of the current one by default; where no site is, nothing is known of them.

    Raises ValueError where the settings cannot be read.
    """
    return conventions(settings(folder))


def settings(folder: Path | None = None) -> Mapping[str, Any]:
    """Pelican's settings for the site in a folder, with its content as a path from here. Raises ValueError."""
    path = (folder or Path.cwd()) / FILE
    found = _read(path, path.stat().st_mtime_ns) if path.is_file() else BARE
    return {**found, "PATH": os.path.relpath(path.parent / found["PATH"])}


@cache
def _read(path: Path, time: int) -> dict[str, Any]:
    try:
        with redirect_stdout(sys.stderr), _importable(path.parent):  # what it prints is no part of what a command writes
            own = get_settings_from_file(str(path))
    except (Exception, SystemExit) as error:  # a program may raise whatever it likes
        raise ValueError(f"{path.name}: the settings of this site cannot be read: {type(error).__name__}: {error}") from error
    return {**DEFAULT_CONFIG, "PATH": CONTENT, **own}


@contextmanager
def _importable(folder: Path) -> Iterator[None]:
    """Lets settings import what stands beside them, as they can in a build."""
    before = sys.path[:]
    sys.path.insert(0, str(folder))
    try:
        yield
    finally:
        sys.path[:] = before
