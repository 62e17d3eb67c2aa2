"""What Pelican's readers make of files, kept from one build to the next of a process: a server reads only what is new."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from .broken import ENDINGS, stamp
from .building.warned import Warned

#: a text and its front matter
Read = tuple[str, dict[str, Any]]
NOTHING: Mapping[str, Any] = {}
#: the extensions of Markdown of which it is known that they read no other file
OWN = "markdown.extensions."
#: as many texts are kept
KEPT = 5_000


class Texts:
    """Texts with their front matter by path, each as long as its file has the same size and time, and Pelican the same
    settings: those of the last build, and of Markdown alone, since others may read further files. Not kept is what a reader
    warns of, so that it is said again, nor more than KEPT.
    """

    def __init__(self) -> None:
        self._settings = NOTHING
        self._had: dict[str, tuple[tuple[int, int], Read]] = {}
        self._have: dict[str, tuple[tuple[int, int], Read]] = {}

    def attach(self, readers: Mapping[str, Any], settings: Mapping[str, Any]) -> None:
        """Let Pelican's readers, by the endings of files, look here first, in a new build."""
        self._had = self._have if self._settings is settings else {}
        self._settings, self._have = settings, {}
        markdown = settings["MARKDOWN"]
        extensions = (*markdown.get("extensions", ()), *markdown.get("extension_configs", ()))
        if all(isinstance(name, str) and name.startswith(OWN) for name in extensions):
            for reader in (one for ending, one in readers.items() if f".{ending}" in ENDINGS):
                reader.read = partial(self._read, reader.read)

    def _read(self, read: Callable[[str], Read], path: str) -> Read:
        now = stamp(path)  # before it is read, lest it changes meanwhile
        before, found = self._had.get(path, ((-1, -1), ("", {})))
        if before != now:
            with Warned() as warned:
                found = read(path)
            if warned.said:
                return found
        if len(self._have) < KEPT:
            self._have[path] = now, found
        return found[0], dict(found[1])
