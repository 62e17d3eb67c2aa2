"""Event coreference within an article: a logistic regression over features of pairs, learnt from an editor's events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import fitting
import folds
import scoring
from dateline.events.agreement import COMPARED
from dateline.events.coreference import joined
from dateline.events.judge import Head
from stories import Story

#: the inverse of the penalty
STRENGTH = 1.0
#: from which probability on words are one happening: of pairs that are put together, three in four are. What is told twice is
#: less bad than two happenings made into one: of a lower threshold, nearly all days and names that readers found wrong came
THRESHOLD = 0.25

#: of each article, a probability for each candidate
Found = Mapping[str, Sequence[float]]


def pairs(one: Story, worth: Sequence[float]) -> Iterator[tuple[int, int]]:
    """The pairs of which it is known whether they are one, among the candidates that are compared."""
    for i, k in one.pairs:
        if min(worth[i], worth[k]) >= COMPARED and (one.examples[i].tells or one.examples[k].tells):
            yield i, k


def fit(stories: Sequence[Story], worth: Found) -> dict[str, float]:
    """Weights by feature."""
    known = [(one, i, k) for one in stories for i, k in pairs(one, worth[one.digest])]
    rows = [one.pairs[i, k] for one, i, k in known]
    truth = [bool(one.examples[i].tells & one.examples[k].tells) for one, i, k in known]
    return fitting.logistic(rows, truth, strength=STRENGTH)


def clusters(one: Story, worth: Sequence[float], head: Head) -> list[list[int]]:
    """The candidates of an article that tell one happening, as the plugin has them."""
    groups: dict[int, list[int]] = {}
    for k, example in enumerate(one.examples):
        groups.setdefault(k if example.lead is None else example.lead, []).append(k)
    compared = {i for pair in one.pairs for i in pair}
    worthy = [k for k in sorted(groups) if k in compared and max(worth[i] for i in groups[k]) >= COMPARED]
    rest = [groups[k] for k in groups if k not in worthy]

    def chance(i: int, k: int) -> float:
        found = one.pairs.get((worthy[i], worthy[k]))
        return head.probability(found) if found is not None else 0.0

    return [[i for k in cluster for i in groups[worthy[k]]] for cluster in joined(len(worthy), chance, head.threshold)] + rest


def held_out(stories: Sequence[Story], worth: Found) -> dict[str, list[list[int]]]:
    """The clusters of each article by the weights of the other folds."""
    found = {}
    for test in sorted({one.fold for one in stories}):
        head = Head(fit([one for one in stories if one.fold != test], worth), THRESHOLD)
        found |= {one.digest: clusters(one, worth[one.digest], head) for one in stories if one.fold == test}
    return found


def report(stories: Sequence[Story], found: Mapping[str, Sequence[Sequence[int]]]) -> Iterator[str]:
    """Of the pairs of words of events, how many are rightly put together, of those that are and of those that should be."""
    for name, mine in [("all", stories), *_by_fold(stories)]:
        right = taken = there = 0
        for one in mine:
            told = {k for k, example in enumerate(one.examples) if example.tells}
            together = set(scoring.pairs([told & set(cluster) for cluster in found[one.digest]]))
            same = {(i, k) for i, k in scoring.pairs([told]) if one.examples[i].tells & one.examples[k].tells}
            right, taken, there = right + len(together & same), taken + len(together), there + len(same)
        share = 100 * right / max(there, 1)
        yield f"  one happening, {name}: precision {100 * right / max(taken, 1):.1f}, recall {share:.1f} of {there} pairs"


def _by_fold(stories: Sequence[Story]) -> Iterator[tuple[str, list[Story]]]:
    for test in sorted({one.fold for one in stories}):
        yield folds.groups(test), [one for one in stories if one.fold == test]
