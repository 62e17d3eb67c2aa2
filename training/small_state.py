"""The small state: the directions in which the encoder's states of words that tell something differ most."""

from __future__ import annotations

from pathlib import Path

import fitting
import numpy as np
from dateline.events.small_state import LENGTH, SCALE


def fit(states: np.ndarray) -> np.ndarray:
    """The mean of states of length one, and the directions in which they differ most, a row each; those in which they differ
    much are shortened by half of that, so that few do not drown the others.
    """
    read = states[states.any(axis=1)]
    even = read / np.linalg.norm(read, axis=1, keepdims=True)
    mean = even.mean(axis=0)
    _, lengths, directions = np.linalg.svd(even - mean, full_matrices=False)
    spread = np.sqrt(lengths[:LENGTH] / np.sqrt(len(even)))
    return np.vstack([mean, directions[:LENGTH] / spread[:, None] * spread[-1]])


def export(rows: np.ndarray, folder: Path = fitting.WEIGHTS.parent) -> None:
    """Write them as a table of the plugin, a line each."""
    mean, *directions = [" ".join(str(int(value)) for value in (row * SCALE).round()) for row in rows]
    lines = ["# The directions of small states, in thousandths. Written by `make train`.", f"mean: {mean}", "directions:"]
    (folder / "state.yaml").write_text("\n".join([*lines, *(f"  - {row}" for row in directions)]) + "\n", encoding="utf-8")
