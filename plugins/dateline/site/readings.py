"""What articles say, kept from one build to the next of a process: a server that builds again reads only what is new."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..model import Article, Reading
from ..reading import read_all
from ..settings import Settings


class Readings:
    """The readings of the last build, by article. Not kept are those that a warning may belong to, so that it is said again.

    ``new`` are the ids of the articles that the last build had to read, or to take from the cache.
    """

    def __init__(self) -> None:
        self.new: frozenset[str] = frozenset()
        self._had: dict[Article, Reading] = {}
        self._by: tuple[str, bytes] = "", b""

    def of(self, articles: Sequence[Article], settings: Settings) -> list[Reading]:
        """What each article says, in the order given, as :func:`read_all`; those of the last build are not read again as long
        as the model and what the desk knows of actors are the same."""
        by = settings.model, _content(settings.desk / "actors.yaml")
        had = self._had if by == self._by else {}
        new = [article for article in articles if article not in had]
        read = dict(zip(new, read_all(new, settings), strict=True))
        found = [had[article] if article in had else read[article] for article in articles]
        self.new = frozenset(article.id for article in new)
        self._by, self._had = by, {a: r for a, r in zip(articles, found, strict=True) if r.reports and not a.notes}
        return found


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""
