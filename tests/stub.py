"""A stub in place of the pipeline: reading is tried without a model, and articles say what befalls whoever reads them."""

from __future__ import annotations

import faulthandler
import os
import random
import signal
import sys
import types
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from dateline import reading
from dateline.model import Article, DateMention, Known, Reading
from dateline.settings import Settings

PROGRAM = """
import logging, os, signal, sys, time, types
from pathlib import Path
from tests.stub import said, settings, some
from dateline import reading

def read(articles, model, known=()):
    for article in articles:
        time.sleep(0.02)
        Path(sys.argv[1], article.id).write_text(str(os.getpid()))
        yield said(article)

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell has programs in the background ignore it
fake = types.ModuleType("dateline.pipeline")
fake.__dict__.update(load=lambda _: None, read=read)
sys.modules["dateline.pipeline"] = fake
reading.WORTH_A_PROCESS = 1
logging.basicConfig(format="%(message)s")
reading.read_all(some(2000), settings(Path(sys.argv[1], "cache"), int(sys.argv[2])))
"""


def said(article: Article) -> Reading:
    """What the stub reads in an article: its first word."""
    word = article.text.split()[0]
    return Reading(article, (DateMention(0, len(word), word, "DATE", "2020-05-08", "stub"),))


def stub(articles: Iterable[Article], model: str, known: Sequence[Known] = ()) -> Iterator[Reading]:
    """Stands for the pipeline: an article's first word says what befalls whoever reads it."""
    for article in articles:
        word = article.text.split()[0]
        if word == "raise":
            raise ValueError("a stage\ngave up")
        if word == "full":
            raise MemoryError
        if word == "exit":
            os._exit(3)
        if word == "leave":
            sys.exit("a stage left")
        if word in {"SIGSEGV", "SIGKILL"}:
            faulthandler.disable()
            os.kill(os.getpid(), getattr(signal, word))
        yield said(article)


@pytest.fixture
def stubbed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The stub in place of the pipeline; several processes even for little."""
    fake = types.ModuleType("dateline.pipeline")
    fake.__dict__.update(load=lambda _: None, read=stub)
    monkeypatch.setitem(sys.modules, "dateline.pipeline", fake)
    monkeypatch.setattr(reading, "WORTH_A_PROCESS", 1)


def some(number: int, **instead: str) -> list[Article]:
    """Articles of lengths that differ; ``a3="raise"`` is what the third begins with."""
    rng = random.Random(number)
    ids = [f"a{n}" for n in range(number)]
    return [Article(id, f"{instead.get(id, 'word')} {'x ' * rng.randint(1, 900)}", "2020-05-08") for id in ids]


def settings(cache: Path | None, processes: int = 2) -> Settings:
    return Settings(processes=processes, cache=cache, desk=Path("no desk"))
