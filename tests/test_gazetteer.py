"""The gazetteer: whose a place is by its name, and where that is open."""

from __future__ import annotations

import pytest
from dateline.actors.gazetteer import Gazetteer
from dateline.lang import words

GAZETTEER = Gazetteer(words("en", "places"), words("en", "bodies"))


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Leeds", "GBR"),
        ("Hyderabad", "IND"),
        ("Barcelona", "ESP"),
        ("Odessa", "UKR"),
        ("Ontario", "CAN"),
        ("Idaho", "USA"),
        ("Valencia", "ESP"),
        ("Cambridge", None),
        ("Newcastle", None),
        ("San Jose", None),
        ("Victoria", None),
        ("Kent", None),
        ("Africa", None),
        ("Halden on the Hill", None),
    ],
)
def test_a_town_has_the_country_of_the_best_known_of_its_name(name: str, country: str | None) -> None:
    """None where several countries have one as well known, or a state or county of the name."""
    place = GAZETTEER.city(name)
    assert (place.code if place else None) == country


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Ga.", {"USA"}),
        ("GA", {"USA"}),
        ("Ont.", {"CAN"}),
        ("New South Wales", {"AUS"}),
        ("Norway", {"NOR"}),
        ("Punjab", {"IND", "PAK"}),
        ("Georgia", {"GEO", "USA"}),
        ("Monday", set()),
    ],
)
def test_what_may_stand_behind_a_town(name: str, codes: set[str]) -> None:
    """Countries, states and provinces, spelled out or short."""
    assert GAZETTEER.holders(name) == codes


@pytest.mark.parametrize(
    ("name", "code", "kind", "state"),
    [
        ("China", "CHN", "country", None),
        ("U.S.", "USA", "country", None),
        ("Soviet Union", "RUS", "country", "Soviet Union"),
        ("USSR", "RUS", "country", "Soviet Union"),
        ("Soviet", "RUS", "people", "Soviet Union"),
        ("Yugoslavs", "SRB", "people", "Yugoslavia"),
        ("South Vietnam", "VNM", "country", "South Vietnam"),
        ("Hezbollah", "LBN", "body", None),
    ],
)
def test_a_name_stands_for_a_country_or_a_state_of_the_past(name: str, code: str, kind: str, state: str | None) -> None:
    """A state of the past keeps its name, whoever took its seat."""
    found = GAZETTEER.find(name)
    assert found is not None
    assert (found.code, found.kind, found.state) == (code, kind, state)


@pytest.mark.parametrize("name", ["Senate", "Supreme Court", "Republicans", "Congress", "Kurds", "Putin"])
def test_what_several_countries_have_is_of_none(name: str) -> None:
    """Neither are persons."""
    assert GAZETTEER.find(name) is None


def test_a_country_is_called_as_news_calls_it() -> None:
    """Not by its official name or initials; what is no code is itself."""
    assert [GAZETTEER.name(code) for code in ("CHN", "PRK", "USA", "Soviet Union")] == [
        "China",
        "North Korea",
        "United States",
        "Soviet Union",
    ]
