"""What an import is asked to do, and the bounds within which the web is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .found import LARGEST


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of reading the web. Times are seconds: ``total`` is for one attempt at a page, its redirects included; before a
    second and third attempt ``backoff`` is waited, then twice that; a Retry-After up to ``longest_wait`` is obeyed.
    ``size`` counts bytes after decompression.
    """

    connect: float = 10
    read: float = 20
    total: float = 60
    retries: int = 2
    backoff: float = 1
    longest_wait: float = 30
    redirects: int = 5
    size: int = LARGEST


@dataclass(frozen=True, slots=True)
class Options:
    """``to`` is the folder of the articles; ``date`` the day of articles that have none; ``limit`` how many entries of a feed
    are taken; ``again`` whether what the log calls done is done anew; ``pause`` the seconds between two requests to a host;
    ``paywalled`` whether files are taken that say they are not free.
    ``allow_loopback`` is for tests.
    """

    to: Path = Path("content/articles")
    date: str = ""
    limit: int | None = None
    again: bool = False
    pause: float = 1
    paywalled: bool = False
    limits: Limits = Limits()
    allow_loopback: bool = False
