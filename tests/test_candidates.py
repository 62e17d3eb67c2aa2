"""Candidates: which words may tell an event, and in what clause they stand; read with the default model."""

from __future__ import annotations

import pytest
from dateline import pipeline
from dateline.events.candidates import EventCandidate, propose
from dateline.events.clauses import Clauses
from dateline.lang import words
from dateline.model import Article
from dateline.settings import DEFAULT_MODEL
from dateline.text.located import prepared
from spacy.tokens import Doc

pytestmark = pytest.mark.slow


def parsed(text: str, title: str = "", published: str = "2020-05-08") -> Doc:
    """A text as the pipeline reads it."""
    article, _ = prepared(Article("a", text, published, title=title))
    nlp = pipeline.load(DEFAULT_MODEL)
    doc = nlp.make_doc(article.text)
    doc._.article = article
    return nlp(doc)


def proposed(text: str) -> dict[str, EventCandidate]:
    """The candidates of a text by their words."""
    doc = parsed(text)
    found = propose(doc._.words, doc._.article, Clauses.from_cues(words("en", "cues")))
    return {one.trigger.text: one for one in found}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The raid late on Monday killed two fishermen.", {"raid", "killed", "fishermen"}),
        ("Olga Brenner, who had led the party, resigned.", {"led", "party", "resigned"}),
        ("Thousands were in the streets after the vote.", {"Thousands", "were", "streets", "vote"}),
        ("Please leave the area.", {"leave", "area"}),
        ("Did the army shell the port?", {"army", "shell", "port"}),
        ("The mayor would have died.", {"mayor", "died"}),
    ],
)
def test_every_verb_and_noun_is_proposed(text: str, told: set[str]) -> None:
    assert told <= proposed(text).keys()


@pytest.mark.parametrize("word", ["has", "been", "Velmere", "Brenner", "the", "early"])
def test_auxiliaries_names_and_other_words_are_not(word: str) -> None:
    assert word not in proposed("Olga Brenner has been arrested in Velmere in the early morning.")


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Olga Brenner resigned on Monday.", "resigned", "main"),
        ("Olga Brenner resigned and flew to Chile.", "flew", "main"),
        ("Paul Adler said that the bridge had collapsed.", "collapsed", "complement"),
        ("Olga Brenner resigned after the army shelled the port.", "shelled", "circumstance"),
        ("The general who shelled the port resigned.", "shelled", "description"),
        ("The general who ordered the attack resigned.", "attack", "description"),
    ],
)
def test_the_place_of_a_clause(text: str, word: str, place: str) -> None:
    assert proposed(text)[word].place == place


def test_a_candidate_knows_its_clause_and_its_verb() -> None:
    found = proposed("Paul Adler said that the attack had failed.")
    assert found["attack"].verb is found["failed"].trigger
    failed = found["failed"].clause
    assert failed is not None
    assert failed.speaker is found["said"].trigger


def test_what_is_quoted_is_read_and_marked() -> None:
    found = proposed("“They burned the whole village to the ground,” Olga Brenner said.")
    assert found["burned"].quoted
    assert not found["said"].quoted


def test_what_is_set_aside_is_not_read() -> None:
    """A link tells nothing, and does not count among the sentences."""
    found = proposed("The bridge collapsed on Monday.\n\nSign up for our newsletter\n\nNobody was hurt.")
    assert "newsletter" not in found
    assert (found["collapsed"].sentence, found["hurt"].sentence) == (0, 1)
    assert found["hurt"].sentences == 2
