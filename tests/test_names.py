"""Names: what is a name, which names are one, and one actor over all articles."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from dateline.actors.names import acronyms, clean, full_names
from dateline.corpus.actors import gather
from dateline.lang import words
from dateline.model import Actor, Article, Known, Mention, Reading
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


def actor(name: str, kind: str = "person", country: str | None = None) -> Actor:
    return Actor(slug(name), name, kind, country, mentions=(Mention(0, len(name), name),))


def articles(*actors: Sequence[Actor]) -> list[Reading]:
    """An article for each of these casts."""
    return [Reading(Article(f"a{i}", "", "2020-05-08"), actors=tuple(cast)) for i, cast in enumerate(actors)]


@pytest.mark.parametrize(
    ("names", "kind", "ids"),
    [
        (("Vladimir Putin", "Putin"), "person", ["vladimir-putin"]),
        (("Vladimir Putin", "V. Putin"), "person", ["vladimir-putin"]),
        (("George Walker Bush", "George Bush", "George W. Bush"), "person", ["george-walker-bush"]),
        (("Boris Johnson", "Alan Johnson", "Johnson"), "person", ["alan-johnson", "boris-johnson", "johnson"]),
        (("George H. Bush", "George W. Bush"), "person", ["george-h-bush", "george-w-bush"]),
        (("International Atomic Energy Agency", "IAEA"), "organisation", ["international-atomic-energy-agency"]),
        (("iTunes Music Store", "iTunes Store"), "thing", ["itunes-music-store"]),
        (("Apple", "Apple Watch"), "thing", ["apple", "apple-watch"]),
    ],
)
def test_one_actor_over_all_articles(names: Sequence[str], kind: str, ids: list[str]) -> None:
    """Names of one are one, each in an article of its own; where two could be meant, they stay apart."""
    found = gather(articles(*([actor(name, kind)] for name in names))).actors
    assert [a.id for a in found] == ids


def test_a_surname_is_whose_company_it_keeps() -> None:
    """Of two Johnsons the one who is told of with the others in the article; else nobody, and an editor is asked."""
    may, trump, musk = actor("Theresa May"), actor("Donald Trump"), actor("Elon Musk")
    boris, alan, lone = actor("Boris Johnson"), actor("Alan Johnson"), actor("Johnson")
    _, same, doubts, *_ = gather(articles([boris, may, trump], [alan, musk], [lone, may], [lone]))
    assert (same["a2"]["johnson"], same["a3"]["johnson"]) == ("boris-johnson", "johnson")
    assert [(d.kind, d.about[0]) for d in doubts if d.kind == "surname"] == [("surname", "johnson")]


def test_names_that_the_desk_splits_stay_apart() -> None:
    """The editors say that they are two."""
    desk = [Known("Vladimir Putin", split=("V. Putin",))]
    found = gather(articles([actor("Vladimir Putin")], [actor("V. Putin")]), desk).actors
    assert [a.id for a in found] == ["v-putin", "vladimir-putin"]


def test_names_of_two_countries_stay_apart() -> None:
    """An initial does not make one of a Russian and an American."""
    found = gather(articles([actor("John Smith", country="USA")], [actor("J. Smith", country="GBR")])).actors
    assert len(found) == 2


def test_names_spelled_nearly_alike_are_for_an_editor() -> None:
    """They are not joined."""
    found, _, doubts, *_ = gather(articles([actor("Dmytro Kuleba")], [actor("Dmitro Kuleba")]))
    assert len(found) == 2
    assert [(d.kind, d.about) for d in doubts] == [("name", ("dmitro-kuleba", "dmytro-kuleba"))]


@given(st.text(max_size=60))
def test_a_slug_is_safe_in_a_path(name: str) -> None:
    """Whatever the name, its slug is no path and not empty."""
    assert slug(name)
    assert not set(slug(name)) & set("/\\. \0")
