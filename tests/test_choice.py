"""Which line stands alone: the learnt table prefers what a reader understands by itself."""

from __future__ import annotations

import pytest
from dateline.corpus.choice import LineCandidate, best, features
from dateline.lang import words

LEARNT = words("en", "weights/line")
LISTS = {name: frozenset(found) for name, found in words("en", "closed").items()}
PLAIN = "Mayor Ines Calder opened the rebuilt sea wall at Velmere on Monday, a year after the storm."


def sentence(line: str, order: int = 0, trigger: str = "opened", status: str = "happened") -> LineCandidate:
    return LineCandidate(line, "Sea wall opened", line, trigger, order, order / 10, status, False)


def headline(line: str, status: str = "happened") -> LineCandidate:
    return LineCandidate(line, line, PLAIN, "opened", 0, 0, status, False, is_headline=True)


@pytest.mark.parametrize(
    "other",
    [
        sentence("He opened it.", 1),
        sentence("“We have opened it at last,” she said.", 1),
        sentence("But the opening was not without trouble.", 1, "opening"),
        headline("Sea wall"),
        headline("Sea wall to open?"),
    ],
)
def test_a_full_sentence_comes_before_what_needs_another(other: LineCandidate) -> None:
    assert best([other, sentence(PLAIN)], LISTS, LEARNT["weights"], LEARNT["margin"]).line == PLAIN


def test_a_headline_needs_a_margin() -> None:
    """Where nothing else decides, the sentence stays."""
    one, two = headline("Calder opens the sea wall"), sentence(PLAIN)
    assert best([one, two], LISTS, {}, 0.1) is two
    assert best([one, two], LISTS, {"headline": 1.0}, 0.1) is one


@pytest.mark.parametrize(
    ("line", "status", "name"),
    [
        ("Calder to open sea wall", "happened", "headline to do"),
        ("Calder opens sea wall: reports", "happened", "headline question or reports"),
        ("Calder opens sea wall", "planned", "plan lost"),
        ("Calder opens sea wall", "denied", "denial lost"),
        ("Calder may open sea wall", "happened", "hedged"),
    ],
)
def test_what_disagrees_with_the_event_is_a_feature(line: str, status: str, name: str) -> None:
    assert features(headline(line, status), LISTS)[name] == 1
