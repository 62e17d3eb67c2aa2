"""``sources.yaml``: what the editors know of those who publish the articles."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .checked import entries


@dataclass(frozen=True, slots=True)
class Source:
    """Who publishes articles. ``since`` is the year, month or day in which it began; empty where nobody knows."""

    name: str
    since: str = ""


def sources(path: Path) -> tuple[tuple[Source, ...], tuple[str, ...]]:
    """The sources in a file, and what is wrong with it, a line each. A file that is not there holds none."""
    found, wrong = entries(path, "sources")
    return tuple(Source(**entry) for _, _, entry in found), tuple(wrong)
