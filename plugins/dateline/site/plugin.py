"""The plugin: Dateline's connections to Pelican's signals. Pelican holds receivers weakly, so all are module-level."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.contents import Content
from pelican.generators import ArticlesGenerator, Generator
from pelican.urlwrappers import Category

from ..desk import desk
from ..settings import from_environment
from . import directives, jinja
from .addresses import fitted
from .broken import find_problems
from .clean import clean
from .filters import FILTERS
from .generator import TimelineGenerator
from .host import host

log = logging.getLogger(__name__)


class Refused(SystemExit):
    """Ends a build that was asked to be strict (DATELINE_STRICT) because of broken articles."""


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(offer_filters)
    signals.initialized.connect(refuse_broken)
    signals.generator_init.connect(offer_templates)
    signals.content_object_init.connect(prepare)
    signals.article_generator_init.connect(leave_out_broken)
    signals.get_generators.connect(generators)


def generators(pelican: Pelican) -> type[TimelineGenerator]:
    """The generator that makes the timeline."""
    return TimelineGenerator


def offer_filters(pelican: Pelican) -> None:
    """Give Dateline's filters to all templates: Pelican's own generators compile those of articles, too."""
    pelican.settings["JINJA_FILTERS"] = {**FILTERS, **pelican.settings.get("JINJA_FILTERS", {})}
    pelican.settings["DATELINE_PATH"] = host(pelican.settings).folder
    jinja.catalogue.cache_clear()


def offer_templates(generator: Generator) -> None:
    """Let the templates of every generator use Dateline's."""
    jinja.connect(generator.env, generator.settings)


def prepare(content: Content) -> None:
    """Before anything reads a text: no directive is a part of it; on Dateline's own site it is clean, and has an address."""
    if not isinstance(content._content, str):
        return
    content._content = directives.taken_out(content._content)
    if not host(content.settings).adopted:
        content._content = clean(content._content)
        if "slug" not in content.metadata:
            content.slug = fitted(content.slug)
        if not hasattr(content, "category"):  # Pelican's drafts end a build without one
            content.category = Category(content.settings["DEFAULT_CATEGORY"], content.settings)


def refuse_broken(pelican: Pelican) -> None:
    """Say what is wrong with articles; in a strict build, end there."""
    problems = find_problems(pelican.settings)
    strict = pelican.settings.get("DATELINE_STRICT", False)
    for problem in problems:
        log.log(logging.ERROR if strict else logging.WARNING, "%s%s", problem, "" if strict else " (left out)")
    wrong = desk(from_environment().desk).problems
    for line in wrong:
        log.log(logging.ERROR if strict else logging.WARNING, "%s%s", line, "" if strict else " (left out)")
    if strict and (problems or wrong):
        raise Refused(2)


def leave_out_broken(generator: ArticlesGenerator) -> None:
    """Let Pelican read every article but the broken ones; a blog keeps all that Pelican can read, and they are passed over."""
    if host(generator.settings).adopted:
        return
    every = generator.get_files

    def sound(paths: Any, exclude: Any = None, extensions: Any = None) -> set[str]:
        broken = {os.path.relpath(Path(p.path), generator.path) for p in find_problems(generator.settings)}
        return {f for f in every(paths, exclude, extensions) if os.path.normpath(f) not in broken}

    generator.get_files = sound
