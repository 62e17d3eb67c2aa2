"""The plugin: Dateline's connections to Pelican's signals. Pelican holds receivers weakly, so all are module-level."""

from __future__ import annotations

import logging
import os
from collections.abc import KeysView
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.contents import Content
from pelican.generators import CachingGenerator, Generator, StaticGenerator
from pelican.log import console
from pelican.urlwrappers import Category

from ..desk import desk
from ..frontmatter import ENDINGS
from ..settings import from_environment
from . import directives, jinja, outside, references, scheduled
from .addresses import fitted
from .broken import find_problems, problems
from .building.build import Build
from .clean import clean
from .conventions import conventions
from .filters import FILTERS
from .generator import TimelineGenerator
from .host import host, is_ours
from .reader import Reader
from .references import ContentFile

log = logging.getLogger(__name__)
#: what front matter can ask of Pelican, and not of Dateline, which gives each file its page and its address
PELICANS = {"override_save_as", "override_url"}
#: where Pelican writes drafts
OF_DRAFTS = ("DRAFT_SAVE_AS", "DRAFT_LANG_SAVE_AS", "DRAFT_PAGE_SAVE_AS", "DRAFT_PAGE_LANG_SAVE_AS")


class Refused(SystemExit):
    """Ends a build that was asked to be strict (DATELINE_STRICT) because of broken articles."""


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(read_environment)
    signals.initialized.connect(offer_filters)
    signals.initialized.connect(settle_own_site)
    signals.initialized.connect(build_aside)
    signals.generator_init.connect(offer_templates)
    signals.content_object_init.connect(prepare)
    signals.article_generator_init.connect(parse_once)
    signals.page_generator_init.connect(parse_once)
    signals.article_generator_init.connect(leave_out_broken)
    signals.page_generator_init.connect(leave_out_broken)
    signals.static_generator_init.connect(leave_out_broken)
    signals.static_generator_finalized.connect(keep_inside)
    signals.get_generators.connect(refuse_broken)
    signals.get_generators.connect(generators)


def generators(pelican: Pelican) -> type[TimelineGenerator]:
    """The generator that makes the timeline."""
    return TimelineGenerator


def read_environment(pelican: Pelican) -> None:
    """End with a line where a variable of Dateline's, or a setting that it reads, says what cannot be."""
    try:
        from_environment()
        conventions(pelican.settings)
    except ValueError as error:
        log.critical("%s", error)
        raise SystemExit(2) from error


def offer_filters(pelican: Pelican) -> None:
    """Give Dateline's filters to all templates: Pelican's own generators compile those of articles, too."""
    is_ours.cache_clear()
    pelican.settings["JINJA_FILTERS"] = {**FILTERS, **pelican.settings.get("JINJA_FILTERS", {})}
    pelican.settings["DATELINE_PATH"] = host(pelican.settings).folder
    jinja.catalogue.cache_clear()


def settle_own_site(pelican: Pelican) -> None:
    """On Dateline's own site no article or page is the translation of another, which Pelican would pass over: each file is one
    by itself, and has an address of its own. No draft is written, in whatever language."""
    if not host(pelican.settings).adopted:
        pelican.settings.update(dict.fromkeys(OF_DRAFTS, ""))
        pelican.settings["ARTICLE_TRANSLATION_ID"] = pelican.settings["PAGE_TRANSLATION_ID"] = ()


def build_aside(pelican: Pelican) -> None:
    """Dateline's own site is built only where something changed, and put into its place when it is whole."""
    if not host(pelican.settings).adopted:
        Build(pelican).install()


def offer_templates(generator: Generator) -> None:
    """Let the templates of every generator use Dateline's."""
    jinja.connect(generator.env, generator.settings)


def prepare(content: Content) -> None:
    """Before anything reads a text: no directive is a part of it; on Dateline's own site it is clean, and has an address."""
    if not isinstance(content._content, str):
        return
    if (said := content.metadata.pop("translation", None)) is not None and host(content.settings).adopted:
        content.metadata["translation"] = str(said)  # YAML reads a truth value, and Pelican wants text
    content._content = directives.taken_out(content._content)
    if not host(content.settings).adopted:
        _name_references(content)
        content._content = clean(content._content)
        for own in PELICANS & vars(content).keys():
            delattr(content, own)
        content.template = content.default_template
        if "slug" not in content.metadata:
            content.slug = fitted(content.slug)
        if not hasattr(content, "category"):  # Pelican's drafts end a build without one
            content.category = Category(content.settings["DEFAULT_CATEGORY"], content.settings)


def _name_references(content: Content) -> None:
    """Name the links and pictures of a file's text that will not be there on its page."""
    if content.source_path and os.path.isfile(content.source_path):
        folder, name = Path(content.settings["PATH"]), os.path.relpath(content.source_path)
        place = ContentFile(Path(content.source_path), name, folder, conventions(content.settings))
        for finding in references.findings(content._content, place):
            log.warning("%s", finding)


def refuse_broken(pelican: Pelican) -> None:
    """Say at the beginning of each build what waits for its day and what is wrong; in a strict one, end there."""
    if waiting := scheduled.told(pelican.settings):
        console.print(waiting, markup=False)
    found = find_problems(pelican.settings)
    strict = pelican.settings.get("DATELINE_STRICT", False)
    for problem in found:
        bad = strict and problem.error
        log.log(logging.ERROR if bad else logging.WARNING, "%s%s", problem, " (left out)" if problem.error and not bad else "")
    wrong = desk(from_environment().desk).problems
    for line in wrong:
        log.log(logging.ERROR if strict else logging.WARNING, "%s%s", line, "" if strict else " (left out)")
    if strict and (wrong or any(problem.error for problem in found)):
        raise Refused(2)


def parse_once(generator: CachingGenerator) -> None:
    """On Dateline's own site, let Pelican read Markdown with the front matter that was parsed when it was checked."""
    if not host(generator.settings).adopted:
        mine = Reader(generator.settings)
        generator.readers.readers.update({one: mine for one in generator.readers.readers if f".{one}" in ENDINGS})


def leave_out_broken(generator: Generator) -> None:
    """Let Pelican read every file but the broken ones, in the order of their paths; a blog keeps all that Pelican can read, and
    they are passed over."""
    if host(generator.settings).adopted:
        return
    every = generator.get_files

    def sound(paths: Any, exclude: Any = None, extensions: Any = None) -> KeysView[str]:
        broken = {os.path.relpath(Path(p.path), generator.path) for p in problems(generator.settings) if p.error}
        found = sorted(every(paths, exclude, extensions))
        left = [f for f in found if broken.isdisjoint((os.path.normpath(f), *map(str, Path(f).parents)))] if broken else found
        return dict.fromkeys(left).keys()  # a set, as Pelican wants, that has an order

    generator.get_files = sound


def keep_inside(generator: StaticGenerator) -> None:
    """Publish no file from outside the content; a blog keeps what Pelican takes."""
    if not host(generator.settings).adopted:
        outside.leave_out_strays(generator)
