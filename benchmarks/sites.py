"""Sites of made-up timelines, written by Pelican through the theme's own templates."""

from __future__ import annotations

import gzip
import html
import io
import json
import multiprocessing
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar
from unittest.mock import patch

from dateline.site import files, generator, pages
from dateline.site.exports import timelinejs
from dateline.site.pages import Page
from dateline.site.shown import ArticleView
from dateline.site.views import Views
from pelican import Pelican
from pelican.settings import read_settings
from synthetic import made

ROOT = Path(__file__).parent.parent
#: more events than these, and pages of which there are about as many as events are left out, but for a few
WHOLE, FEW = 5_000, 5
MANY = ("event", "article", "relation", "actor", "embed", "storyline")


@dataclass(frozen=True)
class Site:
    """A site that was written: where, how many pages of which template, in what time, and the paths of some of them."""

    folder: Path
    events: int
    pages: dict[str, int]
    seconds: float
    left_out: int
    largest: str
    paths: dict[str, str]


class Source:
    """Stands for Pelican's article, of which the pages need the HTML."""

    def __init__(self, article: ArticleView) -> None:
        self._content = str(article.prose.marked())

    def _update_content(self, content: str, _root: str) -> str:
        return content


class MadeUp(generator.TimelineGenerator):  # type: ignore[misc]
    """The generator of the timeline, with a made-up one."""

    number: ClassVar[int]
    views: Views

    def generate_context(self) -> None:
        """Instead of reading articles, make them up."""
        self.wanted = generator.from_environment()
        line, articles = made(self.number)
        self.locale = self.settings["DATELINE_LOCALE"]
        self.sources = {a.id: Source(a) for a in articles}
        self.views = Views(line, articles, locale=self.locale)
        type(self).kept, type(self).begun = self.views, time.perf_counter()
        self._offer(generator.Choice(self.views))

    kept: ClassVar[Views]
    begun: ClassVar[float]


def build(number: int, folder: Path, *, whole: bool = False) -> Site:
    """The site of this many events in this folder, written by a process of its own, so that its memory is gone after."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_build, number, folder, whole or number <= WHOLE).result()


def _build(number: int, folder: Path, whole: bool) -> Site:
    MadeUp.number = number
    written: list[Page] = []
    counted: list[int] = []

    def chosen(views: Views) -> Iterator[Page]:
        every = [page for make in pages.PAGES for page in make(views)]
        counted.append(len(every))
        written.extend(every if whole else lean(every, views))
        yield from written

    _pelican(folder, (chosen,))
    seconds = time.perf_counter() - MadeUp.begun
    views = MadeUp.kept
    (folder / "vis.json").write_text(json.dumps(list(items(views)), ensure_ascii=False), encoding="utf-8")
    counts = {t: sum(p.template == t for p in written) for t in dict.fromkeys(p.template for p in written)}
    return Site(folder, number, counts, seconds, counted[0] - len(written), _largest(folder, written), _paths(written, views))


def _pelican(folder: Path, makers: Sequence[Callable[[Views], Iterator[Page]]]) -> None:
    """Run Pelican on no articles, with these makers of pages; of the exports only that which TimelineJS reads, no search."""
    with tempfile.TemporaryDirectory() as empty:
        for name in ("articles", "pages"):
            Path(empty, name).mkdir()
        own = {"PATH": empty, "OUTPUT_PATH": str(folder), "PLUGIN_PATHS": [str(ROOT / "plugins")], "DATELINE_STRICT": True}
        settings = read_settings(str(ROOT / "pelicanconf.py"), override=own)
        with (
            patch("dateline.site.plugin.TimelineGenerator", MadeUp),
            patch.object(generator, "PAGES", makers),
            patch.object(files, "EXPORTS", (timelinejs.write,)),
            patch.object(files.Files, "_search", lambda _: iter(())),
            redirect_stdout(io.StringIO()),
        ):
            Pelican(settings).run()


def lean(every: Sequence[Page], views: Views) -> Iterator[Page]:
    """All pages of which there are few; of the others some, those of the heaviest actors among them."""
    top = {a.url for a in sorted(views.actors.values(), key=lambda a: -a.count)[:FEW]}
    seen = dict.fromkeys(MANY, 0)
    for page in every:
        if page.template in MANY and page.path not in top:
            seen[page.template] += 1
            if seen[page.template] > FEW:
                continue
        yield page


def items(views: Views) -> Iterator[dict[str, Any]]:
    """The same events as vis-timeline takes them."""
    for event in views.dated:
        if event.when:
            ends = {} if event.when.first == event.when.last else {"end": event.when.last}
            yield {"id": event.id, "content": html.escape(event.summary), "start": event.when.first, **ends}


def _largest(folder: Path, written: Sequence[Page]) -> str:
    """The three largest pages, each of another template, as a reader fetches them."""
    sizes: dict[str, tuple[float, str]] = {}
    for page in written:
        size = len(gzip.compress((folder / page.file).read_bytes(), 6)) / 1024
        sizes[page.template] = max(sizes.get(page.template, (0.0, "")), (size, page.path))
    return "  ".join(f"{path or 'home'} {size:.1f} KB" for size, path in sorted(sizes.values(), reverse=True)[:3])


def _fullest(views: Views) -> str:
    """The year with most events."""
    return max(views.by_year, key=lambda year: len(views.by_year[year]))


def _paths(written: Sequence[Page], views: Views) -> dict[str, str]:
    """A page of each template, by its name; of actors the most active."""
    found = {page.template: page.file for page in reversed(written)}
    top = max(views.actors.values(), key=lambda a: a.count)
    year = f"timeline/{_fullest(views)}/index.html"
    return {**found, "actor": f"{top.url}index.html", "span": year}
