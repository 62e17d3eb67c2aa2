"""Building again: by what is known that a page, or the whole site, would come out as it is."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from dateline.site.building import inputs, manifest
from dateline.site.building.fingerprints import Fingerprints
from dateline.site.building.manifest import Manifest

from .views import event, views


@dataclass(frozen=True)
class Pair:
    one: Any
    two: Any


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("1", 1), (1, True), (1, 1.0), (None, "None"), ("ab", "ba"), (("a", "b"), ("ab",)), (["a"], ("a",)), ([], [[]]),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}), (Pair(1, 2), Pair(2, 1)), (Pair("a", ""), Pair("", "a")), ({1}, {2}),
    ],
)  # fmt: skip
def test_different_values_have_different_fingerprints(one: Any, two: Any) -> None:
    assert Fingerprints().of(one) != Fingerprints().of(two)


@pytest.mark.parametrize("value", ["é", "\ud800", 1.5, {"a": [1, (2,)]}, {3, 1, 2}, Pair({"x"}, None)])
def test_the_same_value_has_the_same_fingerprint(value: Any) -> None:
    assert Fingerprints().of(value) == Fingerprints().of(value)


def test_what_could_change_unseen_has_no_fingerprint() -> None:
    with pytest.raises(TypeError, match="no fingerprint of a object"):
        Fingerprints().of([object()])


@pytest.mark.parametrize(
    ("change", "seen"),
    [
        (lambda e: replace(e, weight=0.9), False),
        (lambda e: replace(e, summary="Ann left"), True),
        (lambda e: replace(e, confidence=0.1), True),
        (lambda e: replace(e, status="denied"), True),
    ],
)
def test_a_page_follows_what_it_can_show_of_an_event(change: Callable[[Any], Any], seen: bool) -> None:
    first = event("e1", "2020-05-08")
    one, two = (Fingerprints().of(views([e]).events[0]) for e in (first, change(first)))
    assert (one != two) is seen


def test_a_page_that_names_an_actor_does_not_follow_how_often_it_acts() -> None:
    few, many = (views([event(f"e{n}") for n in range(m)]).actors["ann"] for m in (1, 3))
    assert few.count != many.count
    assert Fingerprints().of(few) == Fingerprints().of(many)


def put(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("text", ["", "[", "[1]", "{}", '[0, "x", []]', '[1, "x", [["a", 1]]]', '[1, "x", 5]', "\0"])
def test_a_damaged_manifest_is_worth_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "m.json").write_text(text, encoding="utf-8")
    assert manifest.read(tmp_path / "m.json") == Manifest()


def test_a_manifest_comes_back(tmp_path: Path) -> None:
    one = Manifest("whole", {"a/é": (1, 2), "\udcff": (3, 4)}, {"a/é": "of"})
    manifest.write(tmp_path / "x/m.json", one)
    assert manifest.read(tmp_path / "x/m.json") == one


@pytest.mark.parametrize("change", ["text", "name", "new", "gone", "large"])
def test_a_folder_is_known_by_its_files(tmp_path: Path, change: str) -> None:
    put(tmp_path, a="1", b__c="2", large="x" * (inputs.LARGEST + 1))
    before = inputs.tree(tmp_path)
    assert before == inputs.tree(tmp_path)
    match change:
        case "text":
            put(tmp_path, a="3")
        case "name":
            (tmp_path / "a").rename(tmp_path / "d")
        case "new":
            put(tmp_path, b__e="")
        case "gone":
            (tmp_path / "b/c").unlink()
        case "large":
            os.utime(tmp_path / "large", (1, 1))
    assert inputs.tree(tmp_path) != before


def test_links_that_lead_round_are_followed_once(tmp_path: Path) -> None:
    put(tmp_path, a__b__c="1")
    for n in range(3):
        (tmp_path / f"a/round{n}").symlink_to(tmp_path, target_is_directory=True)
    assert inputs.tree(tmp_path) == inputs.tree(tmp_path)


def filtered(text: str) -> str:
    return text


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ({"SITENAME": "a"}, {"SITENAME": "b"}, False),
        ({"OUTPUT_PATH": "/a"}, {"OUTPUT_PATH": "/b"}, True),
        ({"A": {"x": 1, "y": 2}}, {"A": {"y": 2, "x": 1}}, True),
        ({"A": [1, 2]}, {"A": [2, 1]}, False),
        ({"F": {"f": filtered}}, {"F": {"f": filtered}}, True),
        ({"F": {"f": filtered}}, {"F": {"f": put}}, False),
    ],
)
def test_settings_are_known_by_what_they_say(one: dict[str, Any], two: dict[str, Any], same: bool) -> None:
    assert (inputs.of_settings(one) == inputs.of_settings(two)) is same
