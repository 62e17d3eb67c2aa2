"""Conditional logit: what rules and encoder make of several answers together."""

from __future__ import annotations

import pytest
from dateline.events.conditional_logit import ConditionalLogit

ANSWERS = ("AID", "FIGHT", "OTHER")
MODEL = ConditionalLogit(ANSWERS, encoder=1.0, grounds={"noun": 1.0})


@pytest.mark.parametrize(
    ("encoded", "told", "best"),
    [
        # sure enough against the words
        ((0.1, 0.8, 0.1), "AID", "FIGHT"),
        # where the encoder wavers, the words decide
        ((0.35, 0.45, 0.2), "AID", "AID"),
        # it has read nothing
        ((0.0, 0.0, 0.0), "OTHER", "OTHER"),
        # the words give no answer that it knows
        ((0.1, 0.2, 0.7), "denied", "OTHER"),
        # equal ones by name
        ((0.4, 0.4, 0.2), "", "AID"),
    ],
)
def test_the_likeliest_answer(encoded: tuple[float, ...], told: str, best: str) -> None:
    assert MODEL.likeliest([MODEL.shares(encoded, told, "noun")])[0] == best


def test_shares_add_up_to_one() -> None:
    assert sum(MODEL.shares((0.2, 0.5, 0.3), "AID", "noun")) == pytest.approx(1)


def test_several_words_agree_on_what_they_hold_likely_together() -> None:
    """One is sure, two waver between others."""
    shares = [(0.9, 0.05, 0.05), (0.3, 0.5, 0.2), (0.3, 0.2, 0.5)]
    assert MODEL.likeliest(shares) == ("AID", 0.5)


def test_a_ground_without_a_weight_says_nothing() -> None:
    assert MODEL.likeliest([MODEL.shares((0.3, 0.4, 0.3), "AID", "saying")])[0] == "FIGHT"
