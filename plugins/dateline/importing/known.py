"""What is in the folder already: by address, by text, and which titles name an article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from unidecode import unidecode

from ..frontmatter import parse
from . import heads
from .found import Found
from .likeness import COPY, Index, runs, share
from .web.urls import same
from .words.escaping import squeezed


class Known:
    """The articles of a folder. Of their texts only sketches are kept; paths are relative to the folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._urls: dict[str, str] = {}
        self._titles: set[str] = set()
        self._texts = Index()
        for path in sorted(folder.rglob("*.md")):
            self._read(path)

    def add(self, name: str, found: Found) -> None:
        """Remember an article that was written."""
        self._remember(name, [found.url, *found.urls], found.title, found.text)

    def meet(self, name: str, urls: Iterable[str]) -> None:
        """Remember that these addresses lead to this article too."""
        for url in filter(None, urls):
            self._urls.setdefault(same(url), name)

    def at(self, *urls: str) -> str:
        """The article with one of these addresses; empty where there is none."""
        return next((self._urls[key] for url in urls if url and (key := same(url)) in self._urls), "")

    def like(self, text: str) -> str:
        """The article that is most nearly this text, if it is a copy of it; empty where there is none."""
        mine = runs(text)
        shares = [(share(mine, runs(self.body(name))), name) for name in self._texts.near(mine)]
        best = max(shares, key=lambda pair: (pair[0], pair[1]), default=(0.0, ""))
        return best[1] if best[0] >= COPY else ""

    def needs_slug(self, title: str) -> bool:
        """Whether the title alone would not name an article, since it has no letters or another has the same."""
        return _letters(title) in self._titles | {""}

    def head(self, name: str) -> dict[str, object]:
        """The front matter of an article."""
        return dict(parse(self.text(name)).values)

    def body(self, name: str) -> str:
        """The text of an article below its head; empty where it is gone."""
        return parse(self.text(name)).body

    def text(self, name: str) -> str:
        """The whole file of an article, its line ends as they are; empty where it is gone or cannot be read."""
        try:
            return (self._folder / name).read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return ""

    def _read(self, path: Path) -> None:
        name = path.relative_to(self._folder).as_posix()
        found = parse(self.text(name))
        self._remember(name, heads.sources(found.values), str(found.values.get("title") or ""), found.body)

    def _remember(self, name: str, urls: Iterable[str], title: str, text: str) -> None:
        self.meet(name, urls)
        self._titles.add(_letters(title))
        self._texts.add(name, runs(text))


def _letters(title: str) -> str:
    """The title's letters and digits as ASCII: titles that differ in no more than these may get one address."""
    return re.sub(r"[^a-z0-9]+", "", unidecode(squeezed(title)).lower())
