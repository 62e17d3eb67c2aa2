"""Encoders for tests of rules."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from dateline import pipeline
from dateline.events.encoder import SIZE, Encoder, Encoding
from dateline.events.role_features import Scene
from dateline.events.tagger import ReportsTagger
from dateline.events.told import Told
from dateline.model import Article
from dateline.model.words import Words
from dateline.settings import DEFAULT_MODEL


@dataclass(frozen=True)
class Silent(Encoder):
    """Says nothing of any word, so that rules alone decide."""

    def read(self, text: Words, article: Article, title: str, asked: Collection[int]) -> Encoding:
        sizes = (SIZE, 2, len(self.kinds), len(self.statuses))
        return Encoding(*(np.zeros((len(asked), size), np.float32) for size in sizes))


class ByRule:
    """Leaves those who take part as rules have them."""

    def of(self, told: Sequence[Told], scene: Scene) -> Iterator[Told]:
        return iter(told)


def silent() -> Silent:
    """One with the answers of the language's own."""
    own = pipeline.encoder("en")
    return Silent(own.path, own.pieces, own.kinds, own.statuses)


@contextmanager
def silenced() -> Iterator[None]:
    """What the pipeline reads in this process, it reads by rule."""
    own, says_nothing = pipeline.encoder, silent()
    reports: ReportsTagger = pipeline.load(DEFAULT_MODEL).get_pipe("dateline_reports")  # type: ignore[assignment]
    learnt = reports.participation
    pipeline.encoder = lambda lang, fold="": says_nothing  # type: ignore[assignment]
    reports.participation = lambda fold: ByRule()  # type: ignore[assignment,return-value]
    _forget()
    try:
        yield
    finally:
        pipeline.encoder, reports.participation = own, learnt
        _forget()


def _forget() -> None:
    pipeline.judge.cache_clear()
    pipeline.agreement.cache_clear()
