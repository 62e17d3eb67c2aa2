"""Names: what is a name, which names are one, and one actor over all articles."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from dateline.actors.clusters import NameUse, clusters
from dateline.actors.names import acronyms, clean
from dateline.corpus.actors import gather
from dateline.lang import words
from dateline.model import Actor, Article, Known, Mention, Reading
from dateline.model.names import fold, shown
from dateline.model.slug import slug
from hypothesis import given
from hypothesis import strategies as st

EDGES = words("en", "cues")["name_edges"]


LISTS = words("en", "names")


def one(*names: str) -> list[int]:
    """For each name the first with which it is one. A kind and a gender may stand before a name, parted by colons."""
    keys = clusters([_use(name) for name in names], LISTS)
    return [keys.index(key) for key in keys]


def _use(name: str) -> NameUse:
    *said, name = name.split(": ")
    return NameUse(name, said[0] if said else "person", said[1] if len(said) > 1 else None)


@pytest.mark.parametrize(
    ("names", "same"),
    [
        (["Ana Rey", "Rey", "Ana"], [0, 0, 0]),
        (["Pat O'Dowd", "O’Dowd"], [0, 0]),
        (["Nour al-Hadi", "Hadi", "al-Hadi"], [0, 0, 0]),
        (["Ursula von der Au", "von der Au", "Au"], [0, 0, 0]),
        (["Luis Manuel Pérez Ibarra", "Pérez Ibarra", "Ibarra"], [0, 0, 0]),
        (["Juan de la Rosa", "de la Rosa"], [0, 0]),
        (["Kim Do Yun", "Kim"], [0, 0]),
        (["Park Seo-jin", "Park"], [0, 0]),
        (["George W. Lund", "George H. W. Lund"], [0, 1]),
        (["Ian Orr Jr.", "Ian Orr Sr.", "Orr junior"], [0, 1, 0]),
        (["Bob Vane", "Robert Vane"], [0, 0]),
        (["R. Vane", "Robert Vane"], [0, 0]),
        (["Robert Vane", "Rupert Vane"], [0, 1]),
        (["Pope Felix", "Felix"], [0, 0]),
        (["Dmytro Sava", "Dmitro Sava"], [0, 1]),
        (["Ola Berg Thorsen", "Ola Thorsen"], [0, 0]),
    ],
)
def test_a_persons_names_are_one(names: list[str], same: list[int]) -> None:
    """By surname and first name, whatever the apostrophe, particle or short form; another first name is another person."""
    assert one(*names) == same


@pytest.mark.parametrize(
    ("names", "same"),
    [
        (["Ana Rey", "Rey", "Tom Rey", "Rey"], [0, 0, 2, 0]),
        (["Ana Rey", "Tom Rey", "Tom Rey", "Rey"], [0, 1, 1, 1]),
        (["person: female: Ana Rey", "person: male: Tom Rey", "person: female: Rey"], [0, 1, 0]),
        (["Tom Rey", "Lee Dorn", "Dorn", "Rey"], [0, 1, 1, 0]),
    ],
)
def test_a_bare_surname_is_the_more_present_bearers(names: list[str], same: list[int]) -> None:
    """Of two the one who was named more often and more lately, or whom the title fits."""
    assert one(*names) == same


@pytest.mark.parametrize(
    ("names", "same"),
    [
        (["Lund Motor Co.", "Lund", "the Lund Motor Company"], [0, 0, 0]),
        (["Lund Foods", "Lund Motor", "Lund"], [0, 1, 2]),
        (["Northern Relief Fund", "NRF"], [0, 0]),
        (["Northern Relief Fund", "person: Nrf"], [0, 0]),
        (["The Daily Lamp", "Daily Lamp"], [0, 0]),
        (["Lund Watch", "Lund"], [0, 1]),
    ],
)
def test_a_bodys_names_are_one(names: list[str], same: list[int]) -> None:
    """With and without article and form of company, by its letters, and without its trade where one only has it."""
    assert one(*(name if ": " in name else f"organisation: {name}" for name in names)) == same


def test_a_person_and_a_company_of_one_name_are_two() -> None:
    """Kinds that conflict are never joined."""
    assert one("organisation: Ford Motor", "John Ford", "person: Ford", "organisation: Ford") == [0, 1, 1, 0]


@given(st.lists(st.text(alphabet="ab .'’-J", min_size=1, max_size=12), max_size=8))
def test_every_name_has_a_key(names: list[str]) -> None:
    """Whatever the names, each use has one, and equal names of bodies have the same."""
    keys = clusters([NameUse(name, "organisation") for name in names], LISTS)
    assert len(keys) == len(names)
    assert len({(fold(name), key) for name, key in zip(names, keys, strict=True)}) == len({fold(name) for name in names})


@pytest.mark.parametrize(
    ("names", "name"),
    [
        ({"Ana Maria Rey II": 2, "Ana Rey": 3, "Rey": 9}, "Ana Rey"),
        ({"Ana Maria Rey II": 1, "Ana Rey": 1}, "Ana Rey"),
        ({"A. Rey": 4, "Ana Rey": 1}, "Ana Rey"),
        ({"ANA REY": 4, "Ana Rey": 1}, "Ana Rey"),
        ({"de la Rosa": 5, "Juan de la Rosa": 1}, "Juan de la Rosa"),
        ({"NRF": 5, "Northern Relief Fund": 1}, "Northern Relief Fund"),
        ({"Rey": 2}, "Rey"),
    ],
)
def test_the_name_shown_is_the_full_one_that_is_used_most(names: dict[str, int], name: str) -> None:
    """Not the longest, not an initial, not the end of another, not capitals."""
    assert shown(names) == name


@pytest.mark.parametrize(
    ("name", "other"),
    [("O’Dowd", "O'Dowd"), ("Jean–Luc", "jean-luc"), ("The  Lamp", "lamp"), ("Zoe\u0308", "Zoë")],
)
def test_names_are_compared_folded(name: str, other: str) -> None:
    assert fold(name) == fold(other)


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
        ("Ipswich.", "Ipswich"),
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
    found, _, _ = gather(articles(*([actor(name, kind)] for name in names)))
    assert [a.id for a in found] == ids


def test_a_surname_is_whose_company_it_keeps() -> None:
    """Of two Johnsons the one who is told of with the others in the article; else nobody, and an editor is asked."""
    may, trump, musk = actor("Theresa May"), actor("Donald Trump"), actor("Elon Musk")
    boris, alan, lone = actor("Boris Johnson"), actor("Alan Johnson"), actor("Johnson")
    _, same, doubts = gather(articles([boris, may, trump], [alan, musk], [lone, may], [lone]))
    assert (same["a2"]["johnson"], same["a3"]["johnson"]) == ("boris-johnson", "johnson")
    assert [(d.kind, d.about[0]) for d in doubts if d.kind == "surname"] == [("surname", "johnson")]


def test_names_that_the_desk_splits_stay_apart() -> None:
    """The editors say that they are two."""
    desk = [Known("Vladimir Putin", split=("V. Putin",))]
    found, _, _ = gather(articles([actor("Vladimir Putin")], [actor("V. Putin")]), desk)
    assert [a.id for a in found] == ["v-putin", "vladimir-putin"]


def test_names_of_two_countries_stay_apart() -> None:
    """An initial does not make one of a Russian and an American."""
    found, _, _ = gather(articles([actor("John Smith", country="USA")], [actor("J. Smith", country="GBR")]))
    assert len(found) == 2


def test_names_spelled_nearly_alike_are_for_an_editor() -> None:
    """They are not joined."""
    found, _, doubts = gather(articles([actor("Dmytro Kuleba")], [actor("Dmitro Kuleba")]))
    assert len(found) == 2
    assert [(d.kind, d.about) for d in doubts] == [("name", ("dmitro-kuleba", "dmytro-kuleba"))]


@given(st.text(max_size=60))
def test_a_slug_is_safe_in_a_path(name: str) -> None:
    """Whatever the name, its slug is no path and not empty."""
    assert slug(name)
    assert not set(slug(name)) & set("/\\. \0")
