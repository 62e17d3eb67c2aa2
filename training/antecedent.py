"""Antecedents: whom a pronoun or role noun means. Learnt from coreference chains, and from who an editor says acts."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import fitting
import numpy as np
from chains import Example, examples, gold
from dateline.actors.antecedents import score
from dateline.actors.entities import NOUN
from scipy.optimize import minimize

#: corpora whose chains say what a pronoun means
CHAINED = frozenset({"gum", "ecb"})
#: how strongly weights are pulled to nothing
PENALTY = 4.0
#: the share of the antecedents taken, by class, and of those that are sure, that is to be right in a corpus that was not learnt
#: from; a role noun that means nobody with a name is one with its like anyway, and does not count
RIGHT, SURE = {"he": 0.91, "it": 0.8, "they": 0.8, NOUN: 0.8}, 0.97
#: how much an example of an editor's gold counts, which says who acts and not what a pronoun means
COUNTS = {"gum": 1.0, "ecb": 1.0, "gold": 0.5}
#: how the feature of a candidate with a name begins
NAMED = "noun, has a name"


def fit(found: Sequence[Example]) -> dict[str, float]:
    """Weights with which the right candidates are likeliest: a conditional logistic regression."""
    names = sorted({name for one in found for features in one.features for name in features})
    column = {name: i for i, name in enumerate(names)}
    rows = [features for one in found for features in one.features]
    matrix = np.zeros((len(rows), len(names)))
    for i, features in enumerate(rows):
        for name, value in features.items():
            matrix[i, column[name]] = value
    starts = np.cumsum([0, *(len(one.features) for one in found)])[:-1]
    group = np.repeat(np.arange(len(found)), [len(one.features) for one in found])
    right = np.array([i in one.right for one in found for i in range(len(one.features))], dtype=float)
    counts = np.array([COUNTS[one.corpus] for one in found])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        total, good = np.add.reduceat(powers, starts), np.add.reduceat(powers * right, starts)
        given = counts[group] * (powers / total[group] - powers * right / good[group])
        value = float((counts * (np.log(total) - np.log(good))).sum() + PENALTY / 2 * (weights**2).sum())
        return value, matrix.T @ given + PENALTY * weights

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return {name: round(float(weight), 3) for name, weight in zip(names, best.x, strict=True)}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a table says to an example: how likely the best candidate is, whether it is an actor (``counts``: and, of a role
    noun, has a name), and whether it is right.
    """

    example: Example
    probability: float
    actor: bool
    counts: bool
    right: bool
    wanted: bool


def answer(one: Example, weights: Mapping[str, float]) -> Answer:
    """The best candidate by a table."""
    scores = [score(features, weights) for features in one.features]
    powers = [math.exp(value - max(scores)) for value in scores]
    best = max(range(len(powers)), key=powers.__getitem__)
    actor, wanted = best in one.actors, bool(one.right & one.actors)
    counts = actor and (one.class_ != NOUN or any(name.startswith(NAMED) for name in one.features[best]))
    return Answer(one, powers[best] / sum(powers), actor, counts, best in one.right, wanted)


def crossed(found: Sequence[Example], part: Callable[[Example], int | str]) -> list[Answer]:
    """Each example answered by a table that has not seen its part."""
    said = []
    for tested in sorted({part(one) for one in found}):
        weights = fit([one for one in found if part(one) != tested])
        said += [answer(one, weights) for one in found if part(one) == tested]
    return said


def level(answers: Sequence[Answer], share: float, least: int = 4) -> float:
    """The lowest probability from which on this share of the actors found is right."""
    found = sorted(((one.probability, one.right) for one in answers if one.counts), reverse=True)
    best, right = 1.0, 0
    for count, (probability, good) in enumerate(found, 1):
        right += good
        if count >= least and right >= share * count:
            best = probability
    return round(best, 3)


def figures(answers: Sequence[Answer], limit: float) -> str:
    """How many of those who are meant are found, and how many that are found are wrong."""
    taken = [one for one in answers if one.actor and one.probability >= limit]
    right, wanted = sum(one.right for one in taken), sum(one.wanted for one in answers)
    found, precise = right / max(wanted, 1), right / max(len(taken), 1)
    return f"{right} of {wanted} found = {found:.3f}; of {len(taken)} taken {precise:.3f} right"


def train(folder: Path) -> Iterator[str]:
    """Fit, export, and say how good the table is on texts that it was not trained with."""
    found = list(examples(list(gold(folder))))
    mixed, unseen = crossed(found, lambda one: one.part), crossed(found, lambda one: one.corpus)
    chained = [one for one in unseen if one.example.corpus in CHAINED]
    limits = {class_: level([one for one in chained if one.example.class_ == class_], RIGHT[class_]) for class_ in RIGHT}
    pronouns = [one for one in chained if one.example.class_ != NOUN]
    sure = level(pronouns, SURE)
    yield f"antecedent: {len(found)} pronouns and role nouns; taken from {limits}; sure from {sure}"
    for corpus in COUNTS:
        yield from report(corpus, [one for one in mixed if one.example.corpus == corpus], limits)
        yield from report(f"{corpus}, trained without it", [one for one in unseen if one.example.corpus == corpus], limits)
    yield f"  sure, trained without the corpus: {figures(pronouns, sure)}"
    fitting.export("antecedent", "Whom pronouns and role nouns mean.", fit(found), **limits, sure=sure)


def report(name: str, answers: Sequence[Answer], limits: Mapping[str, float]) -> Iterator[str]:
    """The figures of each class."""
    for class_, limit in limits.items():
        asked = [one for one in answers if one.example.class_ == class_]
        if asked:
            yield f"  {name}, {class_}: {figures(asked, limit)}"
        if class_ == NOUN and asked:
            yield f"  {name}, {class_} that means a name: {figures([one for one in asked if one.counts], limit)}"


if __name__ == "__main__":
    import sys

    for line in train(Path(sys.argv[1])):
        print(line)
