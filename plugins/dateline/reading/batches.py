"""Batches: which articles are read together, and in which order."""

from __future__ import annotations

from collections.abc import Sequence

#: articles of a batch at most
BATCH = 16
#: characters after which a batch is full, so that little is lost where one is, and memory is bounded
FULL = 200_000
#: articles of which the order is lost at most, so that those who want them in order need not hold all
AMONG = 1_024


def in_order(lengths: Sequence[int]) -> list[list[int]]:
    """The numbers of articles in their own order, for readings that are wanted as they come.

    >>> in_order([5, 300_000, 7])
    [[0], [1], [2]]
    """
    made: list[list[int]] = []
    room = 0
    for number, length in enumerate(lengths):
        if not made or len(made[-1]) >= BATCH or length > room:
            made.append([])
            room = FULL
        made[-1].append(number)
        room -= length
    return made


def batches(lengths: Sequence[int], processes: int = 1) -> list[list[int]]:
    """The numbers of articles, of AMONG at a time those of similar length together, the longest first, so that none is waited
    for at the end.

    Few articles are dealt out so that every process gets some.

    >>> batches([5, 300_000, 7])
    [[1], [2, 0]]
    """
    most = max(1, min(BATCH, len(lengths) // processes))
    made: list[list[int]] = []
    room = 0
    for number in sorted(range(len(lengths)), key=lambda n: (n // AMONG, -lengths[n], n)):
        if not made or len(made[-1]) >= most or lengths[number] > room:
            made.append([])
            room = FULL
        made[-1].append(number)
        room -= lengths[number]
    return made
