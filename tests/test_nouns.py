"""Who acts without a name: which nouns do, what they are, and what they are called."""

from __future__ import annotations

import pytest
from dateline.actors.lexicon import Lexicon
from dateline.actors.nouns import Nouns
from hypothesis import given
from hypothesis import strategies as st

from .test_events import reading

CASES = [
    ("The elders of the village met two doctors on Tuesday.", {"elders": "group", "doctors": "group"}),
    ("A biologist treated the teenagers.", {"biologist": "person", "teenagers": "group"}),
    ("Two aid groups left the valley.", {"aid groups": "group"}),
    ("The committee agreed to close the harbour.", {"committee": "organisation"}),
    ("The browser crashed twice.", {}),
    ("The meeting lasted three hours.", {}),
    ("The country agreed to pay.", {}),
    ("As many as three people were killed.", {"people": "group"}),
    ("Police arrested 54 protesters and 20 other protesters.", {"police": "group", "protesters": "group"}),
    ("Two weeks ago rebels attacked the harbour.", {"rebels": "group"}),
    ("The last three supporters fled.", {"supporters": "group"}),
    ("Suspected smugglers fired on the ferry.", {"suspected smugglers": "group", "ferry": "thing"}),
    ("The former minister resigned.", {"former minister": "person"}),
    ("Tired Norwegian nurses went on strike.", {"Norwegian nurses": "group"}),
    ("The dockers' union called a strike.", {"dockers": "group", "dockers' union": "organisation"}),
    ("Peruvian riot police fired on the crowd.", {"Peruvian riot police": "group", "crowd": "group"}),
    ("The leaders of Peru and Chile met.", {"leaders": "group", "Peru": "place", "Chile": "place"}),
    ("The police of Lima arrested a poet.", {"police of Lima": "group", "Lima": "place", "poet": "person"}),
]


@pytest.mark.parametrize(("text", "actors"), CASES, ids=[text for text, _ in CASES])
def test_nouns_for_people_act(text: str, actors: dict[str, str]) -> None:
    """Called by the words that say which they are: no number, article, or word that only counts or describes."""
    assert {a.name: a.kind for a in reading(text).actors} == actors


@given(st.sampled_from(["GOV", "CVL"]), st.text("abc", min_size=1, max_size=5))
def test_people_of_no_other_sector_are_civilians(sector: str, noun: str) -> None:
    """A list of offices wins over the lexicon."""
    offices = dict.fromkeys(("things", "institutions", "weapons", "whole", "counting", "collective"), ())
    nouns = Nouns({**offices, sector: (noun,)}, Lexicon({"person": f"{noun} elder"}, {}))
    assert (nouns.sector(noun), nouns.sector("elder"), nouns.sector("iron")) == (sector, "CVL", None)
