"""The manifest: what the last build was made of, what it wrote and warned of, in a file of the cache that is safe to delete."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from .inputs import digest
from .warned import LogLine

#: the shape of the file; one of another shape is worth nothing
SCHEMA = 2
#: a file's size in bytes, and when it was last written, in nanoseconds
Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Manifest:
    """``inputs`` is the digest of all that the last build was made of but the site's own modules, of which ``modules`` has the
    digest of each by its file; empty where something failed that may succeed the next time.

    ``files`` has the stamp of each file by its path below the output folder, ``warnings`` what is to be said again.
    """

    inputs: str = ""
    modules: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, Stamp] = field(default_factory=dict)
    warnings: Sequence[LogLine] = ()


def place(cache: Path, output: Path) -> Path:
    """Where the manifest of an output folder lies."""
    return cache / "builds" / f"{digest(os.path.realpath(output).encode('utf-8', 'surrogateescape')).hex()}.json"


def read(path: Path) -> Manifest:
    """The manifest in a file; an empty one where there is none, or it is damaged."""
    try:
        schema, inputs, modules, rows, warnings = json.loads(path.read_text(encoding="utf-8"))
        if schema != SCHEMA:
            return Manifest()
        return Manifest(
            str(inputs),
            {str(file): str(digest) for file, digest in modules.items()},
            {str(name): (int(size), int(time)) for name, size, time in rows},
            [LogLine(str(logger), int(level), str(words)) for logger, level, words, _ in warnings],
        )
    except (OSError, ValueError, TypeError, AttributeError):
        return Manifest()


def write(path: Path, manifest: Manifest) -> None:
    """Put a manifest in the place of the one before, whole. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [(name, *stamp) for name, stamp in sorted(manifest.files.items())]
    aside = path.with_suffix(".new")
    told = [SCHEMA, manifest.inputs, dict(manifest.modules), rows, list(manifest.warnings)]
    aside.write_text(json.dumps(told), encoding="utf-8")
    aside.replace(path)


def standing(folder: Path, leave: frozenset[str] = frozenset()) -> dict[str, Stamp]:
    """The stamps of all files below a folder, by path; names in ``leave`` are passed over, links are not followed."""
    return dict(_walk(str(folder), "", leave))


def _walk(folder: str, below: str, leave: frozenset[str]) -> Iterator[tuple[str, Stamp]]:
    with contextlib.suppress(FileNotFoundError), os.scandir(folder) as found:
        for entry in found:
            if entry.name in leave:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{below}{entry.name}/", leave)
            else:
                at = entry.stat(follow_symlinks=False)
                yield f"{below}{entry.name}", (at.st_size, at.st_mtime_ns)
