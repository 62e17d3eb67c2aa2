"""The small state of a report: what the encoder holds of its word, in few whole numbers, to be compared over articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .encoder import Array

#: how many numbers it has, and the largest
LENGTH, LARGEST = 32, 127
#: what the numbers of the table are divided by
SCALE = 1000


@dataclass(frozen=True, slots=True, eq=False)
class SmallState:
    """Makes them: along the ``directions``, a row each, in which states differ most from their ``mean``."""

    mean: Array
    directions: Array

    @classmethod
    def of_table(cls, mean: str, directions: Sequence[str]) -> SmallState:
        """From rows of whole numbers."""
        rows = [(np.array(row.split(), np.float32) / SCALE).astype(np.float32) for row in (mean, *directions)]
        return cls(rows[0], np.stack(rows[1:]))

    def of(self, state: Array) -> tuple[int, ...]:
        """That of a word's state, of a fixed length; empty where the word was not read."""
        if not state.any():
            return ()
        found = self.directions @ (state / np.linalg.norm(state) - self.mean)
        even = found / max(float(np.linalg.norm(found)), 1e-6)
        return tuple(int(value) for value in (even * LARGEST).round())
