"""Conditional logit: which of several answers is right, by what rules say of words and by what the encoder says of them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

#: the least probability, so that what the encoder rules out can still be told by words
LEAST = 1e-4


@dataclass(frozen=True, slots=True)
class ConditionalLogit:
    """A weight for the logarithm of what the encoder says, and one for the answer that rules give, by their ``grounds``.

    ``answers`` are the encoder's, in the order of its columns.
    """

    answers: Sequence[str]
    encoder: float
    grounds: Mapping[str, float]

    def shares(self, encoded: Sequence[float], told: str, ground: str) -> list[float]:
        """How likely each answer is, where rules give this one on this ground; half likely, where nothing is read."""
        if not any(encoded):
            return [0.5 if answer == told else 0.5 / (len(self.answers) - 1) for answer in self.answers]
        weight = self.grounds.get(ground, 0.0)
        powers = [
            math.exp(self.encoder * math.log(max(float(share), LEAST)) + weight * (answer == told))
            for answer, share in zip(self.answers, encoded, strict=True)
        ]
        total = math.fsum(powers)
        return [power / total for power in powers]

    def likeliest(self, shares: Sequence[Sequence[float]]) -> tuple[str, float]:
        """The answer with the highest mean, of equal ones the first by name, and that mean to four places."""
        means = [round(math.fsum(column) / len(shares), 4) for column in zip(*shares, strict=True)]
        return min(zip(self.answers, means, strict=True), key=lambda answer: (-answer[1], answer[0]))

    @classmethod
    def of(cls, answers: Sequence[str], table: Mapping[str, Any]) -> ConditionalLogit:
        """That of a table of weights."""
        return cls(answers, table["encoder"], {name: weight for name, weight in table.items() if name != "encoder"})
