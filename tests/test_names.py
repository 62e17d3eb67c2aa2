"""Names: what is a name, which names are one within an article, and their parts."""

from __future__ import annotations

import pytest
from dateline.actors.names import acronyms, clean, full_names
from dateline.lang import words
from dateline.model.names import PersonName, fold, parts
from dateline.model.slug import slug
from hypothesis import given
from hypothesis import strategies as st

EDGES = words("en", "cues")["name_edges"]


@pytest.mark.parametrize(
    ("persons", "surnames"),
    [
        (["vladimir putin", "putin"], {"putin": "vladimir putin", "vladimir": "vladimir putin"}),
        (["sergei skripal", "yulia skripal", "skripal"], {"sergei": "sergei skripal", "yulia": "yulia skripal"}),
        (["rui de sa"], {"sa": "rui de sa", "de sa": "rui de sa", "rui": "rui de sa"}),
    ],
)
def test_a_part_of_a_name_is_the_one_person_who_has_it(persons: list[str], surnames: dict[str, str]) -> None:
    """A lone surname or first name is the person named in full; one that two persons share is neither."""
    assert full_names(persons) == surnames


def test_an_acronym_is_the_name_whose_words_begin_with_it() -> None:
    """The expansion comes from the article itself."""
    assert acronyms(["International Atomic Energy Agency", "Syria"]) == {"iaea": "international atomic energy agency"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Kremlin", "Kremlin"),
        ("Russia’s", "Russia"),
        ("Prime Minister Boris Johnson", "Boris Johnson"),
        ("The", "The"),
        ("Apple Inc.", "Apple"),
    ],
)
def test_a_name_is_cleaned(text: str, name: str) -> None:
    """Articles, titles and possessive endings are no part of a name."""
    start, end = clean(text, 0, EDGES)
    assert text[start:end] == name


@given(st.text(max_size=60))
def test_a_slug_is_safe_in_a_path(name: str) -> None:
    """Whatever the name, its slug is no path and not empty."""
    assert slug(name)
    assert not set(slug(name)) & set("/\\. \0")


@pytest.mark.parametrize(
    ("names", "folded"),
    [
        (("Niall O'Dell", "NIALL O’DELL", "Niall O‘Dell's"), "niall o'dell"),
        (("Anne-Marie Roux", "Anne‑Marie Roux", "anne marie roux"), "anne marie roux"),
        (("José Múgica", "Jose Mugica", "José Múgica"), "jose mugica"),
        (("the Harbour Board", "The Harbour Board’s", "Harbour board"), "harbour board"),
        (("U.S.", "US", "U. S."), "us"),
        (("J. B. Quill", "J.B. Quill", "JB Quill"), "jb quill"),
        (("Łukasz Øre",), "lukasz ore"),
        (("The", "the"), "the"),
    ],
)
def test_signs_alone_make_no_other_name(names: tuple[str, ...], folded: str) -> None:
    """Capitals, apostrophes, hyphens, accents, dots, a leading article and a possessive ending."""
    assert {fold(name) for name in names} == {folded}


@given(st.text(max_size=60))
def test_a_folded_name_stays_as_it_is_when_folded_again(name: str) -> None:
    assert not name.strip() or fold(name) == fold(fold(name).strip() or name)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Ada Bell", PersonName("ada", (), "bell")),
        ("Ada Q. R. Bell", PersonName("ada", ("q", "r"), "bell")),
        ("A.Q. Bell III", PersonName("a", ("q",), "bell", "iii")),
        ("Tom Bell, Jr.", PersonName("tom", (), "bell", "jr")),
        ("Ilse von der Aue", PersonName("ilse", (), "von der aue")),
        ("von der Aue", PersonName("", (), "von der aue")),
        ("Samir al-Zein", PersonName("samir", (), "zein")),
        ("al-Zein", PersonName("", (), "zein")),
        ("Samir ElZein", PersonName("samir", (), "zein")),
        ("Al Torrance", PersonName("al", (), "torrance")),
        ("Rosario", PersonName("", (), "rosario")),
        ("Anne-Marie Roux-Bell", PersonName("anne marie", (), "roux bell")),
        ("Roux-Bell", PersonName("", (), "roux bell")),
    ],
)
def test_a_name_has_parts(name: str, found: PersonName) -> None:
    """A surname has its particles, an Arabic article is none of it; a lone name is a surname."""
    assert parts(name) == found
