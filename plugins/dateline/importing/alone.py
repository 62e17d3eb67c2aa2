"""One import at a time in a folder: a lock that the system takes back from whoever ends, however that comes about."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

#: hidden, so that no build reads it; it may stay
NAME = ".dateline-import.lock"
#: what a file system says that knows no locks
UNKNOWN = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP})


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Have the folder for oneself. Raises BlockingIOError where another process has it, OSError where it cannot be asked for.

    Where the file system knows no locks, nobody is kept out.
    """
    lock = FileLock(folder / NAME, timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise BlockingIOError(f"another import is at work in {folder}: wait until it has ended") from error
    except NotImplementedError:
        pass
    except OSError as error:
        if error.errno not in UNKNOWN:
            raise
    try:
        yield
    finally:
        lock.release()
