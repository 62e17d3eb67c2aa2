"""what each article says, one JSON object a line

Dates, actors and reports of each document, in the order read."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .. import settings
from ..model import Reading
from ..reading import read_each
from ..serial import plain
from . import inputs

EXAMPLES = """dateline annotate content/articles/2020-05-08-call.md
dateline annotate < documents.jsonl > readings.jsonl
dateline annotate --cluster tcp://10.0.0.7:8786 --output readings.parquet documents.parquet"""


def arguments(parser: argparse.ArgumentParser) -> None:
    inputs.files(parser)
    parser.add_argument("--output", metavar="FILE", help="JSONL, or Parquet if it ends in .parquet; default: standard output")
    parser.add_argument(
        "--cluster", metavar="ADDRESS", help="read on a Dask cluster whose workers have Dateline (tcp://host:port)"
    )


def run(given: argparse.Namespace) -> int:
    articles = inputs.documents(given.files)
    with _writing(given.output) as write:
        for reading in read_each(articles, settings.from_environment(), given.cluster):
            write(annotation(reading))
    return 0


def annotation(reading: Reading) -> dict[str, Any]:
    """A reading as ``dateline annotate`` writes it; what a report rests on is left to ``dateline why``."""
    article = reading.article
    head = {"id": article.id, "published": article.published, "lang": article.lang}
    place = {k: v for k, v in (("location", article.location), ("source", article.source)) if v}
    found = {k: plain(getattr(reading, k)) for k in ("dates", "actors", "reports")}
    return {**head, **place, **found}


@contextmanager
def _writing(output: str | None) -> Iterator[Callable[[dict[str, Any]], None]]:
    """What writes an annotation: to standard output, or to a file, which is only there once it is whole."""
    if output is None:
        yield inputs.out
        return
    path, part = Path(output), Path(f"{output}.part")
    try:
        if output.endswith(".parquet"):
            from ..columns import written

            with written(part) as write:
                yield write
        else:
            with part.open("w", encoding="utf-8") as lines:
                yield lambda data: print(json.dumps(data, ensure_ascii=False), file=lines)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
