"""Scores what a judge would show of each article against an editor's events, without the program: recall and worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

#: an event of this weight belongs on the timeline of its story
BELONGS = 2
#: so many of the heaviest of each article are scored by themselves
TOP = 3
#: thresholds that are tried
STEPS = tuple(step / 40 for step in range(2, 36))


@dataclass(frozen=True, slots=True)
class Shown:
    """An event that is shown: how much it is worth, and which of its article's events its words tell."""

    worth: float
    tells: frozenset[int]


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares in per cent, as the editor's scorer has them.

    ``recall`` of the events that belong on a timeline; ``worth``: of those shown, what is worth a line; ``doubles``: of
    these, what tells one already shown; ``top``: worth of the heaviest of each article; ``shown`` is how many are.
    """

    recall: float
    worth: float
    doubles: float
    top: float
    shown: int

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and worth."""
        total = self.recall + self.worth
        return 2 * self.recall * self.worth / total if total else 0.0

    def __str__(self) -> str:
        return (
            f"F1 {self.f1:.1f}: recall {self.recall:.1f}, worth {self.worth:.1f}, "
            f"doubles {self.doubles:.1f}, top three {self.top:.1f} ({self.shown} shown)"
        )


def figures(articles: Iterable[tuple[Sequence[Shown], Sequence[int]]]) -> Figures:
    """The figures over articles, each given as what is shown of it and the weights of its events."""
    count: Counter[str] = Counter()
    for shown, weights in articles:
        count.update(_counts(shown, weights))
    return Figures(
        recall=_share(count["found"], count["belongs"]),
        worth=_share(count["good"], count["shown"]),
        doubles=_share(count["double"], count["good"]),
        top=_share(count["top good"], count["top"]),
        shown=count["shown"],
    )


def _counts(shown: Sequence[Shown], weights: Sequence[int]) -> Counter[str]:
    """What one article adds."""
    count: Counter[str] = Counter()
    used: set[int] = set()
    for place, one in enumerate(sorted(shown, key=lambda one: -one.worth)):
        good = bool(one.tells)
        count.update({"shown": 1, "good": good, "double": good and one.tells <= used})
        if place < TOP:
            count.update({"top": 1, "top good": good})
        used |= one.tells
    belongs = {number for number, weight in enumerate(weights) if weight >= BELONGS}
    count.update({"belongs": len(belongs), "found": len(belongs & used)})
    return count


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def calibration(probabilities: Sequence[float], truth: Sequence[bool], bins: int = 10) -> float:
    """The expected calibration error: how far probabilities are from shares that come true, in bins of one width."""
    error = 0.0
    for number in range(bins):
        inside = [i for i, p in enumerate(probabilities) if number <= p * bins < number + 1 or (p == 1 and number == bins - 1)]
        said, true = sum(probabilities[i] for i in inside), sum(truth[i] for i in inside)
        error += abs(said - true)
    return error / max(len(probabilities), 1)


def pairs(clusters: Sequence[frozenset[int]]) -> Iterator[tuple[int, int]]:
    """All pairs of members of one cluster."""
    for cluster in clusters:
        members = sorted(cluster)
        yield from ((one, two) for k, one in enumerate(members) for two in members[k + 1 :])
