"""What Pelican's readers make of files, kept from one build to the next of a process: a server reads only what is new."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

Read = tuple[Any, Any]
NOTHING: Mapping[str, Any] = {}


class Texts:
    """Texts with their front matter by path, each as long as its file has the same size and time, and Pelican the same
    settings. Takes the place of Pelican's own cache, which is a pickle.
    """

    def __init__(self) -> None:
        self._settings = NOTHING
        self._had: dict[str, tuple[tuple[int, int], Read]] = {}

    def attach(self, readers: Any, settings: Mapping[str, Any]) -> None:
        """Let Pelican's readers look here first."""
        if self._settings is not settings:
            self._settings, self._had = settings, {}
        readers.get_cached_data, readers.cache_data = self.get, self.put

    def get(self, path: str, default: Read) -> Read:
        """What was read of a file, if that is as it was."""
        stamp, read = self._had.get(path, ((-1, -1), default))
        return read if stamp == _stamp(path) else default

    def put(self, path: str, read: Read) -> None:
        """Keep what was read of a file."""
        self._had[path] = _stamp(path), read


def _stamp(path: str) -> tuple[int, int]:
    at = os.stat(path)
    return at.st_size, at.st_mtime_ns
