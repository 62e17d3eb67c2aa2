"""A finding: what an editor would want to know of an article before it is built."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What is wrong in a file, on which line (from 1), and what to do. ``error`` says that the file cannot be used so, and that
    the site is not published with it.
    """

    path: str
    line: int
    message: str
    error: bool = True

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"
