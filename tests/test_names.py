"""Names: what is a name, which names are one, and one actor over all articles."""

from __future__ import annotations

import pytest
from dateline.actors.names import acronyms, clean, full_names, slug
from dateline.corpus.actors import gather
from dateline.lang import words
from dateline.model import Actor, Article, Mention, Reading
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


def person(name: str) -> Actor:
    return Actor(slug(name), name, "person", mentions=(Mention(0, len(name), name),))


def test_one_person_over_all_articles() -> None:
    """A lone surname in one article is the person whom another names in full."""
    full = Reading(Article("a", "", "2020-05-08"), actors=(person("Vladimir Putin"),))
    lone = Reading(Article("b", "", "2020-05-09"), actors=(person("Putin"),))
    found, same = gather([full, lone])
    assert [(a.id, a.aliases) for a in found] == [("vladimir-putin", ("Putin",))]
    assert same["b"] == {"putin": "vladimir-putin"}


@given(st.text(max_size=60))
def test_a_slug_is_safe_in_a_path(name: str) -> None:
    """Whatever the name, its slug is no path and not empty."""
    assert slug(name)
    assert not set(slug(name)) & set("/\\. \0")
