"""What a build is made of: the settings, the theme, the articles and all else in the content folder, the desk, the programs.

The digest of it is taken before anything is read. The site's own modules are looked at by themselves (``modules``), as it is
known only at the end of a build which of them it has loaded.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path, PurePath
from typing import Any

from ...layout import THEME
from ...settings import from_environment
from ..scheduled import coming

log = logging.getLogger(__name__)
SIZE = 12
#: settings that say where something lies on this machine, or how the program talks, and no more
PLACES = frozenset({"OUTPUT_PATH", "PATH", "THEME", "PLUGIN_PATHS", "CACHE_PATH", "DEBUG", "BIND", "PORT"})
#: the setting that names files and folders which a site's own filters read
INPUTS_SETTING = "DATELINE_INPUTS"
#: what a build may depend on in the environment
VARIABLES = ("SOURCE_DATE_EPOCH", "TZ", "LANG", "LC_ALL", "LC_TIME")
PREFIX = "DATELINE_"
#: Dateline's own variables that change no page
INDIFFERENT = frozenset({"DATELINE_CACHE", "DATELINE_PROCESSES"})
LEFT_OUT = frozenset({"__pycache__", ".git"})


def digest(*parts: bytes) -> bytes:
    """One digest of several byte strings, each with its length, so that no two lists of parts have the same."""
    joined = b"".join([part for one in parts for part in (len(one).to_bytes(8, "big"), one)])
    return hashlib.blake2b(joined, digest_size=SIZE).digest()


def digest_inputs(settings: Mapping[str, Any], plugins: Iterable[Any]) -> str:
    """The digest of everything that a build of this site is made of, but for the site's own modules."""
    wanted = from_environment()
    roots = (settings["PATH"], wanted.desk, settings["THEME"], THEME, *settings["THEME_TEMPLATES_OVERRIDES"])
    trees = [digest_tree(Path(root)) for root in (*roots, *_named_inputs(settings), Path(wanted.model, "meta.json"))]
    packages = map(_digest_package, plugins)
    fixed = digest_settings(settings), digest_environment(), digest_programs(), digest_scheduled(settings)
    return digest(*fixed, *trees, *packages).hex()


def _named_inputs(settings: Mapping[str, Any]) -> list[str]:
    """What the site says that its filters read; a name of nothing is told."""
    named = [str(one) for one in settings.get(INPUTS_SETTING) or ()]
    for one in named:
        if not os.path.exists(one):
            log.warning("%s names %s, which is not there: mend the name, or take it out", INPUTS_SETTING, one)
    return named


def digest_scheduled(settings: Mapping[str, Any]) -> bytes:
    """The digest of the dates that are yet to come: it is another once one of them has."""
    told = (f"{os.path.relpath(file)} {key} {date}" for file, key, date in coming(settings))
    return digest(*(one.encode("utf-8", "surrogateescape") for one in told))


def digest_tree(root: Path) -> bytes:
    """The digest of the files below a folder (or of one file), by path and content."""
    files = [root] if root.is_file() else sorted(_files(root))
    return digest(*(part for path in files for part in (os.fsencode(path.relative_to(root)), digest_file(path))))


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


def digest_file(path: Path) -> bytes:
    """A file's digest; that of a link to nothing, or of one that may not be read, says only that."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, partial(hashlib.blake2b, digest_size=16)).digest()
    except OSError as error:
        return str(error.errno).encode()


def digest_settings(settings: Mapping[str, Any]) -> bytes:
    """The digest of the settings but those that name places. What they say is plain values; of others (a filter, say) the name
    alone, since the bytes of the modules that they come from are looked at, too."""
    chosen = sorted(name for name in settings if name not in PLACES)
    return digest(*(f"{name}={_told(settings[name])}".encode("utf-8", "surrogatepass") for name in chosen))


def _told(value: Any) -> str:
    """A setting in words that are the same in every run."""
    if isinstance(value, dict):
        return json.dumps({str(key): _told(one) for key, one in value.items()}, sort_keys=True)
    if isinstance(value, (list, tuple)):
        return json.dumps([_told(one) for one in value])
    if isinstance(value, (set, frozenset)):
        return json.dumps(sorted(map(_told, value)))
    if isinstance(value, partial):
        return json.dumps([_told(value.func), _told(value.args), _told(value.keywords)])
    if value is None or isinstance(value, (str, int, float, bytes, PurePath, date)):
        return repr(value)
    return f"{type(value).__qualname__} {getattr(value, '__module__', '')}.{getattr(value, '__qualname__', '')}"


def digest_environment() -> bytes:
    """The digest of the variables that a build may depend on."""
    found = {n: v for n, v in os.environ.items() if n in VARIABLES or (n.startswith(PREFIX) and n not in INDIFFERENT)}
    return json.dumps(found, sort_keys=True).encode("utf-8", "surrogatepass")


@cache
def digest_programs() -> bytes:
    """The digest of Python and all that is installed, by names and versions."""
    found = {name for folder in sys.path for name in _listed(folder) if name.endswith((".dist-info", ".egg-info"))}
    return digest(sys.version.encode(), *map(os.fsencode, sorted(found)))


def _listed(folder: str) -> list[str]:
    try:
        return os.listdir(folder or os.curdir)
    except OSError:
        return []


def _digest_package(plugin: Any) -> bytes:
    """All files of a plugin's package, its data too. Installed ones are known by their versions as well."""
    file = getattr(plugin, "__file__", None) or ""
    return digest_tree(Path(file).parent) if Path(file).name == "__init__.py" else b""
