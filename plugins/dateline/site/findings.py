"""A finding: what an editor would want to know of an article before it is built."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What is wrong in a file, on which line (from 1). ``error`` says that it keeps the site from being published."""

    path: str
    line: int
    message: str
    error: bool = True

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"
