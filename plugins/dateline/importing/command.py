"""``dateline import``: articles from pages, feeds and files into the folder of articles."""

from __future__ import annotations

import argparse
import importlib.util
import sys
from collections import Counter
from datetime import date
from pathlib import Path

from tqdm import tqdm

from .options import Options

LIBRARIES = ("charset_normalizer", "datasketch", "feedparser", "ftfy", "htmldate", "httpx", "trafilatura", "warcio")
OPTIONS = Options()
#: outcomes as the summary calls them: one, several
WORDS = {
    "imported": ("imported", "imported"),
    "already there": ("already there", "already there"),
    "copy linked": ("copy linked", "copies linked"),
    "copy not linked": ("copy not linked", "copies not linked"),
    "failed": ("failed", "failed"),
    "done before": ("done before", "done before"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command understands."""
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="the address of a page or a feed; a file (HTML, MHTML, .eml, .txt, JSONL, CSV, WARC, WordPress XML); a folder",
    )
    parser.add_argument(
        "--to", type=Path, default=OPTIONS.to, metavar="DIR", help="the folder of articles (default %(default)s)"
    )
    parser.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="the day of articles for which none is found")
    parser.add_argument("--limit", type=_count, metavar="N", help="at most N entries of each feed")
    parser.add_argument(
        "--pause", type=_seconds, default=OPTIONS.pause, metavar="S", help="seconds between requests to a host (default 1)"
    )
    parser.add_argument("--paywalled", action="store_true", help="take your own files though they say that they are not free")
    parser.add_argument("--again", action="store_true", help="do anew what the log of the folder calls done")


def run(given: argparse.Namespace) -> int:
    """Import; returns the exit status: 0, 1 where some sources failed, 2 where it cannot begin."""
    if any(importlib.util.find_spec(name) is None for name in LIBRARIES):
        sys.stderr.write("dateline: importing needs more libraries: pip install 'pelican-dateline[import]'\n")
        return 2
    if given.to.exists() and not given.to.is_dir():
        sys.stderr.write(f"dateline: {given.to} is no folder\n")
        return 2
    options = Options(given.to, given.date or "", given.limit, given.again, given.pause, given.paywalled)
    tally: Counter[str] = Counter()
    stopped = _work(given.sources, options, tally)
    sys.stdout.write(summary(tally) + "\n")
    return 1 if tally["failed"] or stopped else 0


def summary(tally: Counter[str]) -> str:
    """What became of all sources, in a line.

    >>> summary(Counter({"imported": 12, "copy linked": 2}))
    '12 imported, 2 copies linked'
    """
    told = [f"{n} {WORDS[outcome][n > 1]}" for outcome in WORDS if (n := tally[outcome])]
    return ", ".join(told) or "nothing to import"


def _work(sources: list[str], options: Options, tally: Counter[str]) -> bool:
    """Import with a bar on terminals; whether it was stopped."""
    from .work import import_all

    with tqdm(desc="Importing", unit="source", disable=None, file=sys.stderr, leave=False) as bar:
        try:
            import_all(
                sources, options, tally, tell=lambda line: bar.write(f"dateline: {line}", file=sys.stderr), step=bar.update
            )
        except KeyboardInterrupt:
            bar.write("dateline: stopped; the same command goes on", file=sys.stderr)
            return True
    return False


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day such as 2020-05-08") from None


def _count(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1")
    return int(text)


def _seconds(text: str) -> float:
    try:
        found = float(text)
    except ValueError:
        found = -1
    if not 0 <= found <= 3600:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds from 0 to 3600")
    return found
