"""Names: what is a name, which names are one within an article, and their parts."""

from __future__ import annotations

import pytest
from dateline.actors.clusters import NameUse, clusters
from dateline.actors.names import acronyms, clean
from dateline.lang import words
from dateline.model.names import PersonName, fold, parts, shown
from dateline.model.slug import slug
from hypothesis import given
from hypothesis import strategies as st

LISTS = words("en", "names")


def one(*names: str) -> list[int]:
    """For each name the first with which it is one. A kind and a gender may stand before a name, parted by colons."""
    keys = clusters([_use(name) for name in names], LISTS)
    return [keys.index(key) for key in keys]


def _use(name: str) -> NameUse:
    *said, name = name.split(": ")
    gender = said[1] if len(said) > 1 and said[1] != "kin" else None
    return NameUse(name, said[0] if said else "person", gender, "kin" in said)


@pytest.mark.parametrize(
    ("names", "same"),
    [
        (("thing: Orbi", "thing: Orbis", "organisation: Orbis"), [0, 0, 2]),
        (["Ana Rey", "Rey", "Ana"], [0, 0, 0]),
        (["Pat O'Dowd", "O’Dowd"], [0, 0]),
        (["Nour al-Hadi", "Hadi", "al-Hadi"], [0, 0, 0]),
        (["Ursula von der Au", "von der Au", "Au"], [0, 0, 0]),
        (["Luis Manuel Pérez Ibarra", "Pérez Ibarra", "Ibarra"], [0, 0, 0]),
        (["Juan de la Rosa", "de la Rosa"], [0, 0]),
        (["Kim Do Yun", "Kim"], [0, 0]),
        (["Kim Do Yun", "Kim Do-yun", "Andrea Kim", "Kim"], [0, 0, 2, 0]),
        (["Samir ElZein", "Zein"], [0, 0]),
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
        (["Rey", "Tom Rey", "Ana Rey", "Tom Rey"], [0, 0, 2, 0]),
        (["Tom Rey", "person: kin: Ana Rey", "Ana Rey", "Rey", "Ana"], [0, 1, 1, 0, 1]),
        (["Rey", "person: kin: Ana Rey", "Rey"], [0, 1, 0]),
        (["Tom Rey", "person: kin: Ana", "Ana Rey", "Rey"], [0, 1, 1, 0]),
        (["Tom Dorn", "person: kin: Ana Rey", "Rey"], [0, 1, 1]),
    ],
)
def test_a_bare_surname_is_the_more_present_bearers(names: list[str], same: list[int]) -> None:
    """Of two the one who was named more often and more lately, or whom the title fits; not one introduced as a relative."""
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
        (["UN Harbour Council", "Harbour Council", "the Council"], [0, 0, 0]),
        (["Lund Harbour Council", "Dorn Harbour Council", "Harbour Council"], [0, 1, 2]),
        (["Daily Lund", "Lund"], [0, 1]),
        (["U.S. Harbour and Canal Service", "HCS"], [0, 0]),
        (["Lund Records", "Lund"], [0, 1]),
        (["UN Navy", "UN"], [0, 1]),
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
    ("names", "kind", "name"),
    [
        ({"Ana Maria Rey II": 2, "Ana Rey": 3, "Rey": 9}, "person", "Ana Rey"),
        ({"Ana Maria Rey II": 1, "Ana Rey": 1}, "person", "Ana Rey"),
        ({"A. Rey": 4, "Ana Rey": 1}, "person", "Ana Rey"),
        ({"ANA REY": 4, "Ana Rey": 1}, "person", "Ana Rey"),
        ({"de la Rosa": 5, "Juan de la Rosa": 1}, "person", "Juan de la Rosa"),
        ({"NRF": 5, "Northern Relief Fund": 1}, "organisation", "Northern Relief Fund"),
        ({"Rey": 2}, "person", "Rey"),
        ({"Lund": 5, "Lund Motor": 1}, "organisation", "Lund"),
        ({"Lund Motor": 1, "Lund": 1}, "organisation", "Lund Motor"),
    ],
)
def test_the_name_shown_is_the_full_one_that_is_used_most(names: dict[str, int], kind: str, name: str) -> None:
    """Not the longest, not an initial, not the end of another, not capitals."""
    assert shown(names, kind) == name


@pytest.mark.parametrize(
    ("name", "other"),
    [("O’Dowd", "O'Dowd"), ("Jean–Luc", "jean-luc"), ("The  Lamp", "lamp"), ("Zoe\u0308", "Zoë")],
)
def test_names_are_compared_folded(name: str, other: str) -> None:
    assert fold(name) == fold(other)


def test_an_acronym_is_the_name_whose_words_begin_with_it() -> None:
    """The expansion comes from the article itself."""
    names = ["International Atomic Energy Agency", "Syria", "U.S. Navy"]
    assert acronyms(names) == {"iaea": "international atomic energy agency", "usn": "us navy"}


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("the Kremlin", "place", "Kremlin"),
        ("Russia’s", "place", "Russia"),
        ("Prime Minister Boris Johnson", "person", "Boris Johnson"),
        ("The", "thing", "The"),
        ("Apple Inc.", "organisation", "Apple"),
        ("Ipswich.", "place", "Ipswich"),
        ("Lund,,", "person", "Lund"),
        ("“Lund”", "person", "Lund"),
        ("NRF.", "organisation", "NRF"),
        ("U.N.", "organisation", "U.N."),
        ("Ian Orr Jr.", "person", "Ian Orr Jr."),
        ("Prime Minister's Office", "organisation", "Prime Minister's Office"),
        ("president of Lundia", "person", "president of Lundia"),
        ("Lund Inc.", "thing", "Lund Inc."),
    ],
)
def test_a_name_is_cleaned(text: str, kind: str, name: str) -> None:
    """Articles, titles and possessive endings are no part of a name."""
    start, end = clean(text, 0, LISTS, kind)
    assert text[start:end] == name


@given(st.text(max_size=60))
def test_a_slug_is_safe_in_a_path(name: str) -> None:
    """Whatever the name, its slug is no path and not empty."""
    assert slug(name)
    assert not set(slug(name)) & set("/\\. \0")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Привет мир", "привет-мир"),
        ("Apple представила часы", "apple-представила-часы"),
        ("हिन्दी समाचार", "हिन्दी-समाचार"),
        ("Hauptstraße 5", "hauptstrasse-5"),
        ("Søren Ærø", "soren-aero"),
        ("Łukasz Kılıç", "lukasz-kilic"),
        ("чаи\u0306ка", "чайка"),
        ("!?", "unnamed"),
    ],
)
def test_a_slug_keeps_all_letters(name: str, expected: str) -> None:
    """Those of other scripts as they are, Latin ones as ASCII."""
    assert slug(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Émile Zola", "emile-zola"),
        ("2019–2020", "20192020"),
        ("O’Dell & Co.", "odell-co"),
        ("Hawaiʻi", "hawaii"),
        ("北京", "北京"),
        ("Москва", "москва"),
        ("Ø", "ø"),
    ],
)
def test_a_slug_that_lost_no_letter_is_as_ever(name: str, expected: str) -> None:
    """Ids and addresses last."""
    assert slug(name) == expected


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
