"""What is no part of a name, and its letters."""

from __future__ import annotations

import pytest
from dateline.corpus.names import BEFORE, LEGAL
from dateline.model.names import is_name, letters, without_form, without_titles


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Then Vice-President Ada Bell", "Ada Bell"),
        ("Lt. Col. Tom Quill", "Tom Quill"),
        ("President", "President"),
        ("Pope Linus", "Pope Linus"),
        ("Abdel-Karim Zein", "Abdel-Karim Zein"),
    ],
)
def test_titles_are_no_part_of_a_name(name: str, bare: str) -> None:
    """Nor adverbs; what is nothing but a title stays."""
    assert without_titles(name, BEFORE) == bare


@pytest.mark.parametrize(
    ("name", "found"),
    [("Ada Bell", True), ("iOrchard", True), ("al-Zein", True), ("EU diplomat", False), ("another Harbour Board", False)],
)
def test_a_name_begins_and_ends_with_one(name: str, found: bool) -> None:
    assert is_name(name) == found


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Harbour Board Union", "hbu"),
        ("BNQ Papers", "bnqp"),
        ("B.N.Q. Papers", "bnqp"),
        ("Orchard", ""),
        ("union of dockers", ""),
    ],
)
def test_an_acronym_has_all_letters(name: str, short: str) -> None:
    assert letters(name) == short


@pytest.mark.parametrize(
    ("name", "bare"), [("Orchard Computer, Inc.", "Orchard Computer"), ("Orchard", "Orchard"), ("Inc.", "Inc.")]
)
def test_a_legal_form_is_no_part_of_a_name(name: str, bare: str) -> None:
    assert without_form(name, LEGAL) == bare
