"""The settings of the site that a command stands in: its pelicanconf.py, read as Pelican reads it."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from functools import cache
from pathlib import Path

from pelican.settings import DEFAULT_CONFIG, get_settings_from_file

from .conventions import UNKNOWN, Conventions, conventions

FILE = "pelicanconf.py"


def of_folder(folder: Path | None = None) -> Conventions:
    """The conventions of the site in a folder, of the current one by default; where no site is, nothing is known of them.

    Raises ValueError where the settings cannot be read.
    """
    path = (folder or Path.cwd()) / FILE
    return _read(path, path.stat().st_mtime_ns) if path.is_file() else UNKNOWN


@cache
def _read(path: Path, time: int) -> Conventions:
    try:
        with redirect_stdout(sys.stderr):  # what it prints is no part of what a command writes
            own = get_settings_from_file(str(path))
    except (Exception, SystemExit) as error:  # a program may raise whatever it likes
        raise ValueError(f"{path.name}: the settings of this site cannot be read: {type(error).__name__}: {error}") from error
    return conventions({**DEFAULT_CONFIG, **own})
