"""whether articles and desk are sound: file, line, what to do

Front matter, dates, missing sources, short texts, the wrong language, two articles at one address, dead links, pictures that
no page shows; what on the desk cannot be read or names nobody; with --site, links of the built site. Exit status 1 where
something keeps the site from being published."""

from __future__ import annotations

import argparse
import dataclasses
import os
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from .. import settings
from ..model import Doubt
from . import inputs

if TYPE_CHECKING:
    from ..site.findings import Finding

EXAMPLES = """dateline check
dateline check --quick content/articles/2020/*.md
dateline check --format github        # in a workflow: shown in the pull request"""
PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d+): (?P<message>.*)")


def arguments(parser: argparse.ArgumentParser) -> None:
    inputs.files(parser, "the articles of the site in this folder")
    parser.add_argument("--format", choices=("text", "github"), default="text", help="how problems are written (default text)")
    parser.add_argument(
        "--quick", action="store_true", help="do not read the articles for events: corrections are checked less"
    )
    parser.add_argument("--site", metavar="FOLDER", type=Path, help="check the links of the site that was built there instead")
    parser.add_argument("--strict", action="store_true", help="count warnings as errors")
    inputs.as_json(parser)


def run(given: argparse.Namespace) -> int:
    names = [] if given.site else given.files or inputs.site_articles()
    found = sorted(of_site(given.site) if given.site else {*of_files(names, given.files), *of_desk(names, quick=given.quick)})
    if given.json:
        inputs.out([dataclasses.asdict(one) for one in found])
    else:
        for one in found:
            sys.stdout.write(f"{_github(one) if given.format == 'github' else _text(one)}\n")
        errors = sum(one.error for one in found)
        sys.stdout.write(f"{given.site or _counted(len(names))}: {errors} errors, {len(found) - errors} warnings\n")
    return 1 if any(one.error or given.strict for one in found) else 0


def of_site(folder: Path) -> Iterator[Finding]:
    """Links of a built site that lead nowhere. Raises ValueError where there is none."""
    from ..site import links
    from ..site.findings import Finding

    if not (folder / "index.html").exists():
        raise ValueError(f"{folder}: no built site: run 'make html' or 'make publish'")
    for page, why in links.broken(folder, links.base(folder)):
        yield Finding(str(folder / page), 1, why)


def of_files(names: Sequence[str], only: Sequence[str]) -> Iterator[Finding]:
    """What is wrong with these articles by themselves; and with what else the site has, or with what of it is in ``only``."""
    from ..desk.sources import sources
    from ..site import broken, checks, conf

    site, chosen = conf.settings(), set(map(os.path.relpath, only))
    rest = list(checks.rest(site))
    others = {*map(str, broken.files(site, "PAGE")), *(one.path for one in rest)}
    articles = [name for name in names if os.path.relpath(name) not in others]
    slugs, (known, _) = inputs.settled_slugs(articles), sources(settings.from_environment().desk / "sources.yaml")
    since = {one.name: one.since for one in known}
    yield from checks.articles([*map(Path, articles)], Path(site["PATH"]), date.today(), since, slugs, conf.of_folder())
    yield from (one for one in rest if not only or one.path in chosen)


def of_desk(names: Sequence[str], *, quick: bool) -> Iterator[Finding]:
    """What cannot be read on the desk; and, unless ``quick``, what its corrections name that no article does."""
    from ..desk.sources import sources
    from ..site import conf
    from ..site.findings import Finding
    from ..site.problems import errors

    folder = settings.from_environment().desk
    for line in (*inputs.desk_problems(), *sources(folder / "sources.yaml")[1]):
        if found := PLACE.fullmatch(line):
            yield Finding(found["path"], int(found["line"]), found["message"])
    if not quick and any(folder.glob("*.yaml")):
        sound = [n for n in names if not errors(Path(n), n, conf.of_folder())]
        doubts = inputs.together(inputs.readings(sound)).doubts if sound else ()
        yield from (_of_doubt(doubt, folder / "corrections.yaml") for doubt in doubts if doubt.kind == "correction")


def _of_doubt(doubt: Doubt, path: Path) -> Finding:
    from ..site.findings import Finding

    lines = path.read_text(encoding="utf-8").split("\n") if path.exists() else []
    at = next((n for n, row in enumerate(lines, 1) if any(row.lstrip("\"' ").startswith(i) for i in doubt.about)), 1)
    return Finding(str(path), at, doubt.why, error=False)


def _text(one: Finding) -> str:
    return str(one) if one.error else f"{one.path}:{one.line}: warning: {one.message}"


def _github(one: Finding) -> str:
    """A workflow command, which GitHub shows at its line: percent signs and line ends are written as it asks."""
    said = one.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{'error' if one.error else 'warning'} file={one.path},line={one.line}::{said}"


def _counted(articles: int) -> str:
    return "1 article" if articles == 1 else f"{articles} articles"
