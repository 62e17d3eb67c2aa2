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
    ("noun", "doubtful"), [("man", False), ("biologist", False), ("browser", True), ("guide", True), ("iron", False)]
)
def test_a_noun_for_a_person_may_often_name_something_else(noun: str, doubtful: bool) -> None:
    """By how often each of its senses is used."""
    assert lexicon("en").is_doubtful(noun) is doubtful


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


def test_a_first_name_of_both_says_no_gender() -> None:
    """It is a first name nonetheless."""
    found = Lexicon({}, {"female": "odette", "either": "robyn"})
    assert (found.gender("Robyn"), found.is_first_name("Robyn"), found.is_first_name("table")) == (None, True, False)
