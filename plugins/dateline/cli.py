"""The ``dateline`` command."""

from __future__ import annotations

import argparse
import contextlib
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from . import __version__, commands, settings, timeml
from .documents import BadDocument, articles
from .model import Article, Reading, Report
from .reading import ModelMissing, read_all
from .timeml import Tally


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit status: 0, or 2 where the input or the setting is wrong."""
    logging.basicConfig(format="dateline: %(message)s", level=logging.WARNING)
    given = parser().parse_args(arguments)
    try:
        readings = given.read(given)
    except (BadDocument, ModelMissing, OSError, ValueError) as error:
        sys.stderr.write(f"dateline: {error}\n")
        return 2
    with contextlib.suppress(BrokenPipeError):
        given.write(readings, given)
        sys.stdout.flush()
    return 0


def _readings(given: argparse.Namespace) -> list[Reading]:
    return read_all(_documents(given.files), settings.from_environment())


def _tallies(given: argparse.Namespace) -> list[Tally]:
    from .pipeline import GRAMMARS, read

    gold = [document for name in given.folders for document in timeml.folder(Path(name))]
    readings = read((document.article for document in gold), settings.from_environment().model)
    rules = [rule.name for rule in GRAMMARS[given.lang].rules]
    return timeml.tallies(rules, zip(gold, (reading.dates for reading in readings), strict=True))


def _asked_for(given: argparse.Namespace) -> list[tuple[Reading, Report]]:
    """The reports whose ids begin as given, each with its article. Raises ValueError where there is none."""
    found = [(reading, r) for reading in _readings(given) for r in reading.reports if r.id.startswith(given.report)]
    if not found:
        raise ValueError(f"{given.files[0]}: no report's id begins with {given.report!r}; `dateline annotate` lists them")
    return found


FILES: dict[str, Any] = {
    "nargs": "*",
    "metavar": "FILE",
    "help": "JSONL, or an article that ends in .md; default: standard input",
}


def parser() -> argparse.ArgumentParser:
    """The command line that is understood."""
    top = argparse.ArgumentParser(prog="dateline", description="What happened, when, and who did it, from news articles.")
    top.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    verbs = top.add_subparsers(required=True, metavar="COMMAND")

    def verb(name: str, read: Any, write: Any, about: str) -> argparse.ArgumentParser:
        found = verbs.add_parser(name, help=about)
        found.set_defaults(read=read, write=write)
        return found

    verb("annotate", _readings, commands.annotate, "what each article says, one JSON object a line").add_argument(
        "files", **FILES
    )
    timeline = verb("timeline", _readings, commands.timeline, "what all articles say together, one JSON object")
    timeline.add_argument("files", **FILES)
    timeline.add_argument("--key-dates", type=int, default=10, metavar="N", help="how many key dates (default 10)")
    timeline.add_argument("--per-date", type=int, default=1, metavar="K", help="sentences for each (default 1)")
    _for_editors(verb)
    return top


def _for_editors(verb: Callable[..., argparse.ArgumentParser]) -> None:
    """The commands that explain and check what is read."""
    why = verb("why", _asked_for, commands.why, "what one report of an article rests on: its words, clues and weights")
    why.add_argument("files", nargs=1, metavar="ARTICLE", help="an article that ends in .md, or JSONL")
    why.add_argument("report", metavar="REPORT", help="the report's id, or the beginning of it")
    review = verb("review", _readings, commands.review, "what an editor should look at, with what to write on the desk")
    review.add_argument("files", **FILES)
    rules = verb("rules", _tallies, commands.rules, "the date rules, and how often each fired and was right on TimeML gold")
    rules.add_argument("folders", nargs="+", metavar="FOLDER", help="a folder of .tml files")
    rules.add_argument("--lang", default="en", help="the language whose rules are meant (default en)")


def _documents(files: Sequence[str]) -> list[Article]:
    if not files:
        return list(articles("<stdin>", sys.stdin))
    return [article for name in files for article in _file(name)]


def _file(name: str) -> list[Article]:
    if name.endswith(".md"):
        from .site.reader import article_file

        return [article_file(Path(name))]
    with open(name, encoding="utf-8") as lines:
        return list(articles(name, lines))


if __name__ == "__main__":
    sys.exit(main())
