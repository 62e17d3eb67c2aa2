"""Clusters of reports that tell one event: candidates by what they share, then the likest first, none by a chain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from .likeness import ENOUGH, LATE, NEARLY, excluded, likeness
from .told import Told

#: a block larger than this is sorted, and each report in it compared only to the next WINDOW ones
LARGE = 40
WINDOW = 12


Pair = tuple[int, int]


def clusters(told: Sequence[Told]) -> tuple[list[list[Told]], list[tuple[Told, Told]]]:
    """The reports by event, in the order given, each in one cluster; and pairs that are nearly alike, but stay apart.

    Two clusters are joined where the mean likeness of their reports is enough and none of them exclude each other, so that a
    chain of reports, each like the next, does not make one event of two.
    """
    alike = {pair: score for pair in sorted(candidates(told)) if (score := likeness(told[pair[0]], told[pair[1]])) >= NEARLY}
    owner, members = _joined(told, {pair: score for pair, score in alike.items() if score >= ENOUGH})
    apart = (pair for pair in sorted(alike, key=lambda p: (-alike[p], p)) if owner[pair[0]] != owner[pair[1]])
    near = [(told[i], told[j]) for i, j in apart if told[i].report.type == told[j].report.type]
    return [[told[i] for i in group] for _, group in sorted(members.items())], near


def _joined(told: Sequence[Told], scores: dict[Pair, float]) -> tuple[list[int], dict[int, list[int]]]:
    """The cluster of each report, and the reports of each cluster; the likest pairs are joined first."""
    owner = list(range(len(told)))
    members = {i: [i] for i in owner}
    for one, two in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        a, b = sorted((owner[one], owner[two]))
        if a != b and _fit(members[a], members[b], told, scores):
            members[a] = sorted(members[a] + members.pop(b))
            for i in members[a]:
                owner[i] = a
    return owner, members


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


def candidates(told: Sequence[Told]) -> set[Pair]:
    """Pairs of reports that may tell one event: those that share a block. Their number grows with that of the reports."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for i, one in enumerate(told):
        for key in keys(one):
            blocks[key].append(i)
    return {pair for block in blocks.values() for pair in _pairs(block, told)}


def keys(one: Told) -> Iterator[Hashable]:
    """The blocks of a report: each of its actors with each of its days, and with its kind; where nobody is named, its word."""
    whom: list[str] = sorted(one.actors) or [f"+{one.trigger}"]
    if one.first is not None and one.last is not None and one.to_the_day:
        for day in range(one.first - (LATE if one.guessed else 0), one.last + 1):
            yield from (("day", actor, day) for actor in whom)
    yield from (("who", actor, one.report.type) for actor in whom)


def _pairs(block: Sequence[int], told: Sequence[Told]) -> Iterator[Pair]:
    if len(block) <= LARGE:
        yield from ((i, j) for n, i in enumerate(block) for j in block[n + 1 :])
        return
    ordered = sorted(block, key=lambda i: (told[i].report.type, told[i].trigger, told[i].first or 0, i))
    for n, i in enumerate(ordered):
        yield from ((min(i, j), max(i, j)) for j in ordered[n + 1 : n + 1 + WINDOW])
