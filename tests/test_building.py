"""Building again: what a page is made of, what stands already, and how new files come into the output."""

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
from dateline.site.building.output import Output

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


def built(folder: Path, before: Manifest, made: dict[str, str], made_of: dict[str, str], *, alone: bool = True) -> Manifest:
    """A build that makes these files, but those that stand, made of the same."""
    output = Output(folder, before, alone=alone)
    aside = output.aside()
    due = {name: text for name, text in made.items() if not output.keep(name.replace("__", "/"), made_of.get(name, name))}
    put(aside, **due)
    return Manifest("whole", output.land(aside), output.made_of)


def found(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8") for p in folder.rglob("*") if p.is_file()}


def test_what_is_made_of_the_same_is_not_written_again(tmp_path: Path) -> None:
    out = tmp_path / "output"
    first = built(out, Manifest(), {"a": "1", "b__c": "2"}, {})
    stamps = manifest.standing(out)
    second = built(out, first, {"a": "would differ", "b__c": "3"}, {"b__c": "new"})
    assert found(out) == {"a": "1", "b/c": "3"}
    assert manifest.standing(out)["a"] == stamps["a"]
    assert second.files.keys() == {"a", "b/c"}


def test_what_comes_out_as_it_was_is_not_touched(tmp_path: Path) -> None:
    out = tmp_path / "output"
    built(out, Manifest(), {"a": "1"}, {})
    stamps = manifest.standing(out)
    built(out, Manifest(), {"a": "1"}, {})
    assert manifest.standing(out) == stamps


@pytest.mark.parametrize("harm", ["changed", "gone"])
def test_what_somebody_changed_is_made_again(tmp_path: Path, harm: str) -> None:
    out = tmp_path / "output"
    first = built(out, Manifest(), {"a": "1"}, {})
    (out / "a").unlink()
    if harm == "changed":
        put(out, a="by hand")
    assert not Output(out, first, alone=True).whole
    built(out, first, {"a": "1"}, {})
    assert found(out) == {"a": "1"}


@pytest.mark.parametrize(("alone", "left"), [(True, {"new"}), (False, {"new", "mine/a"})])
def test_what_is_made_no_more_goes_and_others_files_stay_where_they_may(tmp_path: Path, alone: bool, left: set[str]) -> None:
    out = tmp_path / "output"
    first = built(out, Manifest(), {"old__page": "1"}, {})
    put(out, mine__a="a")
    built(out, first, {"new": "2"}, {}, alone=alone)
    assert found(out).keys() == left
    assert not (out / "old").exists()


def test_names_to_retain_are_left_alone(tmp_path: Path) -> None:
    put(tmp_path / "output", **{".git__head": "ref"})
    output = Output(tmp_path / "output", Manifest(), [".git"], alone=True)
    output.land(output.aside())
    assert found(tmp_path / "output") == {".git/head": "ref"}


def test_a_link_leads_nothing_out_of_the_output(tmp_path: Path) -> None:
    out = tmp_path / "output"
    put(tmp_path / "elsewhere", precious="mine")
    out.mkdir()
    (out / "a").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    built(out, Manifest(), {"a__page": "1"}, {})
    assert found(out) == {"a/page": "1"}
    assert found(tmp_path / "elsewhere") == {"precious": "mine"}


def test_a_page_may_stand_where_a_folder_was(tmp_path: Path) -> None:
    out = tmp_path / "output"
    first = built(out, Manifest(), {"a__b": "1"}, {})
    second = built(out, first, {"a": "2"}, {})
    assert found(out) == {"a": "2"}
    built(out, second, {"a__b": "3"}, {})
    assert found(out) == {"a/b": "3"}


def test_what_a_killed_build_left_in_the_output_is_cleared(tmp_path: Path) -> None:
    out = tmp_path / "output"
    put(out, **{".aside-old__page": "half"})
    built(out, Manifest(), {"a": "1"}, {})
    assert found(out) == {"a": "1"}


def test_a_folder_is_kept_whole_or_made_whole(tmp_path: Path) -> None:
    out = tmp_path / "output"
    output = Output(out, Manifest(), alone=True)
    assert not output.keep_below("index/", "words")
    aside = output.aside()
    put(aside, index__a="1", index__b="2")
    first = Manifest("", output.land(aside), output.made_of)
    assert Output(out, first, alone=True).keep_below("index/", "words")
    assert not Output(out, first, alone=True).keep_below("index/", "other words")
    (out / "index/a").unlink()
    assert not Output(out, first, alone=True).keep_below("index/", "words")


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
