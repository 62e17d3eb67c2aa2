"""Antecedents: whom pronouns and role nouns of an article mean, by a table that is learnt."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from .entities import NOUN
from .phrases import Phrase
from .walk import Choice, Features, Page, Question, Vocabulary, Walk

#: how many features say why
SAID = 4


@dataclass(frozen=True, slots=True)
class Table:
    """What was learnt: a weight by feature, and the probability from which on an antecedent is taken, by class, and is sure."""

    weights: Features
    he: float
    it: float
    they: float
    noun: float
    sure: float

    def least(self, class_: str) -> float:
        """The probability from which on what a pronoun of this class, or a role noun, means is taken."""
        return {"he": self.he, "it": self.it, "they": self.they, NOUN: self.noun}[class_]


@dataclass(frozen=True, slots=True)
class Resolved:
    """The keys of all phrases, and what was chosen for each pronoun and role noun."""

    keys: tuple[str, ...]
    choices: tuple[Choice, ...]


def score(features: Features, weights: Features) -> float:
    """The logarithm of the odds, but for a constant."""
    return math.fsum([value * weights.get(name, 0.0) for name, value in features.items()])


def probabilities(question: Question, weights: Features) -> list[float]:
    """The probability of each candidate, and of nobody, which stands last."""
    scores = [score(one, weights) for one in question.features]
    highest = max(scores)
    powers = [math.exp(one - highest) for one in scores]
    return [power / math.fsum(powers) for power in powers]


class Antecedents:
    """Resolves pronouns and role nouns in the order of the text."""

    def __init__(self, table: Table, known: Vocabulary) -> None:
        self.table, self.known = table, known

    def of(self, page: Page, phrases: Sequence[Phrase], keys: Sequence[str], asked: Collection[int]) -> Resolved:
        """What each pronoun and role noun means; ``asked`` are the indices of phrases that may mean one named before."""
        walk = Walk(self.known, page, self.choose)
        said = walk.through(phrases, keys, asked)
        return Resolved(tuple(said), tuple(walk.choices))

    def choose(self, question: Question) -> tuple[Choice, int | None]:
        """The best candidate where it is likely enough, else nobody."""
        weights, anaphor = self.table.weights, question.anaphor
        chances = probabilities(question, weights)
        best = max(range(len(chances)), key=chances.__getitem__)
        if best == len(question.candidates) or chances[best] < self.table.least(anaphor.class_):
            return Choice(anaphor, (), round(chances[-1], 3)), None
        entity, chance = question.candidates[best], chances[best]
        sure = chance * entity.last.certainty >= self.table.sure
        why = reasons(question.features[best], weights)
        return Choice(anaphor, entity.keys, round(chance, 3), sure, why), best


def reasons(features: Features, weights: Features) -> tuple[str, ...]:
    """The features that weigh most in a choice, with what each gives."""
    given = {name: value * weights.get(name, 0.0) for name, value in features.items()}
    heaviest = sorted(given, key=lambda name: (-abs(given[name]), name))
    return tuple(f"{given[name]:+.2f} {name}" for name in heaviest[:SAID] if given[name])
