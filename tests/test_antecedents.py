"""Antecedents: whom pronouns and role nouns mean, what speaks for it, and where they stand among the mentions."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from dateline.actors.antecedents import Table, probabilities, reasons
from dateline.actors.entities import Anaphor, Entity, Place
from dateline.actors.exclusions import excluded
from dateline.actors.features import fits, pair, rivals
from dateline.actors.nobody import nobody
from dateline.actors.walk import Question
from dateline.commands.annotate import annotation
from dateline.model import Article, Reading
from dateline.model.words import Word, Words
from dateline.pipeline import antecedents, read
from dateline.settings import DEFAULT_MODEL

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases/antecedent.jsonl").read_text("utf-8").splitlines()]


@cache
def reading(text: str, title: str = "") -> Reading:
    [found] = read([Article("a", text, "2020-05-08", title=title)], DEFAULT_MODEL)
    return found


def meant(found: Reading) -> str:
    """Each pronoun and role noun that means somebody, in order: "he olav-brandt"."""
    return ", ".join(f"{one.text} {'+'.join(one.actors)}" for one in found.antecedents) or "nobody"


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_pronoun_means_what_its_case_says(case: dict[str, str]) -> None:
    assert meant(reading(case["text"])) == case["right"]


@pytest.mark.slow
def test_a_pronoun_is_a_mention_of_its_own_kind() -> None:
    """In the order of the text; names say nothing of pronouns."""
    [lang] = [actor for actor in reading("Angela Brandt met David Lang. He left.").actors if actor.id == "david-lang"]
    assert [(m.text, m.pronoun) for m in lang.mentions] == [("David Lang", False), ("He", True)]
    mentions = annotation(reading("Angela Brandt met David Lang. He left."))["actors"][1]["mentions"]
    assert [mention.get("pronoun") for mention in mentions] == [None, True]


@pytest.mark.slow
def test_offsets_are_those_of_the_text_as_given() -> None:
    """Markdown before a pronoun moves it."""
    text = "**Angela Brandt** met *David Lang*. He left."
    [he] = reading(text).antecedents
    assert text[he.start : he.end] == he.text == "He"


@pytest.mark.slow
def test_a_choice_says_why() -> None:
    [he] = reading("Angela Brandt met David Lang. He left.").antecedents
    assert any("he, agrees" in feature for feature in he.why)
    assert 0.5 < he.probability <= 1


def words(*rows: tuple[str, str, str, int]) -> Words:
    """Words of one sentence: text, tag, dependency, and the place of the head."""
    found, at = Words(), 0
    found.text = " ".join(row[0] for row in rows)
    for i, (text, tag, dep, _) in enumerate(rows):
        pos = "PRON" if tag.startswith("PRP") else "VERB" if tag.startswith("VB") else "PROPN"
        found.append(Word(found, i, at, text, text.lower(), text.lower(), pos, tag, dep, ""))
        at += len(text) + 1
    for word, row in zip(found, rows, strict=True):
        if row[3] != word.i:
            word.head = found[row[3]]
            word.head.children.append(word)
    return found


SAID = words(
    ("Brandt", "NNP", "nsubj", 1), ("saw", "VBD", "ROOT", 1), ("him", "PRP", "dobj", 1), ("and", "CC", "cc", 1),
    ("she", "PRP", "nsubj", 5), ("left", "VBD", "conj", 1),
)  # fmt: skip


def entity(
    kind: str = "person", gender: str | None = None, *, plural: bool | None = False, keys: tuple[str, ...] = ("x",)
) -> Entity:
    return Entity(keys, kind, plural, gender, None, [Place(SAID[0], 0, named=True)])


def anaphor(i: int, quotation: int = -1) -> Anaphor:
    return Anaphor(Place(SAID[i], 0, quotation, 1, pronoun=True))


@pytest.mark.parametrize(
    ("i", "other", "right"),
    [
        (2, entity(gender="male"), True),
        (2, entity(), True),
        (2, entity(gender="female"), False),
        (4, entity(gender="female"), True),
        (4, entity("organisation"), False),
        (4, entity("organisation", "female"), True),
        (4, entity(keys=("x", "y"), plural=True), False),
    ],
)
def test_who_can_be_meant(i: int, other: Entity, right: bool) -> None:
    """A gender that is known counts for more than the kind, which the model may get wrong."""
    assert fits(anaphor(i), other) is right


def features(one: Anaphor, other: Entity) -> dict[str, float]:
    """The features of the only candidate."""
    return pair(one, other, rivals(one, [other]))


@pytest.mark.parametrize(
    ("i", "quotation", "feature"),
    [
        (4, -1, "pronoun, parallel role"),
        (4, -1, "pronoun, subject of this sentence"),
        (4, 0, "pronoun, this in a quotation, that not"),
        (4, -1, "he, means a person"),
        (4, -1, "he, no agreement known of a lone name"),
        (4, -1, "pronoun, fits as number 1 from here"),
        (4, -1, "pronoun, no other actor fits"),
    ],
)
def test_a_pair_has_its_features(i: int, quotation: int, feature: str) -> None:
    assert features(anaphor(i, quotation), entity()).get(feature) == 1.0


@pytest.mark.parametrize(
    ("i", "gender", "out"), [(2, None, True), (4, None, False), (4, "male", True), (4, "female", False), (2, "male", True)]
)
def test_who_is_surely_not_meant(i: int, gender: str | None, out: bool) -> None:
    """Who has another gender; and who does to "him" what is done."""
    assert excluded(anaphor(i), entity(gender=gender)) is out


def test_nobody_is_likelier_where_none_fits() -> None:
    assert "nobody, he, none fits" in nobody(anaphor(4), [entity(gender="male")])
    assert "nobody, he, none fits" not in nobody(anaphor(4), [entity(gender="female")])


def test_probabilities_are_of_all_candidates_and_nobody() -> None:
    found = probabilities(Question(anaphor(4), [entity()], [{"near": 1.0}, {"nobody": 1.0}]), {"near": 2.0})
    assert sum(found) == pytest.approx(1)
    assert found[0] > found[1]


def test_reasons_are_the_heaviest_features() -> None:
    """What weighs nothing is no reason."""
    assert reasons({"a": 1.0, "b": 2.0, "c": 1.0}, {"a": 0.5, "b": -1.0}) == ("-2.00 b", "+0.50 a")


def test_every_weight_is_of_a_class_that_there_is() -> None:
    table: Table = antecedents("en").table
    assert {name.split(",")[0] for name in table.weights} <= {"pronoun", "he", "it", "they", "noun", "nobody"}
    assert all(0 < table.least(class_) < 1 for class_ in ("he", "it", "they", "noun"))
    assert table.least("he") < table.sure < 1
