"""The generator: reads Pelican's articles through the pipeline, and writes the pages and exports."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pelican.contents import Article as PelicanArticle
from pelican.generators import Generator
from pelican.utils import get_relative_path, path_to_url
from tqdm import tqdm

from ..corpus.timeline import timeline
from ..desk import desk
from ..reading import ModelMissing, read_all
from ..settings import from_environment
from . import ledger, reader
from .exports import EXPORTS
from .filters import FILTERS
from .marks import marks
from .page import Page
from .pages import PAGES, review
from .prose import Prose
from .views import ArticleView, Views

log = logging.getLogger(__name__)
NAV = (
    ("Timeline", "timeline/"),
    ("Storylines", "storylines/"),
    ("Actors", "actors/"),
    ("Articles", "articles/"),
    ("Data", "data/"),
)


class TimelineGenerator(Generator):  # type: ignore[misc]
    """Pelican's hook: context first, then output."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.env.filters.update(FILTERS)

    def generate_context(self) -> None:
        """Read all articles; Pelican's own generators have run before."""
        found = self.context.get("articles", [])
        prose = {a.slug: Prose(a._content) for a in found}
        articles = [reader.article(a.slug, a.metadata, prose[a.slug]) for a in found]
        settings = from_environment()
        try:
            readings = read_all(articles, settings)
        except (ModelMissing, ValueError) as error:
            log.critical("%s", error)
            raise SystemExit(2) from error
        shown = [
            ArticleView(reading, prose[a.slug], str(a.metadata.get("author") or ""))
            for a, reading in zip(found, readings, strict=True)
        ]
        self.sources: dict[str, PelicanArticle] = {a.slug: a for a in found}
        on_desk = desk(settings.desk)
        line = timeline(readings, known=on_desk.actors, corrections=on_desk.corrections, kept=on_desk.kept)
        self.views = Views(line, shown, on_desk)
        ledger.keep(self.views, settings.desk / "ids.yaml", strict=bool(self.settings.get("DATELINE_STRICT")))
        self.event_pages = {
            id: e.url for e in self.views.events for id in (*(r.report for r in e.event.reports), *e.event.headlines)
        }

    def generate_output(self, writer: Any) -> None:
        """Write every page in PAGES and every file in EXPORTS."""
        makers = PAGES if self.settings.get("DATELINE_STRICT") else (*PAGES, review)
        pages = [page for make in makers for page in make(self.views)]
        pages += [Page(f"{p.slug}/", "page", {"page": p}) for p in self.context.get("pages", [])]
        for page in tqdm(pages, desc="Writing pages", unit="page", delay=1, disable=None):
            self._write(writer, page)
        for name, export in EXPORTS.items():
            path = Path(self.output_path, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(export(self.views, self.settings))

    def _write(self, writer: Any, page: Page) -> None:
        name = page.path if page.path.endswith(".html") else f"{page.path}index.html"
        context = {**page.context, "nav": self._nav(page.path), "feed_url": "feeds/all.atom.xml"}
        if page.template == "article":
            context["body_html"] = self._body(page.context["article"], name)
        if page.template == "page":
            context["content_html"] = Markup(page.context["page"].get_content(self._root(name)))
        relative = self.settings["RELATIVE_URLS"]
        writer.write_file(name, self.get_template(page.template), self.context, relative_urls=relative, **context)

    def _body(self, article: ArticleView, name: str) -> Markup:
        root, index = self._root(name), "index.html" if self.settings["RELATIVE_URLS"] else ""
        same, known = self.views.timeline.same[article.id], self.views.actors
        actors = {own: known[id].url for own, id in same.items() if id in known}
        found = marks(article, self.event_pages, actors, lambda path: f"{root}/{path}{index}")
        return Prose(self.sources[article.id].get_content(root)).marked(found)

    def _root(self, name: str) -> str:
        if self.settings["RELATIVE_URLS"]:
            return str(path_to_url(get_relative_path(name)))
        return str(self.settings["SITEURL"])

    def _nav(self, path: str) -> list[dict[str, Any]]:
        pages = [(p.title, f"{p.slug}/") for p in self.context.get("pages", [])]
        return [{"label": label, "url": url, "current": path.startswith(url)} for label, url in (*NAV, *pages)]
