"""Features of candidates: each by its plain name, read with the default model."""

from __future__ import annotations

import re

import pytest
from dateline.events import schema
from dateline.events.candidates import propose
from dateline.events.clauses import Clauses
from dateline.events.features import Features
from dateline.events.judge import Head
from dateline.events.surroundings import surroundings
from dateline.lang import words

from .test_candidates import parsed

pytestmark = pytest.mark.slow
LISTS = words("en", "candidates")
PEOPLE = {noun: kind for kind, nouns in words("en", "nouns").items() for noun in nouns.split()}
SPEAKERS = frozenset(LISTS["first_person"])


def features(text: str, title: str = "", published: str = "2020-05-08") -> dict[str, dict[str, float]]:
    """The features of the candidates of a text, by their words."""
    doc = parsed(text, title, published)
    cues = words("en", "cues")
    found = propose(doc._.words, doc._.article, Clauses.from_cues(cues))
    made = Features(schema.triggers("en"), cues, LISTS, PEOPLE)
    around = surroundings(doc._.words, doc._.article, found, doc._.actors, doc._.actor_at, doc._.dates, SPEAKERS)
    return {one.trigger.text: made.of(one, around) for one in found}


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        # form and clause
        ("Olga Brenner resigned.", "resigned", "tag VBD"),
        ("Olga Brenner resigned.", "resigned", "verb as ROOT"),
        ("Olga Brenner resigned after the attack.", "attack", "noun as pobj"),
        ("The general who shelled the port resigned.", "shelled", "description clause"),
        ("Paul Adler said that the bridge had collapsed.", "collapsed", "under a verb of saying"),
        ("Paul Adler said that the bridge had collapsed.", "collapsed", "clause said"),
        ("Olga Brenner plans to resign.", "resign", "clause meant"),
        ("Olga Brenner did not resign.", "resign", "status denied"),
        ("Olga Brenner will resign.", "resign", "status planned"),
        # who takes part
        ("Olga Brenner resigned.", "resigned", "subject named person"),
        ("He resigned.", "resigned", "subject pronoun"),
        ("Two fishermen drowned.", "drowned", "subject number"),
        ("The roof collapsed.", "collapsed", "subject thing"),
        ("The army shelled a port.", "shelled", "object thing"),
        ("Police arrested Olga Brenner.", "arrested", "object named person"),
        ("The road was closed by police.", "closed", "passive"),
        # nouns
        ("The attack by the rebels failed.", "attack", "noun and by"),
        ("The attack by the rebels failed.", "attack", "determiner the"),
        ("Olga Brenner resigned after the attack.", "attack", "noun behind after"),
        ("The collision closed the road.", "collision", "noun in -sion"),
        ("The mayor slept.", "mayor", "noun of people"),
        ("They made an announcement.", "announcement", "object of a light verb"),
        # words
        ("Rebels attacked the port.", "attacked", "verb of a known kind"),
        ("Rebels attacked the port.", "attacked", "kind ASSAULT"),
        ("Rebels attacked the port.", "attacked", "the verb attack"),
        ("Paul Adler said no.", "said", "verb of saying"),
        # dates
        ("Olga Brenner resigned on 7 May 2020.", "resigned", "date on the day"),
        ("Olga Brenner resigned in 1998.", "resigned", "date of years"),
        ("Olga Brenner resigned in 1998.", "resigned", "date long ago"),
        ("Olga Brenner will resign on 1 June 2021.", "resign", "date ahead"),
        # the sentence
        ("Did Olga Brenner resign?", "resign", "question"),
        ("We saw how Olga Brenner resigned.", "resigned", "first person in the sentence"),
    ],
)
def test_a_feature_holds(text: str, word: str, name: str) -> None:
    assert features(text)[word].get(name, 0) > 0


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Olga Brenner resigned in 1998.", "resigned", "date on the day"),
        ("Olga Brenner resigned.", "resigned", "quoted"),
        ("Rebels attacked the port.", "attacked", "status denied"),
        ("Rebels attacked the port.", "port", "noun of a known kind"),
        ("Olga Brenner resigned.", "resigned", "subject none"),
    ],
)
def test_a_feature_does_not_hold(text: str, word: str, name: str) -> None:
    assert not features(text)[word].get(name)


