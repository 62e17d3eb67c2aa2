"""What commands read: documents from files or standard input, or the articles of the site they stand in."""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from .. import settings
from ..desk import Desk, desk
from ..documents import placed
from ..frontmatter import ENDINGS
from ..model import Article, Reading, Timeline
from ..reading import read_all

log = logging.getLogger(__name__)


def files(parser: argparse.ArgumentParser, default: str = "standard input") -> None:
    """Let a command be given files."""
    parser.add_argument("files", nargs="*", metavar="FILE", help=f"JSONL, .parquet, or an article (.md); default: {default}")


def as_json(parser: argparse.ArgumentParser) -> None:
    """Let a command write JSON for programs."""
    parser.add_argument("--json", action="store_true", help="write JSON, for programs")


def readings(names: Sequence[str]) -> Sequence[Reading]:
    """What the articles in files say; without files, those on standard input. No two have one id."""
    return read_all(_single(names), settings.from_environment())


def of_site(names: Sequence[str]) -> Sequence[Reading]:
    """What the articles in files say; without files, those that the site in this folder publishes. Raises ValueError."""
    wanted = names or _published(site_articles())
    return readings(wanted) if wanted else []


def site_articles() -> list[str]:
    """The articles of the site in this folder, of which a new one has none. Raises ValueError where no site is here."""
    from ..site import conf
    from ..site.broken import files

    found = conf.settings()
    folders = [Path(found["PATH"], folder) for folder in found["ARTICLE_PATHS"]]
    if not any(folder.is_dir() for folder in folders):
        wanted = next(iter(folders), Path(found["PATH"]))
        raise ValueError(f"no folder {wanted}/ here: name files, or go to the folder of a site")
    return list(map(str, files(found)))


def _published(names: Sequence[str]) -> list[str]:
    """Those of these articles that are neither drafts nor wait for their day; broken ones, which are named, are among them."""
    from ..site import conf
    from ..site.problems import errors
    from ..site.reader import claim

    at = conf.of_folder()
    return [name for name in names if errors(Path(name), name, at) or not claim(Path(name), at).draft]


def together(found: Sequence[Reading], *, key_dates: int = 10, per_date: int = 1) -> Timeline:
    """The timeline of all readings, as the editors have it; what is wrong on the desk is said."""
    from ..corpus.timeline import timeline

    editors = on_desk()
    return timeline(
        found,
        key_dates=key_dates,
        per_date=per_date,
        known=editors.actors,
        corrections=editors.corrections,
        kept=editors.kept,
        kept_actors=editors.kept_actors,
        least=settings.from_environment().worth,
    )


def on_desk() -> Desk:
    """The editors' desk; what is wrong there is said, and left out."""
    found = desk(settings.from_environment().desk)
    for problem in found.problems:
        log.warning("%s (left out)", problem)
    return found


def desk_problems() -> tuple[str, ...]:
    """What is wrong on the desk, a line each with file and line number."""
    return desk(settings.from_environment().desk).problems


def out(data: Any) -> None:
    """A line of JSON."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False) + "\n")


def documents(names: Sequence[str]) -> list[Article]:
    """The articles in files; without files, those on standard input. Raises ValueError."""
    return [article for _, article in _placed(names)]


def _single(names: Sequence[str]) -> list[Article]:
    """The same, of those with one id the first; each other is named."""
    found: dict[str, Article] = {}
    for place, article in _placed(names):
        if found.setdefault(article.id, article) is not article:
            log.warning("%s: an earlier document has the id %r, too: give it one of its own (left out)", place, article.id)
    return list(found.values())


def _placed(names: Sequence[str]) -> Iterator[tuple[str, Article]]:
    slugs = settled_slugs(names)
    return (one for name in names for one in _file(name, slugs)) if names else placed("<stdin>", sys.stdin)


def settled_slugs(names: Sequence[str]) -> dict[str, str]:
    """The slugs of the articles (.md) among these files by their absolute paths, as they are beside all others of the site in
    this folder, if they are of it."""
    own = [Path(name) for name in names if is_article(name)]
    if not own:
        return {}
    from ..site import conf
    from ..site.broken import files
    from ..site.problems import errors
    from ..site.reader import claim
    from ..site.slugs import resolve_slugs

    given = {os.path.abspath(path): path for path in own}
    site = {os.path.abspath(path): path for path in files(conf.settings())}
    every = {**given, **(site if given.keys() & site.keys() else {})}
    at = conf.of_folder()
    sound = [claim(path, at) for path in every.values() if path.is_file() and not errors(path, str(path), at)]
    return resolve_slugs(sound, desk(settings.from_environment().desk).kept)


def is_article(name: str) -> bool:
    """Whether this names a file that is an article."""
    return name.lower().endswith(ENDINGS)


def _file(name: str, slugs: Mapping[str, str]) -> Iterator[tuple[str, Article]]:
    """The articles in a file, each with its place there."""
    if is_article(name):
        from ..site import conf
        from ..site.reader import article_file

        yield name, article_file(Path(name), slugs.get(os.path.abspath(name), ""), conf.of_folder())
    elif name.endswith(".parquet"):
        from ..columns import documents as rows

        yield from ((f"{name}: row {number}", article) for number, article in enumerate(rows(name), 1))
    else:
        with open(name, encoding="utf-8") as lines:
            yield from placed(name, lines)
