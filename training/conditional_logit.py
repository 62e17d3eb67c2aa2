"""Kind and status of an event: how much the encoder weighs beside what rules say of the words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import scoring
from dateline.events import schema
from dateline.events.agreement import REST, WORDS
from dateline.events.conditional_logit import LEAST, ConditionalLogit
from encoding import STATUSES, target
from scipy.optimize import minimize
from stories import Example, Story, Target


@dataclass(frozen=True, slots=True)
class Row:
    """A candidate that tells an event: what the encoder and what rules say, on which ground, and what is right."""

    encoded: Sequence[float]
    told: str
    ground: str
    right: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question with several answers: the encoder's by its columns, what rules say, and what is right."""

    name: str
    answers: Sequence[str]
    encoded: Callable[[Example], Sequence[float]]
    told: Callable[[Example], str]
    ground: Callable[[Example], str]
    right: Callable[[Target], str]

    def rows(self, stories: Sequence[Story]) -> list[Row]:
        """Of each candidate that tells an event."""
        telling = [(one, example) for one in stories for example in one.examples if example.tells]
        return [
            Row(self.encoded(e), self._known(self.told(e)), self.ground(e), self.right(target(one, e.tells)))
            for one, e in telling
        ]

    def _known(self, told: str) -> str:
        return told if told in self.answers else REST


QUESTIONS = (
    Question(
        "event_kind", sorted(schema.kinds()), lambda e: e.encoded.kinds.tolist(), lambda e: e.kind, lambda e: e.ground,
        lambda t: t.kind,
    ),
    Question(
        "status", STATUSES, lambda e: e.encoded.statuses.tolist(), lambda e: e.status, lambda e: WORDS, lambda t: t.status,
    ),
)  # fmt: skip


def fit(question: Question, stories: Sequence[Story]) -> dict[str, float]:
    """The weights of the encoder and of each ground, by maximum likelihood."""
    rows = question.rows(stories)
    grounds = sorted({row.ground for row in rows})
    logs = np.log(np.maximum(np.array([row.encoded for row in rows]), LEAST))
    told = np.array([[float(answer == row.told) for answer in question.answers] for row in rows])
    ground = np.array([grounds.index(row.ground) for row in rows])
    right = np.array([question.answers.index(row.right) for row in rows])

    def loss(weights: np.ndarray) -> float:
        powers = weights[0] * logs + weights[1 + ground][:, None] * told
        highest = powers.max(axis=1)
        totals = highest + np.log(np.exp(powers - highest[:, None]).sum(axis=1))
        return float((totals - powers[np.arange(len(rows)), right]).mean())

    found = minimize(loss, np.ones(1 + len(grounds)), method="L-BFGS-B").x
    return {name: round(float(weight), 3) for name, weight in zip(["encoder", *grounds], found, strict=True)}


def report(question: Question, stories: Sequence[Story]) -> Iterator[str]:
    """How often the answer is right in folds that it was not learnt from, and how far the probabilities are from that."""
    chances, truth, alone = [], [], []
    for test in sorted({one.fold for one in stories}):
        weights = fit(question, [one for one in stories if one.fold != test])
        model = ConditionalLogit.of(question.answers, weights)
        for row in question.rows([one for one in stories if one.fold == test]):
            best, chance = model.likeliest([model.shares(row.encoded, row.told, row.ground)])
            chances.append(chance)
            truth.append(best == row.right)
            alone.append((question.answers[int(np.argmax(row.encoded))] == row.right, row.told == row.right))
    encoder, rules = (100 * sum(column) / len(alone) for column in zip(*alone, strict=True))
    both = 100 * sum(truth) / len(truth)
    yield f"{question.name}: {both:.1f} % of {len(truth)} words, encoder alone {encoder:.1f}, rules alone {rules:.1f}"
    yield f"  calibration error {scoring.calibration(chances, truth):.3f}"
