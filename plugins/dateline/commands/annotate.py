"""what each article says, one JSON object a line

Dates, actors and reports of each document, in the order read."""

from __future__ import annotations

import argparse
from typing import Any

from ..model import Reading
from ..serial import plain
from . import inputs

EXAMPLES = """dateline annotate content/articles/2020-05-08-call.md
dateline annotate < documents.jsonl > readings.jsonl"""


def arguments(parser: argparse.ArgumentParser) -> None:
    inputs.files(parser)


def run(given: argparse.Namespace) -> int:
    for reading in inputs.readings(given.files):
        inputs.out(annotation(reading))
    return 0


def annotation(reading: Reading) -> dict[str, Any]:
    """A reading as ``dateline annotate`` writes it."""
    article = reading.article
    head = {"id": article.id, "published": article.published, "lang": article.lang}
    place = {k: v for k, v in (("location", article.location), ("source", article.source)) if v}
    return {**head, **place, **{k: plain(getattr(reading, k)) for k in ("dates", "actors", "reports")}}
