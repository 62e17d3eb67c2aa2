"""How far a report is to be trusted: named clues with weights, which ``dateline why`` shows."""

from __future__ import annotations

from collections.abc import Mapping

#: what each clue adds to the confidence of a report, or takes from it
WEIGHTS = {
    "base": 0.2,
    "the trigger is known": 0.2,
    "the trigger has its object": 0.1,
    "source and target are named": 0.15,
    "the target is the object itself": 0.1,
    "it is the sentence's main clause": 0.1,
    "the date stands in the clause": 0.1,
    "it happened": 0.05,
}


def confidence(clues: Mapping[str, bool]) -> float:
    """The sum of the weights of the clues that hold, at most 1."""
    return round(min(1.0, sum(WEIGHTS[clue] for clue, holds in clues.items() if holds)), 2)
