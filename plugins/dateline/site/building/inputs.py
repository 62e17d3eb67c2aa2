"""What a build is made of: the settings, the theme, the articles and all else in the content folder, the desk, the programs."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ...settings import from_environment
from .fingerprints import digest

#: bytes of the largest file that is read for its fingerprint; of a larger one, size and time are taken
LARGEST = 1_000_000
#: settings that say where something lies on this machine, or how the program talks, and no more
PLACES = frozenset({"OUTPUT_PATH", "PATH", "THEME", "PLUGIN_PATHS", "CACHE_PATH", "DEBUG", "BIND", "PORT"})
#: what a build may depend on in the environment
VARIABLES = ("SOURCE_DATE_EPOCH", "TZ")
PREFIX = "DATELINE_"
#: Dateline's own variables that change no page
INDIFFERENT = frozenset({"DATELINE_CACHE", "DATELINE_PROCESSES"})
LEFT_OUT = frozenset({"__pycache__", ".git"})


def whole(settings: Mapping[str, Any], plugins: Iterable[Any]) -> str:
    """The fingerprint of everything that a build of this site is made of."""
    wanted = from_environment()
    roots = (settings["PATH"], wanted.desk, settings["THEME"], *settings["THEME_TEMPLATES_OVERRIDES"])
    trees = [tree(Path(root)) for root in (*roots, Path(wanted.model, "meta.json"))]
    return digest(of_settings(settings), of_environment(), programs(), *trees, *map(_code, plugins)).hex()


def tree(root: Path, chosen: Callable[[Path], bool] = lambda path: True) -> bytes:
    """The fingerprint of the files below a folder (or of one file), by path and content."""
    files = [root] if root.is_file() else sorted(path for path in _files(root) if chosen(path))
    return digest(*(part for path in files for part in (os.fsencode(path.relative_to(root)), _content(path))))


def _files(root: Path) -> Iterator[Path]:
    """The files below a folder; links are followed, and no folder is looked into twice, whatever links lead back to it."""
    seen = set()
    for folder, inside, names in os.walk(root, followlinks=True):
        inside[:] = sorted(name for name in inside if name not in LEFT_OUT)
        if (real := os.path.realpath(folder)) in seen:
            inside.clear()
            continue
        seen.add(real)
        yield from (Path(folder, name) for name in names)


def _content(path: Path) -> bytes:
    """A file's digest; that of a link to nothing, or of one that may not be read, says only that."""
    try:
        at = path.stat()
        if at.st_size > LARGEST:
            return f"{at.st_size} {at.st_mtime_ns}".encode()
        return hashlib.blake2b(path.read_bytes(), digest_size=16).digest()
    except OSError as error:
        return str(error.errno).encode()


def of_settings(settings: Mapping[str, Any], names: Iterable[str] | None = None) -> bytes:
    """The fingerprint of settings, of these or of all but those that name places."""
    chosen = sorted(n for n in settings if n not in PLACES) if names is None else sorted(names)
    return digest(*(f"{name}={_told(settings.get(name))}".encode("utf-8", "surrogatepass") for name in chosen))


def _told(value: Any) -> str:
    """A setting in words that are the same in every run; a function by the file that it stands in."""
    if callable(value) or not isinstance(value, (str, int, float, bool, bytes, list, tuple, dict, set, type(None))):
        return f"{type(value).__name__} {getattr(value, '__qualname__', '')} {_source(value)}"
    if isinstance(value, dict):
        return json.dumps({str(key): _told(one) for key, one in value.items()}, sort_keys=True)
    if isinstance(value, (list, tuple)):
        return json.dumps([_told(one) for one in value])
    return json.dumps(sorted(map(_told, value))) if isinstance(value, set) else repr(value)


def _source(value: Any) -> str:
    file = getattr(sys.modules.get(getattr(value, "__module__", None) or ""), "__file__", None)
    return _content(Path(file)).hex() if file else ""


def of_environment() -> bytes:
    """The fingerprint of the variables that a build may depend on."""
    found = {n: v for n, v in os.environ.items() if n in VARIABLES or (n.startswith(PREFIX) and n not in INDIFFERENT)}
    return json.dumps(found, sort_keys=True).encode("utf-8", "surrogatepass")


@cache
def programs() -> bytes:
    """The fingerprint of Python and all that is installed, by names and versions."""
    found = {name for folder in sys.path for name in _listed(folder) if name.endswith((".dist-info", ".egg-info"))}
    return digest(sys.version.encode(), *map(os.fsencode, sorted(found)))


def _listed(folder: str) -> list[str]:
    try:
        return os.listdir(folder or os.curdir)
    except OSError:
        return []


def _code(plugin: Any) -> bytes:
    """A plugin's own files: the folder of its package, or its one file. Installed ones are known by their versions, too."""
    file = getattr(plugin, "__file__", None)
    if not file:
        return b""
    path = Path(file)
    return tree(path.parent if path.name == "__init__.py" else path)
