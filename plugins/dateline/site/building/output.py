"""The output folder: new files are written aside, and moved to their places when all are made.

So no page is ever half written where readers look, a build that fails or is killed leaves the site as it was, or, if it was
moving, old and new pages, each whole; and a file that came out as it was is not touched. Where somebody waits, pages go first.
"""

from __future__ import annotations

import contextlib
import filecmp
import glob
import os
import shutil
import stat
import tempfile
from collections.abc import Container, Iterable
from functools import cached_property
from pathlib import Path

from .manifest import Manifest, Stamp, standing

#: what the folder is called in which files are written aside, after a point and the output's name
ASIDE = "aside"


class Output:
    """An output folder while it is built again. ``before`` is what the last build noted; ``leave`` are names that it never
    touches (OUTPUT_RETENTION); ``alone`` says that nothing but the site may be in it (DELETE_OUTPUT_DIRECTORY); ``early``, that
    somebody waits for the pages, and is to see them before the rest is made."""

    def __init__(
        self, folder: Path, before: Manifest, leave: Iterable[str] = (), *, alone: bool = False, early: bool = False
    ) -> None:
        self.folder = folder
        self.before = before
        self.leave = frozenset(leave)
        self.alone = alone
        self.early = early
        self.made_of: dict[str, str] = {}
        self._folders: dict[str, str] = {}
        self._kept: set[str] = set()
        self._made: set[str] = set()
        self._aside = ""

    @cached_property
    def _standing(self) -> dict[str, Stamp]:
        """What stands in the folder, but what this build writes aside there: looked through when it is first asked for, so that
        where somebody waits for a page that changed, it is shown before."""
        return self._seen()

    def _seen(self) -> dict[str, Stamp]:
        return standing(self.folder, self.leave | {self._aside})

    @property
    def whole(self) -> bool:
        """Whether the folder is as the last build left it."""
        known = self.before.files
        return self._standing == known if self.alone else known.items() <= self._standing.items()

    @property
    def touched(self) -> bool:
        """Whether files have been, or are being, moved to their places."""
        return bool(self._made)

    def keep(self, path: str, made_of: str) -> bool:
        """Note what a file is made of. Whether it stands there, made of the same: then it need not be made again."""
        self.made_of[path] = made_of
        if self.before.made_of.get(path) != made_of or not self._stands(path):
            return False
        self._kept.add(path)
        return True

    def keep_below(self, folder: str, made_of: str) -> bool:
        """The same for all the files in a folder, whose path ends in "/", together."""
        self._folders[folder] = made_of
        paths = [p for p, of in self.before.made_of.items() if of == made_of and p.startswith(folder)]
        if not paths or not all(map(self._stands, paths)):
            return False
        self._kept.update(paths)
        return True

    def leave_standing(self, paths: Iterable[str]) -> None:
        """Leave files that stand as they would be made."""
        self._kept.update(path for path in paths if path in self._standing)

    def _stands(self, path: str) -> bool:
        return path in self._standing and self._standing[path] == self.before.files.get(path)

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

    def hand_over(self, aside: Path) -> None:
        """Move what is made so far to its place; :meth:`land` moves the rest, and what cannot be moved yet."""
        with contextlib.suppress(OSError):
            self._take(aside, standing(aside))

    def land(self, aside: Path) -> dict[str, Stamp]:
        """Move what was written aside to its places, and delete what belongs there no more. The stamps of what stands then."""
        made = standing(aside)
        self.folder.mkdir(exist_ok=True)
        self._clear(self._stale({*made, *self._made}))
        self._take(aside, made)
        shutil.rmtree(aside, ignore_errors=True)
        now = self._seen()
        for folder, made_of in self._folders.items():
            self.made_of.update((path, made_of) for path in now if path.startswith(folder))
        return {path: stamp for path, stamp in now.items() if path in self._made or path in self._kept}

    def _take(self, aside: Path, made: dict[str, Stamp]) -> None:
        """Move files to their places, but for those that stand there already."""
        same = {path for path, (size, _) in made.items() if self._same(aside, path, size)}
        self._made |= made.keys()
        self._move(str(aside), "", same)

    def _stale(self, made: Iterable[str]) -> list[str]:
        """What was made before, or by nobody knows whom, and is not any more."""
        candidates = set(self._standing) if self.alone else self.before.files.keys() & self._standing.keys()
        return sorted(candidates - set(made) - self._kept)

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
