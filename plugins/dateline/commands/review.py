"""what an editor should look at, with what to write on the desk

Contradictions, events that may be one, names that may be one, what is undated or hardly to be trusted: why, and
the YAML to paste."""

from __future__ import annotations

import argparse
import sys

from ..serial import plain
from . import inputs

EXAMPLES = """dateline review
dateline review --json content/articles/2020*.md"""


def arguments(parser: argparse.ArgumentParser) -> None:
    inputs.files(parser, "the articles of the site in this folder")
    inputs.as_json(parser)


def run(given: argparse.Namespace) -> int:
    doubts = inputs.together(inputs.of_site(given.files)).doubts
    if given.json:
        inputs.out(plain(doubts))
        return 0
    for doubt in doubts:
        sys.stdout.write(f"{doubt.kind}: {doubt.why}\n")
        sys.stdout.write(f"  “{doubt.sentence}”\n" if doubt.sentence else "")
        sys.stdout.writelines(f"    {line}\n" for line in doubt.yaml.splitlines())
    return 0
