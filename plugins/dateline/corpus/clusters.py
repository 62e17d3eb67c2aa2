"""Clusters of reports that tell one event: candidates by their words' meaning, then the likest first, none by a chain."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp, fsum
from typing import Any

import numpy as np
import numpy.typing as npt

from .. import folds
from .likeness import conflict, features
from .told import Told

#: what is worth less to an editor is an event of its own
WORTHY = 0.1
#: each report is compared with so many of those that came out last before it, of these with the likest
WINDOW, LIKEST = 2000, 6
#: and of these with none that is less like it
LEAST = 0.2
#: how many reports are looked at together
BATCH = 500
#: what it adds to the likeness of two words' meaning that they are the same, that somebody takes part in both, or that they are
#: of one day
SAME_WORD, SAME_ACTOR, SAME_DAY = 0.2, 0.3, 0.2
#: the most reports of a cluster that are compared with those of another
SAMPLE = 20

#: how likely two are one that cannot be
EXCLUDED = -1.0
#: how many features are named for a pair
NAMED = 4

Pair = tuple[int, int]
Numbers = npt.NDArray[np.float32]


class Likeness:
    """How likely two reports tell one event, by a table of weights."""

    def __init__(self, told: Sequence[Told], table: Mapping[str, Any]) -> None:
        self.told = told
        self.weights: Mapping[str, float] = table["weights"]
        self.enough, self.nearly = float(table["enough"]), float(table["nearly"])

    def of(self, one: int, two: int) -> float:
        """The probability that two reports, by their numbers, tell one event; -1 where something excludes it."""
        a, b = self.told[one], self.told[two]
        if conflict(a, b):
            return EXCLUDED
        return probability(features(a, b), self.weights)

    def why(self, one: Told, two: Told) -> str:
        """How likely two reports tell one event, and the features that weigh most in that."""
        found = features(one, two)
        parts = [(value * self.weights.get(name, 0.0), name) for name, value in found.items() if name != "base"]
        heaviest = sorted(parts, key=lambda part: (-abs(part[0]), part[1]))[:NAMED]
        named = ", ".join(f"{name} {part:+.1f}" for part, name in heaviest)
        chance = probability(found, self.weights)
        return f"{two.report.text!r} in {two.article.id} tells what {one.report.text!r} does: {chance:.2f} ({named})"


def learnt(told: Sequence[Told]) -> Mapping[str, Any]:
    """The weights; where all articles are of one fold, those that did not learn from it."""
    return folds.weights("en", "one_event", folds.common(text for text in {one.article.text for one in told}))


def probability(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """What features come to, to four places."""
    total = fsum(value * weights.get(name, 0.0) for name, value in found.items())
    return round(1 / (1 + exp(-total)), 4)


def clusters(told: Sequence[Told], likeness: Likeness) -> tuple[Iterator[list[Told]], list[tuple[Told, Told]]]:
    """The reports by event, in the order given, each in one cluster; and pairs that are nearly alike, but stay apart.

    What an article holds for one happening stays together, and the report that is worth most speaks for it. Two clusters are
    joined where their speakers are alike in the mean, and none exclude each other, so that a chain of reports, each like the
    next, does not make one event of two.
    """
    units = _units(told)
    speaking = sorted(units)
    alike = _above(candidates(told, speaking), likeness, likeness.nearly)
    grouping = Grouping(likeness)
    grouping.join(alike)
    owner, members = grouping.owner, grouping.members
    apart = (pair for pair in sorted(alike, key=lambda p: (-alike[p], p)) if owner[pair[0]] != owner[pair[1]])
    near = [(told[i], told[j]) for i, j in apart]
    groups = (
        sorted(i for one in members.get(first, (first,)) for i in units[one]) for first in speaking if owner[first] == first
    )
    return ([told[i] for i in group] for group in sorted(groups)), near


def _units(told: Sequence[Told]) -> dict[int, list[int]]:
    """The reports of each happening of an article, by the number of the one that is worth most, of equal ones the first."""
    found: dict[tuple[str, str], list[int]] = {}
    for i, one in enumerate(told):
        found.setdefault((one.article.id, one.report.same or one.id), []).append(i)
    return {min(numbers, key=lambda i: (-told[i].report.worth, i)): numbers for numbers in found.values()}


def _above(pairs: Iterable[Pair], likeness: Likeness, least: float) -> dict[Pair, float]:
    """The pairs that are so likely one, each with how likely that is."""
    found = ((pair, likeness.of(*pair)) for pair in pairs)
    return {pair: chance for pair, chance in found if chance >= least}


class Grouping:
    """Clusters as they grow. ``owner`` is the cluster of each report, by the number of its first; ``members`` are the reports
    of each cluster of several.
    """

    def __init__(self, likeness: Likeness) -> None:
        self.likeness = likeness
        self.owner = array("I", range(len(likeness.told)))
        self.members: dict[int, list[int]] = {}
        self._scores: dict[Pair, float] = {}

    def join(self, pairs: Mapping[Pair, float]) -> None:
        """Join the clusters of pairs, the likest first, where all their reports together are likely enough one."""
        self._scores |= pairs
        for one, two in sorted(pairs, key=lambda pair: (-pairs[pair], pair)):
            a, b = sorted((self.owner[one], self.owner[two]))
            if a != b and self._fit(self._of(a), self._of(b)):
                self.members[a] = sorted([*self._of(a), *self._of(b)])
                self.members.pop(b, None)
                for i in self.members[a]:
                    self.owner[i] = a

    def _of(self, first: int) -> Sequence[int]:
        return self.members.get(first, (first,))

    def _fit(self, one: Sequence[int], two: Sequence[int]) -> bool:
        """Whether two clusters are one: by the mean of all pairs of their reports, of large ones of some."""
        total = 0.0
        one, two = sample(one), sample(two)
        for i in one:
            for j in two:
                pair = (i, j) if i < j else (j, i)
                if pair not in self._scores:
                    self._scores[pair] = self.likeness.of(*pair)
                if self._scores[pair] == EXCLUDED:
                    return False
                total += self._scores[pair]
        return bool(total >= self.likeness.enough * len(one) * len(two))


def sample(numbers: Sequence[int]) -> Sequence[int]:
    """So many of a cluster, evenly."""
    step = -(-len(numbers) // SAMPLE)
    return numbers[::step]


def candidates(told: Sequence[Told], speaking: Iterable[int]) -> Iterator[Pair]:
    """Pairs of reports of two articles that may tell one event: of those that speak each worthy one with the likest before."""
    rows = array("I", (i for i in speaking if told[i].report.worth >= WORTHY))
    if len(rows) < 2:
        return
    states = np.stack([told[i].state for i in rows])
    triggers = _codes([one.trigger for one in map(told.__getitem__, rows)])
    actors = [_codes_of(told, rows, role) for role in ("source", "target")]
    articles = _codes([told[i].article.id for i in rows])
    days = _codes(["", *(str(told[i].first) if told[i].to_the_day and not told[i].guessed else "" for i in rows)])[1:]
    for first in range(0, len(rows), BATCH):
        here, before = slice(first, first + BATCH), slice(max(0, first - WINDOW), first + BATCH)
        alike = states[here] @ states[before].T
        alike += SAME_WORD * (triggers[here, None] == triggers[None, before])
        alike += SAME_DAY * ((days[here, None] == days[None, before]) & (days[here, None] > 0))
        for codes in actors:
            alike += SAME_ACTOR * ((codes[here, None] == codes[None, before]) & (codes[here, None] >= 0))
        alike[articles[here, None] == articles[None, before]] = 0.0
        yield from _likest(alike, rows, first, before.start)


def _likest(alike: Numbers, rows: Sequence[int], first: int, start: int) -> Iterator[Pair]:
    """Of each row of a batch its likest before it, as pairs of reports."""
    for n, row in enumerate(alike.round(4)):
        row = row[: first + n - start]
        best = np.argsort(-row, kind="stable")[:LIKEST]
        yield from ((rows[start + int(j)], rows[first + n]) for j in best if row[j] >= LEAST)


def _codes(values: Sequence[str]) -> npt.NDArray[np.int64]:
    numbers = {value: n for n, value in enumerate(dict.fromkeys(values))}
    return np.array([numbers[value] for value in values])


def _codes_of(told: Sequence[Told], rows: Sequence[int], role: str) -> npt.NDArray[np.int64]:
    """A number for the rarest of those in a role, -1 where nobody is known."""
    codes = _codes(["", *(_rarest(told[i], role) for i in rows)])[1:]
    return np.where(codes == 0, -1, codes)


def _rarest(one: Told, role: str) -> str:
    rarity = one.rarity.actors
    return min(getattr(one, role), key=lambda actor: (-rarity.of(actor), actor), default="")
