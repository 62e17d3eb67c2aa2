"""What a build warns of: noticed, since what it has to say it must say again the next time, and carried between processes."""

from __future__ import annotations

import errno
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

#: the module of Pelican's that copies files, and only warns where it cannot
COPIES = "pelican.utils"
#: the disk takes no more
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS})


class Warned(logging.Handler):
    """Notices, while it is entered, whether a warning or worse is logged, and whether Pelican could not copy to a full disk."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said = False
        self._full: OSError | None = None

    def emit(self, record: logging.LogRecord) -> None:
        self.said = True
        given = record.args if record.name == COPIES and isinstance(record.args, tuple) else ()
        self._full = next((one for one in given if isinstance(one, OSError) and one.errno in FULL), self._full)

    def refuse(self) -> None:
        """Raise the error of the disk that took no copy of a file: a site without its stylesheet would stand there."""
        if self._full:
            raise self._full

    def __enter__(self) -> Warned:
        logging.getLogger().addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger().removeHandler(self)


class _Collected(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[tuple[str, int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append((record.name, record.levelno, record.getMessage()))


@contextmanager
def collected() -> Iterator[list[tuple[str, int, str]]]:
    """What is logged meanwhile, by logger, level and words, and nowhere else: a copy of a process must not write to a terminal
    that is being drawn on, whose lock may have been held when it was copied."""
    root, collector = logging.getLogger(), _Collected()
    before, root.handlers = root.handlers, [collector]
    try:
        yield collector.lines
    finally:
        root.handlers = before


def said_again(lines: Iterable[tuple[str, int, str]]) -> None:
    """Log here what was collected in another process."""
    for name, level, words in lines:
        logging.getLogger(name).log(level, "%s", words)
