"""What commands read: documents from files or standard input, or the articles of the site they stand in."""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .. import settings
from ..desk import Desk, desk
from ..documents import articles
from ..model import Article, Reading, Timeline
from ..reading import read_all

log = logging.getLogger(__name__)
FOLDER = Path("content/articles")
ENDINGS = (".md", ".markdown", ".mkd", ".mdown")


def files(parser: argparse.ArgumentParser, default: str = "standard input") -> None:
    """Let a command be given files."""
    parser.add_argument("files", nargs="*", metavar="FILE", help=f"JSONL, .parquet, or an article (.md); default: {default}")


def as_json(parser: argparse.ArgumentParser) -> None:
    """Let a command write JSON for programs."""
    parser.add_argument("--json", action="store_true", help="write JSON, for programs")


def readings(names: Sequence[str]) -> list[Reading]:
    """What the articles in files say; without files, those on standard input."""
    return read_all(documents(names), settings.from_environment())


def of_site(names: Sequence[str]) -> list[Reading]:
    """What the articles in files say; without files, those of the site in this folder. Raises ValueError."""
    wanted = names or site_articles()
    return readings(wanted) if wanted else []


def site_articles() -> list[str]:
    """The articles of the site in this folder, of which a new one has none. Raises ValueError where no site is here."""
    if not FOLDER.is_dir():
        raise ValueError(f"no folder {FOLDER}/ here: name files, or go to the folder of a site")
    return sorted(str(p) for p in FOLDER.rglob("*") if p.suffix.lower() in ENDINGS)


def together(found: Sequence[Reading], **options: int) -> Timeline:
    """The timeline of all readings, as the editors have it; what is wrong on the desk is said."""
    from ..corpus.timeline import timeline

    editors = on_desk()
    return timeline(found, known=editors.actors, corrections=editors.corrections, kept=editors.kept, **options)


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
    if not names:
        return list(articles("<stdin>", sys.stdin))
    return [article for name in names for article in _file(name)]


def _file(name: str) -> list[Article]:
    if name.endswith(ENDINGS):
        from ..site.reader import article_file

        return [article_file(Path(name))]
    if name.endswith(".parquet"):
        from ..columns import documents as rows

        return list(rows(name))
    with open(name, encoding="utf-8") as lines:
        return list(articles(name, lines))
