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

from ..corpus.corpus import Cast, Corpus
from ..corpus.teller import Teller
from ..corpus.timeline import timeline
from ..desk import desk
from ..reading import ModelMissing
from ..settings import from_environment
from . import jinja, ledger, offered, reader, rights, search
from .addresses import OWN, is_slug
from .also import further
from .broken import problems
from .building import jobs
from .building.build import AHEAD, OUTPUT
from .building.contents import Contents
from .building.fingerprints import digest
from .building.output import Output
from .building.templates import Templates
from .chosen import Choice
from .doubles import single
from .files import Files
from .host import host
from .pages import IN_A_BLOG, PAGES, Later, Page, review
from .pages.articles import one_article
from .prose import prose
from .readings import Readings
from .rendering import Rendering
from .shown import ArticleView, EventView
from .translations import locale_of
from .views import Views

log = logging.getLogger(__name__)
#: what this process has read, and who tells of it
READINGS = Readings()
TELLER = Teller()


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
        found = self._found()
        try:
            self.wanted = from_environment()
            self.locale = locale_of(self.settings["DEFAULT_LANG"], self.settings.get("DATELINE_LOCALE"))
            texts = {a.slug: rights.allowed(a.metadata.get("publish", self.settings.get("DATELINE_TEXT"))) for a in found}
            corpus = READINGS.of([reader.article(a.slug, a.metadata, prose(a._content)) for a in found], self.wanted)
        except (ModelMissing, ValueError) as error:
            log.critical("%s", error)
            raise SystemExit(2) from error
        self.sources: dict[str, PelicanArticle] = {a.slug: a for a in found}
        self.views = self._views(corpus, texts)
        ledger.keep(self.views, self.wanted.desk / "ids.yaml", strict=bool(self.settings.get("DATELINE_STRICT")))
        output = self.settings.get(OUTPUT)
        self.later = [] if output and output.early else self._search()
        self._offer(Choice(self.views))

    def _found(self) -> list[PelicanArticle]:
        """The articles to read; in a blog, not those whose front matter is wrong."""
        found = self.context.get("articles", [])
        broken = {os.path.abspath(p.path) for p in problems(self.settings)} if self.host.adopted else frozenset()
        sound = [a for a in found if os.path.abspath(a.source_path or "") not in broken]
        return single(sound, strict=bool(self.settings.get("DATELINE_STRICT")))

    def _article(self, corpus: Corpus, cast: Cast, text: str) -> ArticleView:
        source = self.sources[cast.article.id]
        author = str(source.metadata.get("author") or "")
        page = self.host.to_blog(source.url) if self.host.adopted else ""
        also = further(source.metadata.get("also"), cast.article.url)
        return ArticleView(
            corpus, cast.number, cast.article, cast.reports, source._content, author, self.locale, text, page=page, also=also
        )

    def _views(self, corpus: Corpus, texts: dict[str, str]) -> Views:
        on_desk = desk(self.wanted.desk)
        shown = [self._article(corpus, cast, texts[cast.article.id]) for cast in corpus.casts]
        line = timeline(corpus, known=on_desk.actors, corrections=on_desk.corrections, kept=on_desk.kept, teller=TELLER)
        return Views(rights.limited(line, texts), shown, on_desk, self.locale)

    def _search(self) -> list[jobs.Job]:
        """The job of the search index, where it does not stand; it takes long, and begins now if nobody waits for the pages."""
        output, ahead = self.settings.get(OUTPUT), self.settings.get(AHEAD)
        self.index = search.Index(self.views, str(self.settings["DEFAULT_LANG"]), self.catalogue.gettext)
        if output and output.keep_below(f"{search.FOLDER}/", self.index.key):
            return []
        target = Path(self.output_path, self.host.folder, search.FOLDER)
        job = partial(self.index.write, target, self._workshop, output.folder / search.FOLDER if output else None)
        if not ahead or output.early:
            return [job]
        ahead.begin(job)
        return []

    @property
    def _workshop(self) -> Path | None:
        """Where the search index of this output is made, if anything is kept."""
        output = self.settings.get(OUTPUT)
        folder = os.path.realpath(output.folder if output else self.output_path)
        name = digest(folder.encode("utf-8", "surrogateescape")).hex()
        return self.wanted.cache / "search" / name if self.wanted.cache else None

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
        """Write every page in PAGES, every file in EXPORTS, the data of the filters and the search index; where somebody waits,
        the pages of new articles first, then the others."""
        output: Output | None = self.settings.get(OUTPUT)
        files = Files(
            self.views, self.render, self.host, self.settings, Path(self.output_path, self.host.folder), self.catalogue,
            output, self._contents() if output else None,
        )  # fmt: skip
        printed = partial(self._print, writer)
        early = output if output and output.early else None
        new = [one_article(self.views, one) for one in self.views.articles if one.id in READINGS.new] if early else []
        if early:
            self._show(early, files.pages(new, printed))
        pages = list(self._pages())
        for name in sorted({page.template for page in pages}):  # read before processes are copied
            self.get_template(jinja.template(self.host, name))
        shown = {page.file for page in new}
        due = files.pages([page for page in pages if page.file not in shown], printed)
        if early:
            self._show(early, due)
            due, self.later = [], self._search()
        jobs.run([*self.later, *files.others(pages), *due], self.wanted.processes, self.settings.get(AHEAD))
        if output:
            output.leave_standing(f"{search.FOLDER}/{path}" for path in self.index.written(self._workshop))

    def _show(self, output: Output, pages: list[jobs.Job]) -> None:
        """Write pages, and show them before the rest is made."""
        jobs.run(pages, self.wanted.processes)
        output.hand_over(Path(self.output_path))

    def _print(self, writer: Any, page: Page) -> None:
        name, relative = f"{self.host.folder}{page.file}", self.settings["RELATIVE_URLS"]
        template = self.get_template(jinja.template(self.host, page.template))
        writer.write_file(name, template, self.context, relative_urls=relative, **self.render.context(page))

    def _contents(self) -> Contents:
        words = getattr(self.catalogue, "_catalog", {})  # the theme's, in the site's language
        return Contents(self.render, Templates(self.env, self.settings), words)

    def _pages(self) -> Iterator[Page | Later]:
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
