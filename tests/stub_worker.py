"""What a Dask worker loads before it begins: the stub in place of the pipeline, which says in a file what it reads."""

from __future__ import annotations

import os
import sys
import time
import types
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from dateline.model import Article, Known, Reading

from .stub import stub


def read(articles: Iterable[Article], model: str, known: Sequence[Known] = ()) -> Iterator[Reading]:
    for article in articles:
        time.sleep(0.01)
        with Path(os.environ["DATELINE_STUB_LOG"]).open("a", encoding="utf-8") as log:
            log.write(f"{article.id}\n")
        yield from stub([article], model, known)


fake = types.ModuleType("dateline.pipeline")
fake.__dict__.update(load=lambda _: None, read=read)
sys.modules["dateline.pipeline"] = fake
