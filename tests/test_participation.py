"""Participation: who does what is told and to whom it is done, by weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pytest
from dateline.events.clauses import Clause
from dateline.events.encoder import UNREAD
from dateline.events.judge import Head, Verdict
from dateline.events.participation import Participation, Role
from dateline.events.role_features import Scene, features
from dateline.events.roles import Roles
from dateline.events.speakers import Speakers
from dateline.events.told import OTHER, Cast, Told
from dateline.lang import words

from .casts import actor
from .sentences import parsed

TEXT = parsed(
    "Rebels/NOUN/nsubj/3 and/CCONJ/cc/0 raiders/NOUN/conj/0 attacked/VERB/ccomp/9 troops/NOUN/dobj/3 near/ADP/prep/3 "
    "Aldora/PROPN/pobj/5 ,/PUNCT/punct/9 Brandt/PROPN/nsubj/9 said/VERB/ROOT/9 on/ADP/prep/9 television/NOUN/pobj/10"
)
PLACES = {"Rebels": 0, "raiders": 2, "troops": 4, "Aldora": 6, "Brandt": 8}
ATTACKED = 3
KINDS = ("AID", "FIGHT")
CAST = {name.lower(): actor(name, "place" if name == "Aldora" else "group") for name in PLACES}


def scene(*named: str, headline: str = "") -> Scene:
    """One in which these are actors."""
    at = {PLACES[name]: (name.lower(),) for name in named or PLACES}
    speakers = Speakers([], at, {}, Roles(words("en", "cues")["roles"]), lambda word: word.lower_ == "said")
    return Scene(Cast(CAST, at, at, speakers), TEXT, headline.split(), KINDS)


def told(i: int = ATTACKED, kinds: Sequence[float] = (0.1, 0.9), first: int = 0, source: Sequence[str] = ()) -> Told:
    """What a word tells, by rule done by these."""
    encoded = replace(UNREAD, kinds=np.array(kinds, np.float32))
    word = TEXT[i]
    verdict = Verdict(eventive=True, worth=0.9, encoded=encoded)
    return Told(OTHER, word, "FIGHT", list(source), [], True, "happened", Clause(word), verdict=verdict, first=first)


def found(name: str, here: Scene | None = None, one: Told | None = None) -> Mapping[str, float]:
    """The features of an actor beside what is told."""
    here, one = here or scene(), one or told()
    beside = here.beside(one)
    return features(one, next(row for row in beside if row.actor == name.lower()), beside, here)


@pytest.mark.parametrize(
    ("name", "feature"),
    [
        ("Rebels", "way nsubj|"),
        ("raiders", "way nsubj|"),
        ("raiders", "joined"),
        ("troops", "way dobj|"),
        ("Aldora", "way pobj>prep near|"),
        ("Aldora", "by name"),
        ("Brandt", "way nsubj|ccomp"),
        ("Brandt", "says it"),
        ("Aldora", "a place as pobj"),
        ("raiders", "nearest before"),
        ("troops", "nearest behind"),
        ("Rebels", "FIGHT and before"),
        ("troops", "FIGHT and behind"),
    ],
)
def test_features(name: str, feature: str) -> None:
    assert found(name).get(feature)


def test_what_is_unlikely_of_a_kind_has_no_feature_of_it() -> None:
    assert not any(name.startswith("AID") for name in found("Rebels"))


def test_what_rules_say() -> None:
    one = told(source=["rebels"])
    assert found("Rebels", one=one)["source by rule"]
    assert found("troops", one=one)["another is source by rule"]


def test_what_the_headline_says() -> None:
    assert found("Rebels", scene(headline="Rebels at the gates"))["in the headline"]
    assert "in the headline" not in found("troops", scene(headline="Rebels at the gates"))


#: a subject does it, an object undergoes it
TABLES = Participation(
    Role(Head({"way nsubj|": 2.0, "joined": -1.5, "base": -1.0, "says it": 0.9}, 0.4), 0.7),
    Role(Head({"way dobj|": 2.0, "way nsubj|": 1.0, "base": -1.0}, 0.4), 0.7),
)


def parts(*given: Told, here: Scene | None = None) -> list[tuple[list[str], list[str]]]:
    return [(one.source, one.target) for one in TABLES.of(given, here or scene())]


def test_the_likeliest_takes_part() -> None:
    """And others where they are as good as sure."""
    assert parts(told()) == [(["rebels"], ["troops"])]


def test_who_does_it_does_not_undergo_it() -> None:
    assert parts(told(), here=scene("Rebels")) == [(["rebels"], [])]


def test_nobody_takes_part_who_is_not_likely_to() -> None:
    assert parts(told(), here=scene("Aldora")) == [([], [])]


@pytest.mark.parametrize(("kind", "source"), [("FIGHT", ["aldora"]), ("DISASTER", [])])
def test_no_place_does_what_befalls_it(kind: str, source: list[str]) -> None:
    anybody = Participation(Role(Head({}, 0.4), 0.7), Role(Head({"base": -9.0}, 0.4), 0.7))
    [one] = anybody.of([replace(told(), kind=kind)], scene("Aldora"))
    assert (one.source, one.target) == (source, [])


def test_nobody_takes_part_in_what_is_worth_little() -> None:
    little = replace(told(), verdict=replace(told().verdict, worth=0.1))
    assert parts(little) == [([], [])]


def test_all_that_tells_a_happening_tells_who_takes_part() -> None:
    television = 11
    [one, two, other] = parts(told(first=3), told(television, first=3), told(television, first=television))
    assert one == two == (["rebels"], ["troops"])
    assert other == ([], [])


def test_the_order_of_equals_is_that_of_their_names() -> None:
    assert Role(Head({}, 0.2), 0.2).chosen({"b": 0.5, "a": 0.5, "c": 0.9}) == ["c", "a", "b"]
