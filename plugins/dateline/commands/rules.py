"""the date rules, and how often each fired and was right on TimeML gold"""

from __future__ import annotations

import argparse
import dataclasses
import sys
from pathlib import Path

from .. import settings, timeml
from . import inputs

EXAMPLES = """dateline rules corpora/TimeBank"""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folders", nargs="+", metavar="FOLDER", help="a folder of .tml files")
    parser.add_argument("--lang", default="en", help="the language whose rules are meant (default en)")
    inputs.as_json(parser)


def run(given: argparse.Namespace) -> int:
    from ..pipeline import GRAMMARS, read

    gold = [document for name in given.folders for document in timeml.folder(Path(name))]
    readings = read((document.article for document in gold), settings.from_environment().model)
    names = [rule.name for rule in GRAMMARS[given.lang].rules]
    tallies = timeml.tallies(names, zip(gold, (reading.dates for reading in readings), strict=True))
    if given.json:
        inputs.out([dataclasses.asdict(tally) for tally in tallies])
        return 0
    sys.stdout.write(f"{'rule':30} {'fired':>6} {'right':>6}\n")
    for tally in tallies:
        sys.stdout.write(f"{tally.rule:30} {tally.fired:6} {tally.right:6}\n")
    return 0
