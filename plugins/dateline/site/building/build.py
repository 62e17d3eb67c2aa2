"""A build of Dateline's own site: nothing where nothing changed; else all that Pelican and its plugins write goes aside first.

The ``run`` of one Pelican is replaced by that of a :class:`Build`: so it holds for ``make html``, for the server that builds
again at each change, and for whatever else calls it.
"""

from __future__ import annotations

import errno
import logging
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import gettempdir

from filelock import FileLock, Timeout
from pelican import Pelican
from pelican.log import LimitFilter, console

from ...settings import from_environment
from . import inputs, manifest, modules
from .inputs import digest
from .manifest import Manifest
from .output import Output
from .warned import FULL, Warned, log_again

log = logging.getLogger(__name__)
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
        self._run: Callable[[], None] = pelican.run

    def install(self) -> None:
        """Let Pelican run this."""
        self.pelican.delete_outputdir = False
        self.pelican.run = self.run

    def run(self) -> None:
        """Build the site, unless it stands as it would come out. One build of an output at a time: others of this user wait."""
        LimitFilter._raised_messages.clear()  # what the last build of this process warned of, this one says again
        with _only(self.folder):
            before = manifest.read(self._manifest) if self.cache else Manifest()
            output = Output(self.folder, before, self.settings["OUTPUT_RETENTION"], alone=self.alone and self._apart())
            with Warned() as warned:
                made_of, own = inputs.digest_inputs(self.settings, self.pelican.plugins), modules.ModuleDigests()
                if before.inputs == made_of and own.unchanged_since(before.modules) and output.whole:
                    log_again(before.warnings)
                    console.print(f"Nothing changed: {self.folder.name}/ stands as it was, {len(before.files):,} files.")
                    return
                with _told(output), self._aside(output):
                    self._run()
                    warned.refuse()
            done = own.unchanged_since_loaded() and warned.hears_warnings and not warned.transient
            self._note(Manifest(made_of if done else "", own.digests, self.stamps, warned.lines))

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
            yield
            self.stamps = output.land(aside)
        finally:
            self.pelican.output_path, self.settings["OUTPUT_PATH"] = paths
            shutil.rmtree(aside, ignore_errors=True)

    def _note(self, made: Manifest) -> None:
        try:
            if self.cache:
                manifest.write(self._manifest, made)
        except OSError as error:
            log.warning("%s: %s: the next build makes every page again", self._manifest, error.strerror)


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
