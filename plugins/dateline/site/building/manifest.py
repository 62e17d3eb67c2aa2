"""The manifest: what the last build left in the output folder, file by file, and what each was made of.

It lies in the cache, so that it is not published, and is worth nothing to another output folder. A file counts as standing only
as long as its size and its time are those that were noted: what somebody changed by hand, or a build that was ended left half
done, is made again.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .fingerprints import digest

#: the shape of the file; one of another shape is worth nothing
SCHEMA = 1
#: a file's size in bytes, and when it was last written, in nanoseconds
Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Manifest:
    """``whole`` is the fingerprint of all that the last build was made of; empty where it had something to warn of.

    ``files`` has the stamp of each file by its path below the output folder, ``made_of`` the fingerprint of what it was made
    of, for those that have one.
    """

    whole: str = ""
    files: Mapping[str, Stamp] = field(default_factory=dict)
    made_of: Mapping[str, str] = field(default_factory=dict)


def place(cache: Path, output: Path) -> Path:
    """Where the manifest of an output folder lies."""
    return cache / "builds" / f"{digest(os.path.realpath(output).encode('utf-8', 'surrogateescape')).hex()}.json"


def read(path: Path) -> Manifest:
    """The manifest in a file; an empty one where there is none, or it is damaged."""
    try:
        schema, whole, rows = json.loads(path.read_text(encoding="utf-8"))
        if schema != SCHEMA:
            return Manifest()
        files = {name: (int(size), int(time)) for name, size, time, _ in rows}
        return Manifest(str(whole), files, {name: str(made_of) for name, _, _, made_of in rows if made_of})
    except (OSError, ValueError, TypeError):
        return Manifest()


def write(path: Path, manifest: Manifest) -> None:
    """Put a manifest in the place of the one before, whole. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [(name, *stamp, manifest.made_of.get(name, "")) for name, stamp in sorted(manifest.files.items())]
    aside = path.with_suffix(".new")
    aside.write_text(json.dumps([SCHEMA, manifest.whole, rows]), encoding="utf-8")
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
