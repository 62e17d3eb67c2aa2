"""Clusters of reports that tell one event: candidates by their words' meaning, then the likest first, none by a chain."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp, fsum
from typing import Any

import numpy as np
import numpy.typing as npt

from .. import folds
from .likeness import conflict, features, in_common
from .told import Told

#: what is worth less to an editor is an event of its own
WORTHY = 0.1
#: each report is compared with so many of those that came out last before it, of these with the likest
WINDOW, LIKEST = 2000, 30
#: and of these with none that is less like it
LEAST = 0.2
#: how many reports are looked at together
BATCH = 500
#: what it adds to the likeness of two words' meaning that they are the same, that somebody takes part in both, or that they are
#: of one day
SAME_WORD, SAME_ACTOR, SAME_DAY = 0.2, 0.3, 0.2
#: so many reports, the worthiest, speak for a happening of an article
SPEAKERS = 3
#: the most happenings of a cluster that are compared with those of another
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

    def of_all(self, one: Sequence[int], two: Sequence[int]) -> float:
        """As likely as the likest two of these reports tell one event; -1 where half of the pairs or more exclude it."""
        found = [self.of(min(i, j), max(i, j)) for i in one for j in two]
        excluded = found.count(EXCLUDED)
        return EXCLUDED if 2 * excluded >= len(found) else max(found)

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

    What an article holds for one happening stays together, and the reports that are worth most speak for it. Two clusters are
    joined from a pair that is alike and has something in common, where their happenings of two articles are alike in the mean
    and none of these exclude each other, so that a chain of reports, each like the next, does not make one event of two.
    """
    grouping = Grouping(likeness, _happenings(told))
    alike = grouping.alike(candidates(told, sorted(i for one in grouping.speaking for i in one)))
    grouping.join(alike)
    owner = grouping.owner
    apart = (pair for pair in sorted(alike, key=lambda p: (-alike[p], p)) if owner[pair[0]] != owner[pair[1]])
    near = [(told[grouping.speaking[i][0]], told[grouping.speaking[j][0]]) for i, j in apart]
    return ([told[i] for i in group] for group in sorted(grouping.groups())), near


def _happenings(told: Sequence[Told]) -> list[list[int]]:
    """The numbers of the reports of each happening of an article."""
    found: dict[tuple[str, str], list[int]] = {}
    for i, one in enumerate(told):
        found.setdefault((one.article.id, one.report.same or one.id), []).append(i)
    return list(found.values())


class Grouping:
    """Clusters of happenings as they grow. ``happenings`` are the numbers of each one's reports, ``speaking`` those of its
    worthiest. ``owner`` is the cluster of each happening, by the number of its first; ``members`` are the happenings of each
    cluster of several.
    """

    def __init__(self, likeness: Likeness, happenings: Sequence[Sequence[int]]) -> None:
        self.likeness = likeness
        self.happenings = happenings
        self.speaking = [self._speaking(one) for one in happenings]
        self.owner = array("I", range(len(happenings)))
        self.members: dict[int, list[int]] = {}
        self._scores: dict[Pair, float] = {}

    def _speaking(self, reports: Sequence[int]) -> Sequence[int]:
        return sorted(reports, key=lambda i: (-self.likeness.told[i].report.worth, i))[:SPEAKERS]

    def alike(self, pairs: Iterable[Pair]) -> dict[Pair, float]:
        """The happenings of these reports that are nearly one, each pair with how likely that is."""
        of = {i: number for number, reports in enumerate(self.speaking) for i in reports}
        told = self.likeness.told
        asked = dict.fromkeys((of[i], of[j]) for i, j in pairs if in_common(told[i], told[j]))
        found = {(min(pair), max(pair)): self._score(*pair) for pair in asked}
        return {pair: chance for pair, chance in found.items() if chance >= self.likeness.nearly}

    def join(self, pairs: Mapping[Pair, float]) -> None:
        """Join the clusters of pairs, the likest first, where all their happenings together are likely enough one."""
        for one, two in sorted(pairs, key=lambda pair: (-pairs[pair], pair)):
            a, b = sorted((self.owner[one], self.owner[two]))
            if a != b and self._fit(self._of(a), self._of(b)):
                self.members[a] = sorted([*self._of(a), *self._of(b)])
                self.members.pop(b, None)
                for i in self.members[a]:
                    self.owner[i] = a

    def groups(self) -> Iterator[list[int]]:
        """The numbers of the reports of each cluster."""
        firsts = (first for first, owner in enumerate(self.owner) if first == owner)
        return (sorted(i for one in self._of(first) for i in self.happenings[one]) for first in firsts)

    def _of(self, first: int) -> Sequence[int]:
        return self.members.get(first, (first,))

    def _fit(self, one: Sequence[int], two: Sequence[int]) -> bool:
        """Whether two clusters are one: by the mean of all pairs of happenings of two articles, of large clusters of some."""
        pairs = [(i, j) for i in sample(one) for j in sample(two) if self._article(i) != self._article(j)]
        total = 0.0
        for pair in pairs:
            score = self._score(*pair)
            if score == EXCLUDED:
                return False
            total += score
        return bool(pairs) and total >= self.likeness.enough * len(pairs)

    def _article(self, happening: int) -> str:
        return self.likeness.told[self.happenings[happening][0]].article.id

    def _score(self, one: int, two: int) -> float:
        pair = (one, two) if one < two else (two, one)
        if pair not in self._scores:
            self._scores[pair] = self.likeness.of_all(self.speaking[one], self.speaking[two])
        return self._scores[pair]


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
