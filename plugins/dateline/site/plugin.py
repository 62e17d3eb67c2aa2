"""The plugin: Dateline's connections to Pelican's signals. Pelican holds receivers weakly, so all are module-level."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator

from ..desk import desk
from ..settings import from_environment
from .filters import FILTERS
from .frontmatter import Problem, check
from .generator import TimelineGenerator

log = logging.getLogger(__name__)
ENDINGS = (".md", ".markdown", ".mkd", ".mdown")


class Refused(SystemExit):
    """Ends a build that was asked to be strict (DATELINE_STRICT) because of broken articles."""


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(offer_filters)
    signals.initialized.connect(refuse_broken)
    signals.article_generator_init.connect(leave_out_broken)
    signals.get_generators.connect(generators)


def generators(pelican: Pelican) -> type[TimelineGenerator]:
    """The generator that makes the timeline."""
    return TimelineGenerator


def offer_filters(pelican: Pelican) -> None:
    """Give Dateline's filters to all templates: Pelican's own generators compile those of articles, too."""
    pelican.settings["JINJA_FILTERS"] = {**FILTERS, **pelican.settings.get("JINJA_FILTERS", {})}


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
    """Let Pelican read every article but the broken ones."""
    every = generator.get_files

    def sound(paths: Any, exclude: Any = None, extensions: Any = None) -> set[str]:
        broken = {os.path.relpath(Path(p.path), generator.path) for p in find_problems(generator.settings)}
        return {f for f in every(paths, exclude, extensions) if os.path.normpath(f) not in broken}

    generator.get_files = sound


def find_problems(settings: dict[str, Any]) -> list[Problem]:
    """What is wrong with the front matter of the articles, in order of file."""
    folders = [Path(settings["PATH"], p) for p in settings["ARTICLE_PATHS"]]
    files = sorted(f for folder in folders for f in folder.rglob("*") if f.suffix.lower() in ENDINGS and f.is_file())
    return [problem for f in files for problem in check(f, os.path.relpath(f))]
