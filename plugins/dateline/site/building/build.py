"""A build of Dateline's own site: nothing where nothing changed; else all that Pelican and its plugins write goes aside first.

The ``run`` of one Pelican is replaced by that of a :class:`Build`: so it holds for ``make html``, for the server that builds
again at each change, and for whatever else calls it.
"""

from __future__ import annotations

import errno
import gc
import logging
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import gettempdir

from filelock import FileLock, Timeout
from pelican import Pelican, signals
from pelican.log import LimitFilter, console

from ...reading import ahead
from ...settings import from_environment
from . import inputs, manifest
from .fingerprints import digest
from .jobs import Ahead
from .manifest import Manifest
from .output import Output
from .warned import FULL, Warned

log = logging.getLogger(__name__)
#: where generators find the output of this run
OUTPUT = "TIMELINE_OUTPUT"
#: and what they may begin before its turn
AHEAD = "TIMELINE_AHEAD"
#: no room, or no right to write
REFUSED = FULL | {errno.EACCES, errno.EPERM}


class Build:
    """The builds of one site; each run is one."""

    def __init__(self, pelican: Pelican) -> None:
        self.pelican = pelican
        self.settings = pelican.settings
        self.folder = Path(pelican.output_path)
        self.alone = bool(pelican.delete_outputdir)
        self.cache = from_environment().cache
        self.again = False
        self._run: Callable[[], None] = pelican.run

    def install(self) -> None:
        """Let Pelican run this."""
        self.pelican.delete_outputdir = False
        self.pelican.run = self.run

    def run(self) -> None:
        """Build the site, unless it stands as it would come out. One build of an output at a time: others of this user wait.

        In a server, which builds again, pages are shown before the rest is made, unless a plugin works on the finished folder.
        """
        with _only(self.folder):
            before = manifest.read(self._manifest) if self.cache else Manifest()
            leave, alone = self.settings["OUTPUT_RETENTION"], self.alone and self._apart()
            early = self.again and alone and not signals.finalized.receivers
            output = Output(self.folder, before, leave, alone=alone, early=early)
            again, self.again = self.again, True  # a server builds more than once
            whole = inputs.whole(self.settings, self.pelican.plugins)
            if before.whole == whole and output.whole:
                console.print(f"Nothing changed: {self.folder.name}/ stands as it was, {len(before.files):,} files.")
                return
            LimitFilter._raised_messages.clear()  # what the last build of this process warned of, this one says again
            with Warned() as warned, _told(output), _reader(stays=again), self._aside(output), _garbage_left():
                self._run()
                warned.refuse()
            self._note(Manifest("" if warned.said else whole, self.stamps, output.made_of))

    @property
    def _manifest(self) -> Path:
        return manifest.place(self.cache or Path(), self.folder)

    def _apart(self) -> bool:
        """Whether the articles do not lie in the output."""
        return not Path(self.pelican.path).resolve().is_relative_to(self.folder.resolve())

    @contextmanager
    def _aside(self, output: Output) -> Iterator[None]:
        """Let Pelican and its plugins write aside; then, if nothing failed, move all of it to its place."""
        aside = output.aside()
        paths = self.pelican.output_path, self.settings["OUTPUT_PATH"]
        self.pelican.output_path = self.settings["OUTPUT_PATH"] = str(aside)
        try:
            with Ahead(from_environment().processes) as ahead:
                self.settings |= {OUTPUT: output, AHEAD: ahead}
                yield
            self.stamps = output.land(aside)
        finally:
            self.pelican.output_path, self.settings["OUTPUT_PATH"] = paths
            del self.settings[OUTPUT], self.settings[AHEAD]
            shutil.rmtree(aside, ignore_errors=True)

    def _note(self, made: Manifest) -> None:
        try:
            if self.cache:
                manifest.write(self._manifest, made)
        except OSError as error:
            log.warning("%s: %s: the next build makes every page again", self._manifest, error.strerror)


@contextmanager
def _reader(*, stays: bool) -> Iterator[None]:
    """Let a reader load its model while Pelican parses. It stays for the next build, unless this one fails."""
    ahead.begin(from_environment())
    try:
        yield
    except BaseException:
        ahead.end()
        raise
    if not stays:
        ahead.let_go()


@contextmanager
def _garbage_left() -> Iterator[None]:
    """Leave garbage be while all is read, which stays to the end: to look through it again and again takes long."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def _told(output: Output) -> Iterator[None]:
    """What the disk refuses in one line, which ends the build: the site stands as it was, but for what has been moved there."""
    try:
        yield
    except OSError as error:
        if error.errno not in REFUSED:
            raise
        stands = "has some new pages, else it stands" if output.touched else "stands"
        log.critical("%s: %s: %s %s as it was", error.filename or output.folder, error.strerror, output.folder, stands)
        raise SystemExit(2) from error


@contextmanager
def _only(folder: Path) -> Iterator[None]:
    """Alone with an output folder; another build of this user is waited for. The lock dies with its process."""
    name, user = digest(str(folder.resolve()).encode("utf-8", "surrogateescape")).hex(), getattr(os, "getuid", int)()
    lock = FileLock(Path(gettempdir(), f"dateline-{user}-{name}.lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        log.warning("Another build is writing %s: waiting for its end", folder)
        lock.acquire()
    try:
        yield
    finally:
        lock.release()
