"""The judge: which sentences the encoder reads, and what both say together."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from dateline.events.candidates import EventCandidate
from dateline.events.encoder import SIZE, Encoding
from dateline.events.judge import PROMISING, Head, Judge, Verdict, logit

from .sentences import article, sentences

WORDS = sentences("markets opened", "storms hit", "ships sank")


class Certain:
    """Gives one feature: the odds that a word is worth a line, as the test has them."""

    def __init__(self, chances: Mapping[str, float]) -> None:
        self.chances = chances

    def of(self, candidate: EventCandidate, around: object) -> dict[str, float]:
        return {"odds": logit(self.chances[candidate.trigger.text])}


@dataclass
class Sure:
    """Holds everything that it reads for worth a line, and notes what that is."""

    asked: list[int] = field(default_factory=list)

    def read(self, text: object, of: object, title: str, asked: Collection[int]) -> Encoding:
        self.asked += asked
        numbers = [np.ones((len(asked), size), np.float32) for size in (SIZE, 2, 1, 1)]
        return Encoding(*numbers)


def judged(encoder: Sure, **chances: float) -> dict[str, Verdict]:
    """What is said of the last word of each sentence."""
    found = [EventCandidate(WORDS[i], None, "main", None, False, "text", i // 2, 3) for i in (1, 3, 5)]
    odds, never = Head({"odds": 1.0}), Head({"odds": 0.0}, 0.9)
    features: Any = Certain(chances)
    judge = Judge(features, odds, never, encoder, frozenset())  # type: ignore[arg-type]
    return {one.trigger.text: said for one, said in judge.of(found, WORDS, article(WORDS), [], {}, [])}


def test_the_encoder_reads_the_first_sentence_and_what_promises_something() -> None:
    encoder = Sure()
    judged(encoder, opened=0.01, hit=PROMISING, sank=PROMISING - 0.01)
    assert encoder.asked == [1, 3]


def test_worth_is_the_mean_of_both() -> None:
    found = judged(Sure(), opened=0.5, hit=0.8, sank=0.1)
    assert [found[word].worth for word in ("opened", "hit", "sank")] == [0.75, 0.9, 0.05]


def test_what_is_worth_a_line_is_told_though_it_is_not_known_for_a_happening() -> None:
    found = judged(Sure(), opened=0.01, hit=0.3, sank=0.1)
    assert {word for word, said in found.items() if said.eventive} == {"opened", "hit"}
