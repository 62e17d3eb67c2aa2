"""What a build warns of: noticed, since what it has to say it must say again the next time, and carried between processes."""

from __future__ import annotations

import errno
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from ...failures import TRANSIENT, is_transient

#: the module of Pelican's that copies files, and only warns where it cannot
COPIES = "pelican.utils"
#: the disk takes no more
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS})


class LogLine(NamedTuple):
    """What was logged: by which logger, at which level, in which words, and whether it may be gone the next time."""

    logger: str
    level: int
    words: str
    transient: bool = False


def log_line(record: logging.LogRecord) -> LogLine:
    """A record as it can be stored, or sent to another process."""
    return LogLine(record.name, record.levelno, record.getMessage(), is_transient(record))


def log_again(lines: Iterable[LogLine]) -> None:
    """Log here what was logged in another process, or by another build."""
    for one in lines:
        logging.getLogger(one.logger).log(one.level, "%s", one.words, extra=TRANSIENT if one.transient else None)


class Warned(logging.Handler):
    """Notices, while it is entered, what is logged as a warning or worse, and whether Pelican could not copy to a full disk."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[LogLine] = []
        self._full: OSError | None = None

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(log_line(record))
        given = record.args if record.name == COPIES and isinstance(record.args, tuple) else ()
        self._full = next((one for one in given if isinstance(one, OSError) and one.errno in FULL), self._full)

    @property
    def transient(self) -> bool:
        """Whether something failed that may succeed the next time."""
        return any(one.transient for one in self.lines)

    @property
    def hears_warnings(self) -> bool:
        """Whether warnings are logged at all: a build that was asked to be quiet does not know what went wrong."""
        return logging.getLogger().isEnabledFor(logging.WARNING)

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
        self.lines: list[LogLine] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(log_line(record))


@contextmanager
def collected() -> Iterator[list[LogLine]]:
    """What is logged meanwhile, and nowhere else: a copy of a process must not write to a terminal that is being drawn on,
    whose lock may have been held when it was copied."""
    root, collector = logging.getLogger(), _Collected()
    before, root.handlers = root.handlers, [collector]
    try:
        yield collector.lines
    finally:
        root.handlers = before
