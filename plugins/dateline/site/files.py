"""The files of the site, as jobs: exports, shards, pictures, and pages that would come out anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Any

from babel.support import NullTranslations

from . import looks
from .building.contents import Contents
from .building.jobs import Job
from .building.output import Output
from .exports import EXPORTS, sitemap
from .exports.rows import Content
from .host import Host
from .pages import Later, Page
from .rendering import Picture, Rendering
from .shards import shards
from .views import Views

#: pages are made in so many parts, each a job; all have pages of the kinds of which there are many, so that none takes longest
PARTS = 24
Made = Iterable[tuple[str, Content]]


@dataclass(frozen=True)
class Files:
    """What the files of a site are made from. ``root`` is the folder to write to.

    ``output`` and ``contents`` tell what stands already; in a blog, which writes to its output itself, there are none.
    """

    views: Views
    render: Rendering
    host: Host
    settings: Mapping[str, Any]
    root: Path
    words: NullTranslations
    output: Output | None = None
    contents: Contents | None = None

    def pages(self, pages: Iterable[Page | Later], printed: Callable[[Page], None]) -> list[Job]:
        """The jobs of those pages that do not stand; ``printed`` writes one."""
        due = [page for page in pages if not self._stands(page)]
        return [partial(_printed, printed, part) for part in _parts(due, attrgetter("template"))]

    def others(self, pages: Sequence[Page | Later]) -> list[Job]:
        """The jobs of all files beside these pages, the longest first."""
        settings = self.host.settings(self.settings)
        made: list[Callable[[], Made]] = [partial(export, self.views, settings) for export in EXPORTS]
        made += [partial(shards, self.views, self.words.gettext), partial(sitemap.write, pages, settings), self._looks]
        drawn = [picture for picture in self.render.pictures() if not self._drawn(picture)]
        return [
            *(partial(self._put, one) for one in made),
            *(partial(self._put, partial(_pictures, part)) for part in _parts(drawn)),
        ]

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

    def _stands(self, page: Page | Later) -> bool:
        made_of = self.contents.of_page(page.page()) if self.contents else None
        return bool(made_of and self.output and self.output.keep(page.file, made_of))

    def _drawn(self, picture: Picture) -> bool:
        return bool(self.output and self.contents and self.output.keep(picture.path, self.contents.of_picture(picture)))


def _pictures(pictures: Iterable[Picture]) -> Made:
    return ((one.path, one.draw()) for one in pictures)


def _parts(items: Sequence[Any], kind: Callable[[Any], str] = lambda one: "") -> Iterator[list[Any]]:
    """The items in at most so many parts: many of a kind in runs, as neighbours show much the same; the few are dealt out."""
    kinds: dict[str, list[Any]] = {}
    for one in items:
        kinds.setdefault(kind(one), []).append(one)
    for n in range(PARTS):
        runs = (_run(group, (n + shift) % PARTS) for shift, group in enumerate(kinds.values()))
        if part := [one for run in runs for one in run]:
            yield part


def _run(group: list[Any], number: int) -> list[Any]:
    return group[len(group) * number // PARTS : len(group) * (number + 1) // PARTS]


def _printed(printed: Callable[[Page], None], pages: Iterable[Page | Later]) -> None:
    for page in pages:
        printed(page.page())
