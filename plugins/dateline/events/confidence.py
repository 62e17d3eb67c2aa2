"""How far a report is to be trusted: named clues with weights, which ``dateline why`` shows."""

from __future__ import annotations

from collections.abc import Mapping

#: What each clue adds to the confidence of a report. Set so that of the reports with a confidence about that share has the
#: right two countries and PLOVER class, on half of the PLOVER gold standard records (docs/events.md has the table).
WEIGHTS = {
    "base": 0.02,
    "the trigger is known": 0.08,
    "the trigger has its object": 0.03,
    "source and target are named": 0.05,
    "the target is the object itself": 0.02,
    "it is the sentence's main clause": 0.12,
    "source and target are named in the main clause": 0.38,
    "the date stands in the clause": 0.05,
    "it happened": 0.02,
}


def confidence(clues: Mapping[str, bool]) -> float:
    """The sum of the weights of the clues that hold, at most 1."""
    return round(min(1.0, sum(WEIGHTS[clue] for clue, holds in clues.items() if holds)), 2)
