"""The site's own modules that are loaded: its settings, its plugins, what a filter of its own imports."""

from __future__ import annotations

import sys
import sysconfig
import time
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from .inputs import digest_file

#: nanoseconds by which a file system's clock may lag behind
COARSE = 20_000_000
#: files that copies of this process have loaded
_loaded_by_copies: set[str] = set()
#: the digest that a file had when this process first looked at it: that is what it has loaded
_first_digests: dict[str, str] = {}


def own_modules() -> set[str]:
    """The files of all modules that are loaded, but for those of Python and of installed packages."""
    files = {getattr(module, "__file__", None) for module in list(sys.modules.values())}
    return {file for file in files if file and not _is_installed(file)} | _loaded_by_copies


def note_loaded(loaded: Iterable[str]) -> None:
    """Note files that a copy of this process has loaded."""
    _loaded_by_copies.update(loaded)


class ModuleDigests:
    """The digests of the site's own modules, by file, as a build begins."""

    def __init__(self) -> None:
        self.begun = time.time_ns()
        self.digests = _digest_files(own_modules())

    def unchanged_since(self, before: Mapping[str, str]) -> bool:
        """Whether these modules, and all that an earlier build loaded, are as they were."""
        return {**_digest_files(before), **self.digests} == before

    def unchanged_since_loaded(self) -> bool:
        """Whether no file of a module that is loaded by now has changed since it was loaded."""
        now = _digest_files(own_modules())
        new = now.keys() - self.digests.keys()
        self.digests = now
        return all(_first_digests[file] == digest for file, digest in now.items()) and not any(map(self._changed_lately, new))

    def _changed_lately(self, file: str) -> bool:
        """Whether a file may have changed since the build began."""
        try:
            return Path(file).stat().st_mtime_ns >= self.begun - COARSE
        except OSError:
            return True


def _digest_files(files: Iterable[str]) -> dict[str, str]:
    found = {file: digest_file(Path(file)).hex() for file in sorted(files)}
    for file, digest in found.items():
        _first_digests.setdefault(file, digest)
    return found


@cache
def _is_installed(file: str) -> bool:
    return any(Path(file).is_relative_to(folder) for folder in _installed_folders())


@cache
def _installed_folders() -> frozenset[str]:
    """Where Python keeps its own modules, and those that are installed."""
    return frozenset(sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib"))
