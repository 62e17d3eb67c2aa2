"""Training: tables load, labels hold no words of texts, folds part no story and no source."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dateline.corpus import choice
from dateline.events import schema
from dateline.lang import words
from dateline.text import glued, junctions

from .conftest import ROOT

TRAINING = ROOT / "training"
TABLES = sorted((ROOT / "plugins/dateline/lang/en/weights").glob("*.yaml"))
LABELS = sorted((TRAINING / "labels").glob("*.jsonl"))
#: strings that labels may hold beside digests
SAID = {"headline", "happened", "ongoing", "planned", "possible", "denied", "called-for", "cancelled"}
#: the digest of a text, or a day
NO_WORD = re.compile(r"[0-9a-f]{64}|~?[\d/-]+")
SAID |= {"person", "organisation", "place", "thing", "group"}
#: kinds of events, and classes of TimeML's
SAID |= {*schema.kinds(), "OCCURRENCE", "REPORTING", "STATE", "I_STATE", "I_ACTION", "ASPECTUAL", "PERCEPTION"}
#: groups of one source
SOURCES = [{"timebank", "aquaint"}, {"bbc", "mj"}, {"gum", "articles", "who"}]


def strings(value: Any) -> Iterator[str]:
    """All strings in a value, its keys aside."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def groups() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((TRAINING / "folds.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_table_has_weights_that_are_numbers(path: Path) -> None:
    weights = words("en", f"weights/{path.stem}")["weights"]
    assert weights
    assert all(isinstance(weight, float) for weight in weights.values())


def test_lists_hold_words() -> None:
    """YAML takes a bare "on" or "no" for a truth value."""
    assert all(isinstance(word, str) and word.islower() for found in words("en", "closed").values() for word in found)


def test_every_weight_is_of_a_feature_that_there_is() -> None:
    """A feature that is renamed and not trained again would be lost without a word."""
    page = glued.page("A wall opens The wall is new.", "en")
    near = junctions.local(page, 3)
    assert glued.table("en").weights.keys() <= near.keys() | junctions.wide(page, 3, 0, 7, near).keys()
    lists = {name: frozenset(found) for name, found in words("en", "closed").items()}
    lines = [
        choice.LineCandidate("A wall opens", "", "", "opens", 0, 0, "happened", False, is_headline=one) for one in (True, False)
    ]
    found = set().union(*(choice.features(line, lists) for line in lines))
    assert words("en", "weights/line")["weights"].keys() <= found


@pytest.mark.parametrize("path", LABELS, ids=lambda path: path.stem)
def test_labels_hold_no_words(path: Path) -> None:
    for row in path.read_text(encoding="utf-8").splitlines():
        assert all(said in SAID or NO_WORD.fullmatch(said) for said in strings(json.loads(row)))


def test_no_text_stands_in_two_folds() -> None:
    texts = [text for group in groups().values() for text in group["texts"]]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: "+".join(sorted(source)))
def test_a_source_has_one_fold(source: set[str]) -> None:
    assert len({groups()[name]["fold"] for name in source}) == 1


@pytest.mark.parametrize("path", LABELS, ids=lambda path: path.stem)
def test_every_labelled_text_has_a_fold(path: Path) -> None:
    known = {text for group in groups().values() for text in group["texts"]}
    assert {json.loads(row)["text"] for row in path.read_text(encoding="utf-8").splitlines()} <= known


def test_nothing_imports_training() -> None:
    for path in (ROOT / "plugins").rglob("*.py"):
        assert not re.search(r"^\s*(?:from|import) training\b", path.read_text(encoding="utf-8"), re.M), path
