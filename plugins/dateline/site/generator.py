"""The generator: reads Pelican's articles through the pipeline, and writes the pages, the exports and the search index."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pelican.contents import Article as PelicanArticle
from pelican.generators import Generator
from tqdm import tqdm

from ..corpus.timeline import timeline
from ..desk import desk
from ..model import Reading
from ..reading import ModelMissing, read_all
from ..settings import from_environment
from . import ledger, reader, rights, search
from .exports import EXPORTS, sitemap
from .pages import PAGES, Page, review
from .prose import Prose
from .rendering import Rendering
from .shards import shards
from .shown import ArticleView
from .translations import locale_of, translations
from .views import Views

log = logging.getLogger(__name__)


class TimelineGenerator(Generator):  # type: ignore[misc]
    """Pelican's hook: context first, then output."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.catalogue = translations(Path(self.theme), self.settings["DEFAULT_LANG"])
        self.env.add_extension("jinja2.ext.i18n")
        self.env.install_gettext_translations(self.catalogue, newstyle=True)

    def generate_context(self) -> None:
        """Read all articles; Pelican's own generators have run before."""
        found = self.context.get("articles", [])
        try:
            self.wanted = from_environment()
            self.locale = locale_of(self.settings["DEFAULT_LANG"], self.settings.get("DATELINE_LOCALE"))
            texts = {a.slug: rights.allowed(a.metadata.get("publish") or self.settings.get("DATELINE_TEXT")) for a in found}
            prose = {a.slug: Prose(a._content) for a in found}
            readings = read_all([reader.article(a.slug, a.metadata, prose[a.slug]) for a in found], self.wanted)
        except (ModelMissing, ValueError) as error:
            log.critical("%s", error)
            raise SystemExit(2) from error
        self.sources: dict[str, PelicanArticle] = {a.slug: a for a in found}
        shown = [self._article(reading, prose[reading.article.id], texts[reading.article.id]) for reading in readings]
        self.views = self._views(readings, shown, texts)
        ledger.keep(self.views, self.wanted.desk / "ids.yaml", strict=bool(self.settings.get("DATELINE_STRICT")))

    def _article(self, reading: Reading, prose: Prose, text: str) -> ArticleView:
        author = str(self.sources[reading.article.id].metadata.get("author") or "")
        return ArticleView(reading, prose, author, self.locale, text)

    def _views(self, readings: list[Reading], shown: list[ArticleView], texts: dict[str, str]) -> Views:
        on_desk = desk(self.wanted.desk)
        line = timeline(readings, known=on_desk.actors, corrections=on_desk.corrections, kept=on_desk.kept)
        return Views(rights.limited(line, texts), shown, on_desk, self.locale)

    def generate_output(self, writer: Any) -> None:
        """Write every page in PAGES and every file in EXPORTS, the data of the filters, and the search index."""
        makers = PAGES if self.settings.get("DATELINE_STRICT") else (*PAGES, review)
        pages = [page for make in makers for page in make(self.views)]
        pages += [Page(f"{p.slug}/", "page", {"page": p}) for p in self.context.get("pages", [])]
        render = Rendering(self.views, self.settings, self.context.get("pages", []), self.sources)
        for page in tqdm(pages, desc="Writing pages", unit="page", delay=1, disable=None):
            name, relative = page.file, self.settings["RELATIVE_URLS"]
            template = self.get_template(page.template)
            writer.write_file(name, template, self.context, relative_urls=relative, **render.context(page))
        for name, content in self._files(pages, render):
            path = Path(self.output_path, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        search.write(
            self.views, Path(self.output_path), self.settings["DEFAULT_LANG"], self.wanted.cache, self.catalogue.gettext
        )

    def _files(self, pages: list[Page], render: Rendering) -> Iterator[tuple[str, bytes]]:
        for export in EXPORTS:
            yield from export(self.views, self.settings)
        yield from shards(self.views, self.catalogue.gettext)
        yield from sitemap.write(pages, self.settings)
        yield from render.pictures()
