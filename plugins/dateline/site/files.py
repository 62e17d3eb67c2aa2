"""The files of the site, as jobs: pages, exports, shards, pictures, and the search index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from babel.support import NullTranslations

from . import looks, search
from .building.jobs import Job
from .exports import EXPORTS, sitemap
from .exports.rows import Content
from .host import Host
from .pages import Page
from .rendering import Picture, Rendering
from .shards import shards
from .views import Views

#: pages, and pictures, are made in so many parts, each a job
PARTS = 24
Made = Iterable[tuple[str, Content]]


@dataclass(frozen=True)
class Files:
    """What the files of a site are made from. ``root`` is the folder to write to."""

    views: Views
    render: Rendering
    host: Host
    settings: Mapping[str, Any]
    root: Path
    words: NullTranslations

    def jobs(self, pages: Sequence[Page], printed: Callable[[Page], None]) -> list[Job]:
        """The jobs of all files, the longest first; ``printed`` writes a page."""
        settings = self.host.settings(self.settings)
        made: list[Callable[[], Made]] = [partial(export, self.views, settings) for export in EXPORTS]
        made += [partial(shards, self.views, self.words.gettext), partial(sitemap.write, pages, settings), self._looks]
        made += [partial(_pictures, part) for part in _parts(list(self.render.pictures()))]
        return [
            self._search,
            *(partial(self._put, one) for one in made),
            *(partial(_printed, printed, part) for part in _parts(pages)),
        ]

    def _search(self) -> None:
        found = search.pages(self.views, str(self.settings["DEFAULT_LANG"]), self.words.gettext)
        search.write(found, str(self.settings["DEFAULT_LANG"]), self.root / search.FOLDER)

    def _put(self, make: Callable[[], Made]) -> None:
        for name, content in make():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as file:
                file.writelines((content,) if isinstance(content, bytes) else content)

    def _looks(self) -> Made:
        if self.host.adopted:
            looks.write(self.root)
        else:
            yield "theme/site.css", looks.whole(self.host.theme)


def _pictures(pictures: Iterable[Picture]) -> Made:
    return ((path, draw()) for path, draw in pictures)


def _parts(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """The items dealt out into so many parts, so that none has all that take long."""
    return (part for n in range(PARTS) if (part := items[n::PARTS]))


def _printed(printed: Callable[[Page], None], pages: Iterable[Page]) -> None:
    for page in pages:
        printed(page)
