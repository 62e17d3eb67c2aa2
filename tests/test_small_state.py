"""Small states: of one length, alike where states are, and none of what was not read."""

from __future__ import annotations

import numpy as np
from dateline.events.encoder import SIZE
from dateline.events.small_state import LENGTH, SmallState
from dateline.lang import words

TABLE = SmallState.of_table(**words("en", "state"))
RANDOM = np.random.RandomState(0)


def cosine(one: tuple[int, ...], two: tuple[int, ...]) -> float:
    return float(np.dot(one, two) / np.linalg.norm(one) / np.linalg.norm(two))


def test_a_state_that_was_read_has_so_many_numbers() -> None:
    found = TABLE.of(RANDOM.randn(SIZE).astype(np.float32))
    assert len(found) == LENGTH
    assert all(-128 < number < 128 for number in found)


def test_what_was_not_read_has_none() -> None:
    assert TABLE.of(np.zeros(SIZE, np.float32)) == ()


def test_states_that_are_alike_stay_so() -> None:
    """Whatever their length."""
    one, two = (RANDOM.randn(SIZE).astype(np.float32) for _ in range(2))
    near = 3 * (one + 0.1 * two)
    assert cosine(TABLE.of(one), TABLE.of(near)) > 0.95
    assert cosine(TABLE.of(one), TABLE.of(two)) < 0.8