def test_what_the_headline_says_counts() -> None:
    text = "Olga Brenner, the mayor, resigned on Monday. Her party had lost the vote."
    found = features(text, "Mayor Brenner resigns")
    assert found["resigned"]["in the headline"] == 1
    assert found["resigned"]["subject in the headline"] == 1
    assert found["lost"]["in the headline"] == 0
    assert found["resigned"]["headline's words in the sentence"] > found["lost"]["headline's words in the sentence"]
    assert features(text)["resigned"]["no headline"] == 1


def test_no_day_of_publication_no_distance() -> None:
    found = features("Olga Brenner resigned on 7 May 2020.", published="")["resigned"]
    assert found["date of a day"] == 1
    assert "date on the day" not in found


def test_where_and_how_often_it_is_told() -> None:
    found = features("Rebels attacked the port. Paul Adler slept. The attack lasted an hour.")
    assert found["attacked"]["first sentence"] == 1
    assert found["attack"]["told before"] == 1
    assert found["attack"]["in the first sentence too"] == 1
    assert found["slept"]["told often"] == 0


def test_all_features_are_numbers_from_nothing_to_some() -> None:
    text = "“We will leave,” Olga Brenner said. Two of the 300 miners, who were on strike, died after the blast in 2019."
    every = [value for found in features(text, "Miners die").values() for value in found.values()]
    assert all(isinstance(value, float) and 0 <= value <= 3 for value in every)


@pytest.mark.parametrize("table", ["worth", "eventive"])
def test_the_judge_tells_news_from_circumstance(table: str) -> None:
    head = Head(**words("en", f"weights/{table}"))
    found = features("A bomb killed two soldiers in Velmere on Thursday. The market is near a river full of fish.")
    assert head.decides(found["killed"])
    assert not any(head.decides(found[word]) for word in ("market", "is", "river", "fish", "soldiers"))


def test_a_probability_and_what_weighs_most() -> None:
    head = Head({"quoted": -1.0, "passive": 2.0, "base": 0.0}, 0.5)
    found = {"quoted": 1.0, "passive": 1.0, "base": 1.0, "question": 1.0}
    assert head.probability(found) == 0.7311
    assert head.decides(found)
    assert not head.decides({"quoted": 1.0})
    assert list(head.heaviest(found)) == [("passive", 2.0), ("quoted", -1.0)]
    assert list(head.heaviest(found, 1)) == [("passive", 2.0)]


#: families of features whose last word is open
FAMILY = re.compile(
    r"tag \S+|(verb|noun) as \w+|the (verb|noun) \w+|kind [A-Z]+|status [a-z-]+|genre .+|auxiliary \w+|determiner \w+"
    r"|noun (with|and|behind) \w+|noun in -\w+|verb (with|of) \w+|under a verb of \w+|in (text|headline|caption)"
    r"|(subject|object|beside) (none|number|thing|name|pronoun|relative|first person|person|group|prominent|in the headline)"
    r"|(subject|object|beside) named (person|organisation|place|group|thing|other)|noun's (prominent|in the headline)"
    r"|(main|complement|circumstance|description) clause|clause (main|said|meant|disputed)"
    r"|date (of (a day|days|months|years)|on the day|in the (week|year)|long ago|ahead|without a day)|within a date"
)


@pytest.mark.parametrize("table", ["worth", "eventive"])
def test_every_weight_is_of_a_feature_that_there_is(table: str) -> None:
    """A feature that is renamed and not trained again would be lost without a word."""
    there = set().union(*features("Rebels attacked the port. They made an announcement.").values())
    lost = {name for name in words("en", f"weights/{table}")["weights"] if name not in there and not FAMILY.fullmatch(name)}
    assert not lost
