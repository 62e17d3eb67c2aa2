"""Names: one actor for all names of one, within an article and over all."""

from __future__ import annotations

import pytest
from dateline.actors.names import Named, clean, join, slug
from dateline.corpus.actors import gather
from dateline.lang import words
from dateline.model import Article, Reading
from hypothesis import given
from hypothesis import strategies as st

EDGES = words("en", "cues")["name_edges"]


def actors(*names: tuple[str, str]) -> dict[str, int]:
    named = [Named(i * 50, i * 50 + len(name), name, kind) for i, (name, kind) in enumerate(names)]
    return {a.id: len(a.mentions) for a in join(named)}


def test_a_surname_is_the_person_named_in_full() -> None:
    """Putin, and even a Putin taken for an organisation, is Vladimir Putin."""
    found = actors(("Vladimir Putin", "person"), ("Putin", "person"), ("Putin", "organisation"))
    assert found == {"vladimir-putin": 3}


def test_two_of_one_surname_stay_two() -> None:
    """A surname that two persons share joins neither."""
    found = actors(("Sergei Skripal", "person"), ("Yulia Skripal", "person"), ("Skripal", "person"))
    assert found == {"sergei-skripal": 1, "yulia-skripal": 1, "skripal": 1}


@pytest.mark.parametrize(
    ("text", "name"),
    [("the Kremlin", "Kremlin"), ("Russia’s", "Russia"), ("Prime Minister Boris Johnson", "Boris Johnson"), ("The", "The")],
)
def test_a_name_is_cleaned(text: str, name: str) -> None:
    """Articles, titles and possessive endings are no part of a name."""
    start, end = clean(text, 0, EDGES)
    assert text[start:end] == name


def test_one_person_over_all_articles() -> None:
    """A lone surname in one article is the person whom another names in full."""
    full = Reading(Article("a", "", "2020-05-08"), actors=join([Named(0, 14, "Vladimir Putin", "person")]))
    lone = Reading(Article("b", "", "2020-05-09"), actors=join([Named(0, 5, "Putin", "person")]))
    found, same = gather([full, lone])
    assert [(a.id, a.aliases) for a in found] == [("vladimir-putin", ("Putin",))]
    assert same["b"] == {"putin": "vladimir-putin"}


@given(st.text(max_size=60))
def test_a_slug_is_safe_in_a_path(name: str) -> None:
    """Whatever the name, its slug is no path and not empty."""
    assert slug(name)
    assert not set(slug(name)) & set("/\\. \0")
