"""Finds where a headline, caption or list item is glued to what follows, with no full stop between them."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from ..lang import words
from .junctions import CLASSES, UNFINISHED, Classes, TextWords, local, wide


@dataclass(frozen=True, slots=True)
class Table:
    """What was learnt: a weight by feature, and the logit from which a boundary is sure.

    ``least`` is what the words on both sides alone must give before the rest is asked; ``lang`` is whose words are meant.
    """

    weights: Mapping[str, float]
    threshold: float
    least: float
    lang: str


@cache
def table(lang: str) -> Table:
    """The table of a language."""
    learnt = words(lang, "weights/glued")
    return Table(learnt["weights"], learnt["threshold"], learnt["least"], lang)


@cache
def classes(lang: str) -> Classes:
    """Words by class."""
    lists = words(lang, "closed")
    return {name: frozenset(lists[name]) for name in {*CLASSES, *UNFINISHED, "particles"}}


@lru_cache(maxsize=8)
def page(text: str, lang: str) -> TextWords:
    """The words of a text, which is asked for several stretches one after the other."""
    return TextWords(text, classes(lang))


def logit(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The logarithm of the odds of a boundary."""
    return math.fsum([value * weights.get(name, 0.0) for name, value in found.items() if value])


def opens(word: str, lang: str) -> bool:
    """Whether a word is one that begins a sentence where it has a capital."""
    known = classes(lang)
    return word[:1].isupper() and any(word.lower() in known[name] for name in CLASSES[:5])


def is_apart(text: str) -> bool:
    """Whether a text has blank lines: its headlines stand on lines of their own, and nothing is glued."""
    return "\n\n" in text.strip()


def boundaries(text: str, start: int, end: int, table: Table) -> list[int]:
    """The offsets within a stretch of text at which a new span begins, glued to the words before it."""
    if is_apart(text):
        return []
    whole = page(text, table.lang)
    first, last = bisect_left(whole.offsets, start), bisect_left(whole.offsets, end)
    cuts, since = [], first
    for i in whole.candidates(first, last):
        near = local(whole, i)
        sure = logit(near, table.weights)
        if sure < table.least:
            continue
        if sure + logit(wide(whole, i, since, last, near), table.weights) >= table.threshold:
            cuts.append(whole.offsets[i])
            since = i
    return cuts
