"""Batches: which articles are read together, and in which order."""

from __future__ import annotations

from collections.abc import Sequence

#: articles of a batch at most
BATCH = 16
#: characters after which a batch is full, so that little is lost where one is, and memory is bounded
FULL = 200_000


def batches(lengths: Sequence[int], processes: int = 1) -> list[list[int]]:
    """The numbers of articles, those of similar length together, the longest first, so that none is waited for at the end.

    Few articles are dealt out so that every process gets some.

    >>> batches([5, 300_000, 7])
    [[1], [2, 0]]
    """
    most = max(1, min(BATCH, len(lengths) // processes))
    made: list[list[int]] = []
    room = 0
    for number in sorted(range(len(lengths)), key=lambda n: (-lengths[n], n)):
        if not made or len(made[-1]) >= most or lengths[number] > room:
            made.append([])
            room = FULL
        made[-1].append(number)
        room -= lengths[number]
    return made
