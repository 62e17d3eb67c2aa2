"""The output folder: new files are written aside, and moved to their places when all are made.

So no page is ever half written where readers look, a build that fails or is killed leaves the site as it was, or, if it was
moving, old and new pages, each whole; and a file that came out as it was is not touched.
"""

from __future__ import annotations

import contextlib
import filecmp
import glob
import os
import shutil
import stat
import tempfile
from collections.abc import Container, Iterable, Set
from pathlib import Path

from .manifest import Manifest, Stamp, standing

#: what the folder is called in which files are written aside, after a point and the output's name
ASIDE = "aside"


class Output:
    """An output folder while it is built again. ``before`` is what the last build noted; ``leave`` are names that it never
    touches (OUTPUT_RETENTION); ``alone`` says that nothing but the site may be in it (DELETE_OUTPUT_DIRECTORY)."""

    def __init__(self, folder: Path, before: Manifest, leave: Iterable[str] = (), *, alone: bool = False) -> None:
        self.folder = folder
        self.before = before
        self.leave = frozenset(leave)
        self.alone = alone
        #: whether files have been, or are being, moved to their places
        self.touched = False
        self._aside = ""

    def _standing(self) -> dict[str, Stamp]:
        """What stands in the folder, but what this build writes aside there."""
        return standing(self.folder, self.leave | {self._aside})

    @property
    def whole(self) -> bool:
        """Whether the folder is as the last build left it."""
        known = self.before.files
        stands = self._standing()
        return stands == known if self.alone else known.items() <= stands.items()

    def aside(self) -> Path:
        """An empty folder to write to, from which files can be moved here. Raises OSError.

        Its name is new, as what a killed build has begun may still be writing to the last.
        """
        beside, inside = self.folder.parent / f".{self.folder.name}.{ASIDE}", self.folder / f".{ASIDE}"
        for path in (beside, inside):
            for old in path.parent.glob(f"{glob.escape(path.name)}-*"):
                shutil.rmtree(old, ignore_errors=True)
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(OSError):  # where only the output itself may be written to
            made = Path(tempfile.mkdtemp(prefix=f"{beside.name}-", dir=beside.parent))
            if not self.folder.exists() or made.stat().st_dev == self.folder.stat().st_dev:
                return made
            made.rmdir()
        self.folder.mkdir(exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f"{inside.name}-", dir=self.folder))
        self._aside = made.name
        return made

    def land(self, aside: Path) -> dict[str, Stamp]:
        """Move what was written aside to its places, but what stands there byte for byte, and delete what belongs there no
        more. The stamps of what stands then."""
        made = standing(aside)
        self.folder.mkdir(exist_ok=True)
        self.touched = True
        self._clear(self._stale(made.keys()))
        self._move(str(aside), "", {path for path, (size, _) in made.items() if self._same(aside, path, size)})
        shutil.rmtree(aside, ignore_errors=True)
        return {path: stamp for path, stamp in self._standing().items() if path in made}

    def _stale(self, made: Set[str]) -> list[str]:
        """What was made before, or by nobody knows whom, and is not any more."""
        stands = self._standing().keys()
        return sorted((stands if self.alone else self.before.files.keys() & stands) - made)

    def _clear(self, stale: Iterable[str]) -> None:
        """Delete files, and the folders that hold nothing then."""
        for path in stale:
            (self.folder / path).unlink(missing_ok=True)  # what a killed build left aside is gone already
        for folder in sorted({os.path.dirname(path) for path in stale}, key=len, reverse=True):
            while folder and (self.folder / folder).is_dir() and not any((self.folder / folder).iterdir()):
                (self.folder / folder).rmdir()
                folder = os.path.dirname(folder)

    def _same(self, aside: Path, path: str, size: int) -> bool:
        """Whether a file stands in its place already, byte for byte."""
        there = self.folder / path
        try:
            at = there.lstat()
        except OSError:
            return False
        return stat.S_ISREG(at.st_mode) and at.st_size == size and filecmp.cmp(aside / path, there, shallow=False)

    def _move(self, source: str, below: str, but: Container[str]) -> None:
        """Move all that is in a folder to its place but these paths; a folder that is new there, as a whole."""
        with os.scandir(source) as found:
            entries = list(found)
        for entry in entries:
            target = self.folder / below / entry.name
            linked = self.alone and entry.name not in self.leave and target.is_symlink()  # it is cleared before all lands
            if entry.is_dir(follow_symlinks=False) and target.is_dir() and not linked:
                self._move(entry.path, f"{below}{entry.name}/", but)
            elif f"{below}{entry.name}" not in but:
                os.replace(entry.path, target)
