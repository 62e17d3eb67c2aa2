"""what all articles say together, one JSON object

Actors, events in order of time, the dates that tell the story best, storylines and relations."""

from __future__ import annotations

import argparse

from ..serial import plain
from . import inputs

EXAMPLES = """dateline timeline content/articles/*.md > timeline.json
dateline timeline --key-dates 20 --per-date 2 documents.jsonl"""


def arguments(parser: argparse.ArgumentParser) -> None:
    inputs.files(parser)
    parser.add_argument("--key-dates", type=int, default=10, metavar="N", help="how many key dates (default 10)")
    parser.add_argument("--per-date", type=int, default=1, metavar="K", help="sentences for each (default 1)")


def run(given: argparse.Namespace) -> int:
    line = inputs.together(inputs.readings(given.files), key_dates=given.key_dates, per_date=given.per_date)
    inputs.out({k: plain(getattr(line, k)) for k in ("actors", "events", "key_dates", "storylines", "relations")})
    return 0
