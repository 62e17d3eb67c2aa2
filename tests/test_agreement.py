"""Agreement: kind, status and sureness of what is told, and which words of an article tell one happening."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from dateline.events.agreement import WORDS, Agreement
from dateline.events.clauses import Clause
from dateline.events.conditional_logit import ConditionalLogit
from dateline.events.coreference import Coreference, are_apart, features
from dateline.events.encoder import Array, Encoded
from dateline.events.judge import Head, Verdict
from dateline.events.mention import mentions
from dateline.events.told import OTHER, Told
from dateline.model import When
from dateline.model.words import Words

from .sentences import sentences

KINDS, STATUSES = ("AID", "FIGHT", "OTHER"), ("happened", "planned", "other")
#: two are one where the encoder's states are alike
ALIKE = Head({"base": -5.0, "likeness of states": 10.0}, 0.5)
AGREEMENT = Agreement(
    ConditionalLogit(KINDS, 1.0, {"sense": 1.0, "nothing": 1.0}),
    ConditionalLogit(STATUSES, 1.0, {WORDS: 1.0}),
    Coreference(ALIKE),
)
TEXT = sentences("Rebels shelled Aldora .", "The attack killed nine .", "Ships brought grain .")


def numbers(*given: float) -> Array:
    return np.array(given, np.float32)


def told(
    i: int,
    kind: str = "OTHER",
    status: str = "happened",
    *,
    state: Sequence[float] = (1, 0),
    kinds: Sequence[float] = (0, 0, 0),
    statuses: Sequence[float] = (0, 0, 0),
    worth: float = 0.9,
    lead: int | None = None,
    source: Sequence[str] = (),
    text: Words = TEXT,
) -> Told:
    """What a word tells by rule, and what the encoder says of it."""
    encoded = Encoded(numbers(*state), numbers(worth, worth), numbers(*kinds), numbers(*statuses))
    verdict = Verdict(eventive=True, worth=worth, encoded=encoded)
    word = text[i]
    return Told(OTHER, word, kind, list(source), [], False, status, Clause(word), verdict=verdict, lead=lead)


@pytest.mark.parametrize(
    ("status", "said", "found"),
    [
        # nothing is read: the words decide
        ("planned", (0, 0, 0), "planned"),
        ("happened", (0.1, 0.8, 0.1), "planned"),
        ("happened", (0.4, 0.5, 0.1), "happened"),
        # what it does not know it does not decide
        ("happened", (0.1, 0.1, 0.8), "happened"),
        # words that doubt or take back what is told are sure
        ("possible", (0.9, 0.05, 0.05), "possible"),
        ("denied", (0.9, 0.05, 0.05), "denied"),
        ("cancelled", (0.9, 0.05, 0.05), "cancelled"),
        ("planned", (0.9, 0.05, 0.05), "planned"),
    ],
)
def test_status(status: str, said: Sequence[float], found: str) -> None:
    assert AGREEMENT.with_status(told(1, status=status, statuses=said)).status == found


def agreed(*given: Told) -> list[tuple[str, int | None]]:
    return [(one.kind, one.first) for one in AGREEMENT.of(given, lambda one: None)]


def test_what_tells_the_same_is_of_one_kind() -> None:
    """The kind that all hold likeliest together."""
    sure, unsure = told(1, "FIGHT", kinds=(0, 0.9, 0.1)), told(5, kinds=(0.5, 0.4, 0.1))
    assert agreed(sure, unsure) == [("FIGHT", 1), ("FIGHT", 1)]


def test_what_is_not_alike_stays_apart() -> None:
    other = told(10, "AID", state=(0, 1), kinds=(0.8, 0.1, 0.1))
    assert agreed(told(1, "FIGHT"), other) == [("FIGHT", 1), ("AID", 10)]


def test_what_follows_a_word_goes_with_it() -> None:
    follower = told(6, "OTHER", state=(0, 1), lead=5)
    assert [first for _, first in agreed(told(1), told(5), follower)] == [1, 1, 1]


def test_what_is_worth_little_is_compared_with_nothing() -> None:
    assert [first for _, first in agreed(told(1), told(5, worth=0.1))] == [1, 5]


def test_sureness_is_that_of_kind_and_status() -> None:
    one = AGREEMENT.with_status(told(1, "FIGHT", kinds=(0.1, 0.8, 0.1), statuses=(0.8, 0.1, 0.1)))
    [found] = AGREEMENT.of([one], lambda one: None)
    kind = max(AGREEMENT.kinds.shares((0.1, 0.8, 0.1), "FIGHT", "sense"))
    status = max(AGREEMENT.statuses.shares((0.8, 0.1, 0.1), "happened", WORDS))
    assert found.confidence == pytest.approx(kind * status, abs=0.01)


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [("FIGHT", "AID", True), ("FIGHT", "FIGHT", False), ("FIGHT", "OTHER", False)],
)
def test_kinds_part_where_it_is_known_who_does_it(one: str, two: str, apart: bool) -> None:
    """As in "met and signed"; of those whom nobody does, one may be a part of the other."""
    both = told(1, one, source=["rebels"]), told(5, two, source=["rebels"])
    assert are_apart(*mentions(both, lambda told: None)) == apart
    assert not are_apart(*mentions([told(1, one), told(5, two)], lambda told: None))


def pair(one: Told, two: Told) -> dict[str, float]:
    return features(*mentions([one, two], lambda told: None))


def day(value: str, basis: str = "date in the clause") -> When:
    return When(value, value, value, value, basis)


@pytest.mark.parametrize(
    ("name", "one", "two", "value"),
    [
        ("likeness of states", told(1), told(5), 1.0),
        ("likeness of states", told(1), told(5, state=(0, 1)), 0.0),
        ("likeness of states", told(1), told(5, state=(0, 0)), 0.0),
        ("likeness of states in one sentence", told(1), told(5), 0.0),
        ("likeness of states in one sentence", told(5), told(6), 1.0),
        ("far apart", told(1), told(5), 0.0),
        ("far apart", told(1), told(10), 1.0),
        ("same known kind", told(1, "FIGHT"), told(5, "FIGHT"), 1.0),
        ("same known kind", told(1), told(5), 0.0),
        ("likeness of kinds", told(1, kinds=(0, 1, 0)), told(5, kinds=(0, 0.5, 0.5)), 0.5),
        ("somebody in both", told(1, source=["rebels"]), told(5, source=["rebels"]), 1.0),
    ],
)
def test_features_of_pairs(name: str, one: Told, two: Told, value: float) -> None:
    assert pair(one, two)[name] == value


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [
        (day("2020-05-01"), day("2020-05-02"), True),
        (day("2020-05-01"), day("2020-05-01"), False),
        # a day that is only guessed parts nothing
        (day("2020-05-01"), day("2020-05-02", "reported on"), False),
        (day("2020-05-01"), None, False),
    ],
)
def test_days_that_are_told_part(one: When | None, two: When | None, apart: bool) -> None:
    days = {1: one, 5: two}
    assert are_apart(*mentions([told(1), told(5)], lambda told: days[told.token.i])) == apart


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [(["rebels"], ["ships"], True), (["rebels"], ["ships", "rebels"], False), (["rebels"], [], False), ([], [], False)],
)
def test_who_does_it_parts(one: Sequence[str], two: Sequence[str], apart: bool) -> None:
    found = mentions([told(1, source=one), told(5, source=two)], lambda told: None)
    assert are_apart(*found) == apart
    assert len(AGREEMENT.coreference.clusters(found)) == 1 + apart


def test_forms_of_a_word_are_the_same_word() -> None:
    text = sentences("Rebels attacked", "an attack")
    assert pair(told(1, text=text), told(3, text=text))["same word"] == 1.0


@pytest.mark.parametrize(("kinds", "found"), [((0.6, 0.2, 0.2), "FIGHT"), ((0.98, 0.01, 0.01), "AID")])
def test_who_acts_on_whom_is_told_by_rules_unless_the_encoder_is_sure(kinds: Sequence[float], found: str) -> None:
    one = replace(told(1, "FIGHT", kinds=kinds, source=["rebels"]), target=["aldora"])
    assert agreed(one) == [(found, 1)]


def test_a_verb_is_not_of_the_kind_of_its_content() -> None:
    """ "Declined to resign" tells no resignation."""
    verb, content = told(5, "AID", kinds=(0.1, 0.6, 0.3)), told(6, "AID", kinds=(0.0, 0.98, 0.02), lead=5)
    content.token.pos_ = "VERB"
    try:
        assert agreed(verb, content) == [("AID", 5), ("AID", 5)]
    finally:
        content.token.pos_ = "NOUN"
