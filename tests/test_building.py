"""Building again: by what is known that a page, or the whole site, would come out as it is."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from dateline.site.building import inputs, manifest
from dateline.site.building.manifest import Manifest
from dateline.site.building.warned import LogLine


def put(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "[1]",
        "{}",
        '[1, "x", {}, [], []]',
        '[2, "x", {}, [["a", 1]], []]',
        '[2, "x", [], [], []]',
        '[2, "x", {}, [], [1]]',
        "\0",
    ],
)
def test_a_damaged_manifest_is_worth_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "m.json").write_text(text, encoding="utf-8")
    assert manifest.read(tmp_path / "m.json") == Manifest()


def test_a_manifest_comes_back(tmp_path: Path) -> None:
    said = LogLine("dateline.x", 30, "words")
    one = Manifest("inputs", {"/a/filter.py": "12"}, {"a/é": (1, 2), "\udcff": (3, 4)}, [said])
    manifest.write(tmp_path / "x/m.json", one)
    assert manifest.read(tmp_path / "x/m.json") == one


@pytest.mark.parametrize("change", ["text", "name", "new", "gone", "large"])
def test_a_folder_is_known_by_its_files(tmp_path: Path, change: str) -> None:
    put(tmp_path, a="1", b__c="2", large="x" * 2_000_000)
    before = inputs.digest_tree(tmp_path)
    assert before == inputs.digest_tree(tmp_path)
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
            put(tmp_path, large="x" * 1_999_999 + "y")
    assert inputs.digest_tree(tmp_path) != before


def test_links_that_lead_round_are_followed_once(tmp_path: Path) -> None:
    put(tmp_path, a__b__c="1")
    for n in range(3):
        (tmp_path / f"a/round{n}").symlink_to(tmp_path, target_is_directory=True)
    assert inputs.digest_tree(tmp_path) == inputs.digest_tree(tmp_path)


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
        ({"F": partial(filtered, "a")}, {"F": partial(filtered, "a")}, True),
        ({"F": partial(filtered, "a")}, {"F": partial(filtered, "b")}, False),
        ({"F": partial(filtered, "a")}, {"F": partial(put, "a")}, False),
        ({"F": Path("a")}, {"F": Path("b")}, False),
    ],
)
def test_settings_are_known_by_what_they_say(one: dict[str, Any], two: dict[str, Any], same: bool) -> None:
    assert (inputs.digest_settings(one) == inputs.digest_settings(two)) is same
