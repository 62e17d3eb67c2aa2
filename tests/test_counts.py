"""Four figures that count something are no year."""

from __future__ import annotations

import pytest
from spacy.language import Language

from .test_dates import found, parsed

__all__ = ["parsed"]

COUNTS = [
    "The army held 1960 villagers at the border.",
    "The firm paid 2000 dollars.",
    "They climbed 2000 steps.",
    "Some 1850 houses burned.",
    "Up to 2010 workers marched through the town.",
    "More than 1999 fans came to the match.",
    "The storm killed 1901 people, and 2014 houses were lost.",
]
YEARS = [
    "The 2014 elections were held in peace.",
    "The firm published its 1998 results.",
    "In 2008 villagers fled the valley.",
    "In 1900 trams crossed the town.",
    "It was built in 1960, workers said.",
]


@pytest.mark.slow
@pytest.mark.parametrize("text", COUNTS)
def test_a_count_is_no_year(text: str, parsed: Language) -> None:
    assert found(text, nlp=parsed) == []


@pytest.mark.slow
@pytest.mark.parametrize("text", YEARS)
def test_a_year_beside_a_noun_is_one(text: str, parsed: Language) -> None:
    assert len(found(text, nlp=parsed)) == 1


def test_without_a_parse_nobody_knows() -> None:
    """Words alone say nothing of what is counted."""
    assert [date.value for date in found("The army held 1960 villagers.")] == ["1960"]
