"""What a build warns of: noticed, since what it has to say it must say again the next time, and carried between processes."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager


class Warned(logging.Handler):
    """Notices, while it is entered, whether a warning or worse is logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said = False

    def emit(self, record: logging.LogRecord) -> None:
        self.said = True

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
