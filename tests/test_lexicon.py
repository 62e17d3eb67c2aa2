"""The lexicon: person nouns and first names."""

from __future__ import annotations

import pytest
from dateline.actors.lexicon import Lexicon, lexicon


@pytest.mark.parametrize(
    ("noun", "kind"),
    [("elder", "person"), ("teenager", "person"), ("party", "group"), ("army", "group"), ("star", None), ("iron", None)],
)
def test_the_first_sense_of_a_noun(noun: str, kind: str | None) -> None:
    """Other senses do not count."""
    assert lexicon("en").kind(noun) == kind


@pytest.mark.parametrize(
    ("name", "gender"), [("Martha", "female"), ("René", "male"), ("VLADIMIR", "male"), ("Robin", None), ("Qxzt", None)]
)
def test_the_gender_of_a_first_name(name: str, gender: str | None) -> None:
    """None where both sexes bear it, or nobody known."""
    assert lexicon("en").gender(name) == gender


def test_lists_are_texts() -> None:
    """Words are parted by white space."""
    found = Lexicon({"person": "smith baker"}, {"male": "odo"})
    assert (found.kind("baker"), found.gender("Odo")) == ("person", "male")
