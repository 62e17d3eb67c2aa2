"""What articles say, kept from one build to the next of a process: a server that builds again reads only what is new."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..corpus.corpus import FEW, Corpus
from ..model import Article, Reading
from ..reading import read_any
from ..settings import Settings


class Readings:
    """The readings of the last build, by article, where they are few. Not kept are those that a warning may belong to, so that
    it is said again.

    ``new`` are the ids of the articles that the last build had to read, or to take from the cache.
    """

    def __init__(self) -> None:
        self.new: frozenset[str] = frozenset()
        self._had: dict[Article, Reading] = {}
        self._by: tuple[str, bytes] = "", b""

    def of(self, articles: Sequence[Article], settings: Settings) -> Corpus:
        """What the articles say, in any order; those of the last build are not read again as long as the model is the same, and
        what the desk knows of actors. Raises as :func:`read_any`."""
        by = settings.model, _content(settings.desk / "actors.yaml")
        had, few = self._had if by == self._by else {}, len(articles) <= FEW
        new = [article for article in articles if article not in had]
        corpus = Corpus(had[article] for article in articles if article in had)
        self._by, self._had = by, {}
        found = read_any(new, settings)
        try:
            for number, reading in found:
                corpus.append(reading)
                if few:
                    had[new[number]] = reading
        except KeyboardInterrupt as stop:
            found.throw(stop)  # who reads says how far it is
        self.new = frozenset(article.id for article in new)
        self._had = {a: had[a] for a in articles if had[a].reports and not a.notes} if few else {}
        return corpus


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""
