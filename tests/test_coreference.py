"""Event coreference: which words are put together, and by what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest
from dateline.events.coreference import FIRST, LAST, compared, joined

Chances = Mapping[tuple[int, int], float]


def clusters(count: int, chances: Chances) -> list[list[int]]:
    return joined(count, lambda i, k: chances.get((i, k), 0.0), 0.5)


@pytest.mark.parametrize(
    ("chances", "found"),
    [
        ({}, [[0], [1], [2]]),
        ({(0, 1): 0.9}, [[0, 1], [2]]),
        ({(0, 2): 0.5}, [[0, 2], [1]]),
        ({(0, 2): 0.49}, [[0], [1], [2]]),
        # each goes where it is likeliest
        ({(0, 2): 0.6, (1, 2): 0.8}, [[0], [1, 2]]),
        # of equal ones the first
        ({(0, 2): 0.8, (1, 2): 0.8}, [[0, 2], [1]]),
        # a chain of two does not take a third that is like the last alone
        ({(0, 1): 0.9, (1, 2): 0.7, (0, 2): 0.1}, [[0, 1], [2]]),
        ({(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.2}, [[0, 1, 2]]),
        # nor one that cannot be one with the first
        ({(0, 1): 0.9, (1, 2): 0.99, (0, 2): 0.0}, [[0, 1], [2]]),
    ],
)
def test_each_joins_the_cluster_with_which_it_is_likeliest_one(chances: Chances, found: list[list[int]]) -> None:
    assert clusters(3, chances) == found


@pytest.mark.parametrize("k", [0, 1, FIRST, FIRST + 1, LAST + FIRST, 1000])
def test_a_word_is_compared_with_some_before_it(k: int) -> None:
    """With the first and the last, each once, however long the article is."""
    found = list(compared(k))
    assert found == sorted(set(found))
    assert len(found) == min(k, FIRST + LAST)
    assert set(found) <= set(range(k))
    assert not k or k - 1 in found


@pytest.mark.parametrize("likely", [0.0, 0.1, 0.9])
def test_questions_grow_straight_with_length(likely: float) -> None:
    """Of four times as many words four times as many pairs are asked about."""
    pairs: Counter[int] = Counter()

    def chance(count: int) -> float:
        pairs[count] += 1
        return likely

    for count in (200, 800):
        joined(count, lambda i, k, count=count: chance(count), 0.5)  # type: ignore[misc]
    assert pairs[800] < 4.5 * pairs[200]


def test_nothing_is_nothing() -> None:
    assert joined(0, lambda i, k: 1.0, 0.5) == []
