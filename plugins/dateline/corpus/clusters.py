"""Clusters of reports that tell one event: candidates by what they share, then the likest first, none by a chain."""

from __future__ import annotations

from array import array
from bisect import bisect
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Sequence

from .likeness import ENOUGH, LATE, NEARLY, excluded, likeness, strangers
from .told import Told

#: a block larger than this is sorted, and each report in it compared only to the next WINDOW ones
LARGE = 40
WINDOW = 12


Pair = tuple[int, int]


def clusters(told: Sequence[Told]) -> tuple[Iterator[list[Told]], list[tuple[Told, Told]]]:
    """The reports by event, in the order given, each in one cluster; and pairs that are nearly alike, but stay apart.

    Two clusters are joined where the mean likeness of their reports is enough and none of them exclude each other, so that a
    chain of reports, each like the next, does not make one event of two.
    """
    alike: dict[Pair, float] = {}
    for pair in candidates(told):
        if pair not in alike and (score := likeness(told[pair[0]], told[pair[1]])) >= NEARLY:
            alike[pair] = score
    owner, members = _joined(told, {pair: score for pair, score in alike.items() if score >= ENOUGH})
    apart = (pair for pair in sorted(alike, key=lambda p: (-alike[p], p)) if owner[pair[0]] != owner[pair[1]])
    near = [(told[i], told[j]) for i, j in apart if told[i].type == told[j].type]
    return ([told[j] for j in members.get(i, (i,))] for i in range(len(told)) if owner[i] == i), near


def _joined(told: Sequence[Told], scores: dict[Pair, float]) -> tuple[Sequence[int], dict[int, list[int]]]:
    """The cluster of each report, by the number of its first, and the reports of each cluster of several; the likest pairs are
    joined first."""
    members = _said_same(told)
    owner = array("I", range(len(told)))
    for first, others in members.items():
        for i in others:
            owner[i] = first
    for one, two in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        a, b = sorted((owner[one], owner[two]))
        if a != b and _fit(members.get(a, [a]), members.get(b, [b]), told, scores):
            members[a] = sorted(members.get(a, [a]) + members.pop(b, [b]))
            for i in members[a]:
                owner[i] = a
    return owner, members


def _said_same(told: Sequence[Told]) -> dict[int, list[int]]:
    """The reports that their articles say to tell one happening, by the number of the first."""
    found: dict[tuple[str, str], list[int]] = {}
    for i, one in enumerate(told):
        found.setdefault((one.article.id, one.report.same or one.id), []).append(i)
    return {numbers[0]: numbers for numbers in found.values() if len(numbers) > 1}


def _fit(one: Sequence[int], two: Sequence[int], told: Sequence[Told], scores: dict[Pair, float]) -> bool:
    """Whether two clusters are one: by the mean of all pairs of their reports, those not yet compared included."""
    total = 0.0
    for i in one:
        for j in two:
            pair = (i, j) if i < j else (j, i)
            if pair not in scores:
                if excluded(told[i], told[j]):
                    return False
                scores[pair] = likeness(told[i], told[j])
            total += scores[pair]
    return total / (len(one) * len(two)) >= ENOUGH


def candidates(told: Sequence[Told]) -> Iterator[Pair]:
    """Pairs of reports that may tell one event: those that share a block, and actors enough. A pair may come several times.

    The blocks of one actor are made at a time, so that few are in memory, however many reports there are.
    """
    shared: dict[str, array[int]] = {}
    for i, one in enumerate(told):
        for whom in _whom(one):
            shared.setdefault(whom, array("I")).append(i)
    for numbers in shared.values():
        if len(numbers) > 1:
            yield from _pairs(numbers, told)


def _pairs(numbers: Sequence[int], told: Sequence[Told]) -> Iterator[Pair]:
    """The pairs in the blocks of those reports that share somebody."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for i in numbers:
        for key in keys(told[i]):
            blocks[key].append(i)
    near = {key: _Large(block, told) if len(block) > LARGE else block for key, block in blocks.items() if len(block) > 1}
    for i in numbers:
        found = {j for key in keys(told[i]) if (block := near.get(key)) is not None for j in _beside(i, block)}
        yield from ((i, j) for j in found if i < j and not strangers(told[i], told[j]))


class _Large:
    """A block in which each report is compared only to those next to it, when they are sorted by what they tell."""

    def __init__(self, block: Sequence[int], told: Sequence[Told]) -> None:
        self.order = sorted(block, key=lambda i: (told[i].type, told[i].trigger, told[i].first or 0, i))
        self.place = {i: place for place, i in enumerate(self.order)}


def _beside(i: int, block: _Large | list[int]) -> Sequence[int]:
    """The reports of a block that this one is compared to, and perhaps others before it."""
    if isinstance(block, _Large):
        place = block.place[i]
        return block.order[max(0, place - WINDOW) : place + WINDOW + 1]
    return block[bisect(block, i) :]


def _whom(one: Told) -> Collection[str]:
    """Those who must be the same: its actors; where nobody is named, its word."""
    return one.actors or (f"+{one.trigger}",)


def keys(one: Told) -> Iterator[Hashable]:
    """The blocks of a report among those that share somebody: each of its days, and its kind."""
    if one.first is not None and one.last is not None and one.to_the_day:
        yield from range(one.first - (LATE if one.guessed else 0), one.last + 1)
    yield one.type
