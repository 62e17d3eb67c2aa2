"""The small state of a report: what the encoder holds of its word, in few whole numbers, to be compared over articles."""

from __future__ import annotations

from functools import cache

import numpy as np

from ..lang import words
from .encoder import SIZE, Array

#: how many numbers it has, and the largest
LENGTH, LARGEST = 32, 127
#: what the numbers of the table are divided by
SCALE = 1000


def small_state(state: Array, lang: str) -> tuple[int, ...]:
    """The state of a word along the directions in which states differ most, of a fixed length; empty where it was not read."""
    if not state.any():
        return ()
    even = state / np.linalg.norm(state)
    mean, directions = _table(lang.partition("-")[0].lower())
    found = (even - mean) @ directions.T
    return tuple(int(value) for value in (found / max(float(np.linalg.norm(found)), 1e-6) * LARGEST).round())


@cache
def _table(lang: str) -> tuple[Array, Array]:
    """The mean state, and the directions, a row each."""
    table = words(lang, "weights/state")
    rows = [[int(value) for value in row.split()] for row in (table["mean"], *table["directions"])]
    found = np.array(rows, np.float32).reshape(1 + LENGTH, SIZE) / SCALE
    return found[0], found[1:]
