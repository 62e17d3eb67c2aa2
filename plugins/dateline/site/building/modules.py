"""The site's own modules that are loaded: its settings, its plugins, what a filter of its own imports."""

from __future__ import annotations

import sys
import sysconfig
import time
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from .inputs import content

#: nanoseconds by which a file system's clock may lag behind
COARSE = 20_000_000
#: files that copies of this process have loaded
_elsewhere: set[str] = set()
#: the digest that a file had when this process first looked at it: that is what it has loaded
_first: dict[str, str] = {}


def own() -> set[str]:
    """The files of all modules that are loaded, but for those of Python and of installed packages."""
    files = {getattr(module, "__file__", None) for module in list(sys.modules.values())}
    return {file for file in files if file and not _installed(file)} | _elsewhere


def noted(loaded: Iterable[str]) -> None:
    """Note files that a copy of this process has loaded."""
    _elsewhere.update(loaded)


class Loaded:
    """The digests of the site's own modules, by file, as a build begins."""

    def __init__(self) -> None:
        self.begun = time.time_ns()
        self.digests = _digests(own())

    def are(self, before: Mapping[str, str]) -> bool:
        """Whether these modules, and all that an earlier build loaded, are as they were."""
        return {**_digests(before), **self.digests} == before

    def stayed(self) -> bool:
        """Whether no file of a module that is loaded by now has changed since it was loaded."""
        now = _digests(own())
        new = now.keys() - self.digests.keys()
        self.digests = now
        return all(_first[file] == digest for file, digest in now.items()) and not any(map(self._touched, new))

    def _touched(self, file: str) -> bool:
        """Whether a file may have changed since the build began."""
        try:
            return Path(file).stat().st_mtime_ns >= self.begun - COARSE
        except OSError:
            return True


def _digests(files: Iterable[str]) -> dict[str, str]:
    found = {file: content(Path(file)).hex() for file in sorted(files)}
    for file, digest in found.items():
        _first.setdefault(file, digest)
    return found


@cache
def _installed(file: str) -> bool:
    return any(Path(file).is_relative_to(folder) for folder in _folders())


@cache
def _folders() -> frozenset[str]:
    """Where Python keeps its own modules, and those that are installed."""
    return frozenset(sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib"))
