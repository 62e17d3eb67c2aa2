"""The generator: reads Pelican's articles through the pipeline, and writes the pages, the exports and the search index."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from pelican.contents import Article as PelicanArticle
from pelican.generators import Generator

from ..corpus.timeline import timeline
from ..desk import desk
from ..model import Reading
from ..reading import ModelMissing, read_all
from ..settings import from_environment
from . import jinja, ledger, offered, reader, rights
from .addresses import OWN, is_slug
from .also import further
from .broken import problems
from .building import jobs
from .chosen import Choice
from .conventions import conventions, published
from .files import Files
from .host import host
from .pages import IN_A_BLOG, PAGES, Page, review
from .prose import Prose
from .rendering import Rendering
from .shown import ArticleView, EventView
from .slugs import Claim, conflict_notes, resolve_slugs, single
from .translations import locale_of
from .views import Views

log = logging.getLogger(__name__)

#: one key date for so many articles; the fewest and the most on the home page
ARTICLES, KEY_DATES = 6, (5, 15)


class TimelineGenerator(Generator):  # type: ignore[misc]
    """Pelican's hook: context first, then output."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.host = host(self.settings)
        self.catalogue = jinja.catalogue(self.host.theme, self.settings["DEFAULT_LANG"])
        jinja.speak(self.env, self.host, self.settings)
        self.env.auto_reload = False  # a template is read once a build

    def generate_context(self) -> None:
        """Read all articles; Pelican's own generators have run before."""
        self.wanted, self.at = from_environment(), conventions(self.settings)
        found = self._found()
        try:
            self.locale = locale_of(self.settings["DEFAULT_LANG"], self.settings.get("DATELINE_LOCALE"))
            self.heads = {a.slug: reader.head(a) for a in found}
            usual = self.settings.get("DATELINE_TEXT")
            self.texts = {slug: rights.allowed(head.get("publish", usual)) for slug, head in self.heads.items()}
            prose = [Prose(a._content) for a in found]
            articles = [
                reader.article(a.slug, self.heads[a.slug], reader.date(a, self.at), text)
                for a, text in zip(found, prose, strict=True)
            ]
            readings = read_all(articles, self.wanted)
        except (ModelMissing, ValueError) as error:
            log.critical("%s", error)
            raise SystemExit(2) from error
        self.sources: dict[str, PelicanArticle] = {a.slug: a for a in found}
        self.views = self._views(readings, [self._article(*one) for one in zip(readings, prose, strict=True)])
        ledger.keep(self.views, self.wanted.desk / "ids.yaml", strict=bool(self.settings.get("DATELINE_STRICT")))
        self._offer(Choice(self.views))

    def _found(self) -> list[PelicanArticle]:
        """The articles to read; in a blog, not those whose front matter is wrong, or says that they are drafts."""
        found = self.context.get("articles", [])
        broken = {os.path.abspath(p.path) for p in problems(self.settings) if p.error} if self.host.adopted else frozenset()
        sound = [a for a in found if os.path.abspath(a.source_path or "") not in broken]
        sound = [a for a in sound if reader.written(a).status == "published"]
        if not self.host.adopted:
            self._settle(sound)
            sound.sort(key=lambda article: bool(article.metadata.get("slug")))  # what was written by hand gives way
        return single(sound, strict=bool(self.settings.get("DATELINE_STRICT")))

    def _settle(self, articles: list[PelicanArticle]) -> None:
        """Give each article an address of its own, where several have one title."""
        by_path = {os.path.relpath(a.source_path or ""): a for a in articles}
        claims = [self._claim(path, article) for path, article in by_path.items()]
        slugs = resolve_slugs(claims, desk(self.wanted.desk).kept)
        for path, note in conflict_notes(claims, slugs):
            log.warning("%s:1: %s", path, note)
        for path, article in by_path.items():
            article.slug = slugs[path]

    def _claim(self, path: str, article: PelicanArticle) -> Claim:
        written, date = bool(article.metadata.get("slug")), reader.date(article, self.at)
        return Claim(article.slug, written, published(date), path, lambda: Prose(article._content).text)

    def _article(self, reading: Reading, prose: Prose) -> ArticleView:
        source, head = self.sources[reading.article.id], self.heads[reading.article.id]
        return ArticleView(
            reading,
            prose,
            author=reader.author(head),
            locale=self.locale,
            text=self.texts[reading.article.id],
            page=self.host.to_blog(source.url) if self.host.adopted else "",
            also=further(head.get("also"), reading.article.url),
            modified=reader.modified(source, self.at),
            coming=self.at.is_coming(reader.date(source, self.at)),
        )

    def _views(self, readings: list[Reading], articles: list[ArticleView]) -> Views:
        on_desk = desk(self.wanted.desk)
        fewest, most = KEY_DATES
        line = timeline(
            readings,
            key_dates=min(max(len(readings) // ARTICLES, fewest), most),
            known=on_desk.actors,
            corrections=on_desk.corrections,
            kept=on_desk.kept,
            kept_actors=on_desk.kept_actors,
            least=self.wanted.worth,
        )
        return Views(rights.limited(line, self.texts), articles, on_desk, self.locale)

    def _offer(self, choice: Choice) -> None:
        """Give the templates and texts of the whole site what Dateline knows, before any is written."""
        known = self.context["generated_content"]
        contents = [known[path] for path in sorted(known) if known[path] is not None]
        for content in contents:
            read = self.sources.get(getattr(content, "slug", "")) is content
            content.dateline = offered.told(self.views, content.slug) if read else offered.Told()
        lists = offered.fill(contents, choice, self._small)
        pages = self.context.get("pages", [])
        if not self.host.adopted:
            self.context["pages"] = pages = single(pages, strict=bool(self.settings.get("DATELINE_STRICT")))
        self.render = Rendering(self.views, self.settings, self.host, pages, self.sources, lists)
        self.context.update(self.render.everywhere(), timeline=offered.timelines(choice))

    def _small(self, events: list[EventView]) -> str:
        """A small timeline for a text, with links as Pelican's texts have them, which it resolves for each page."""
        targets = offered.targets(events, self.host, with_index=self.settings["RELATIVE_URLS"])
        self.context["generated_content"].update(targets)
        part = self.get_template(jinja.template(self.host, "parts/small_timeline"))
        return str(part.make_module({**self.context, **offered.LINKS}).told(events))

    def generate_output(self, writer: Any) -> None:
        """Write every page in PAGES, every file in EXPORTS, the data of the filters and the search index."""
        folder = Path(self.output_path, self.host.folder)
        files = Files(self.views, self.render, self.host, self.settings, folder, self.catalogue)
        pages = list(self._pages())
        for name in sorted({page.template for page in pages}):  # read before processes are copied
            self.get_template(jinja.template(self.host, name))
        jobs.run(files.jobs(pages, partial(self._print, writer)), self.wanted.processes)

    def _print(self, writer: Any, page: Page) -> None:
        name, relative = f"{self.host.folder}{page.file}", self.settings["RELATIVE_URLS"]
        template = self.get_template(jinja.template(self.host, page.template))
        writer.write_file(name, template, self.context, relative_urls=relative, **self.render.context(page))

    def _pages(self) -> Iterator[Page]:
        """All pages; that for the editors is not in what is published."""
        adopted, strict = self.host.adopted, self.settings.get("DATELINE_STRICT")
        makers = IN_A_BLOG if adopted else PAGES
        public = strict or (adopted and self.settings["SITEURL"])
        for make in makers if public else (*makers, review):
            yield from make(self.views)
        if not adopted:
            yield from (Page(f"{p.slug}/", "page", {"page": p}) for p in self.context.get("pages", []) if _has_place(p))


def _has_place(page: Any) -> bool:
    """Whether a page's address is its own; one that is Dateline's is named, and left out."""
    if page.slug in OWN or not is_slug(page.slug):
        log.warning("%s: no page can stand at /%s/ (left out): give it another 'slug:'", page.source_path, page.slug)
        return False
    return True
