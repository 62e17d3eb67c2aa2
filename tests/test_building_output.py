"""The output folder: what stands in it already, and how new files come to their places."""

from __future__ import annotations

from pathlib import Path

import pytest
from dateline.site.building import manifest
from dateline.site.building.manifest import Manifest
from dateline.site.building.output import Output

from .test_building import put


def built(folder: Path, before: Manifest, made: dict[str, str], *, alone: bool = True) -> Manifest:
    """A build that makes these files."""
    output = Output(folder, before, alone=alone)
    aside = output.aside()
    put(aside, **made)
    return Manifest("whole", files=output.land(aside))


def found(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8") for p in folder.rglob("*") if p.is_file()}


def test_what_comes_out_as_it_was_is_not_touched(tmp_path: Path) -> None:
    out = tmp_path / "output"
    built(out, Manifest(), {"a": "1"})
    stamps = manifest.standing(out)
    built(out, Manifest(), {"a": "1"})
    assert manifest.standing(out) == stamps


@pytest.mark.parametrize("harm", ["changed", "gone"])
def test_what_somebody_changed_is_made_again(tmp_path: Path, harm: str) -> None:
    out = tmp_path / "output"
    first = built(out, Manifest(), {"a": "1"})
    (out / "a").unlink()
    if harm == "changed":
        put(out, a="by hand")
    assert not Output(out, first, alone=True).whole
    built(out, first, {"a": "1"})
    assert found(out) == {"a": "1"}


@pytest.mark.parametrize(("alone", "left"), [(True, {"new"}), (False, {"new", "mine/a"})])
def test_what_is_made_no_more_goes_and_others_files_stay_where_they_may(tmp_path: Path, alone: bool, left: set[str]) -> None:
    out = tmp_path / "output"
    first = built(out, Manifest(), {"old__page": "1"})
    put(out, mine__a="a")
    built(out, first, {"new": "2"}, alone=alone)
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
    built(out, Manifest(), {"a__page": "1"})
    assert found(out) == {"a/page": "1"}
    assert found(tmp_path / "elsewhere") == {"precious": "mine"}


def test_an_output_whose_neighbours_cannot_be_written_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written aside lies in the output then, and is no file of it."""
    out = tmp_path / "output"
    out.mkdir()

    def made(prefix: str, dir: Path) -> str:
        if dir != out:
            raise PermissionError(prefix)
        (folder := dir / f"{prefix}x").mkdir()
        return str(folder)

    monkeypatch.setattr("tempfile.mkdtemp", made)
    first = built(out, Manifest(), {"a": "1", "b__c": "1"})
    assert found(out) == {"a": "1", "b/c": "1"}
    second = built(out, first, {"a": "2", "b__c": "1", "d": "1"})
    assert found(out) == {"a": "2", "b/c": "1", "d": "1"}
    assert second.files.keys() == {"a", "b/c", "d"}


def test_a_link_to_the_same_bytes_is_replaced(tmp_path: Path) -> None:
    """What it leads to may change."""
    out = tmp_path / "output"
    put(tmp_path / "elsewhere", a="1")
    out.mkdir()
    (out / "a").symlink_to(tmp_path / "elsewhere/a")
    built(out, Manifest(), {"a": "1"})
    assert not (out / "a").is_symlink()


@pytest.mark.parametrize(("leave", "alone"), [(["CNAME"], True), ([], False)])
def test_a_folder_is_whole_whatever_else_is_written_there(tmp_path: Path, leave: list[str], alone: bool) -> None:
    """A file whose name is to be retained, and one behind a link that others made."""
    out = tmp_path / "output"
    put(tmp_path / "elsewhere", x="1")
    out.mkdir()
    if not alone:
        (out / "media").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    output = Output(out, Manifest(), leave, alone=alone)
    aside = output.aside()
    put(aside, a="1", CNAME="example.org", media__y="2")
    first = Manifest(files=output.land(aside))
    assert found(out).keys() >= {"a", "CNAME"}
    assert (out / "media/y").exists()
    assert Output(out, first, leave, alone=alone).whole


def test_a_link_that_is_to_be_retained_is_followed(tmp_path: Path) -> None:
    out = tmp_path / "output"
    (tmp_path / "elsewhere").mkdir()
    out.mkdir()
    (out / "media").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    output = Output(out, Manifest(), ["media"], alone=True)
    aside = output.aside()
    put(aside, media__x="1")
    output.land(aside)
    assert found(tmp_path / "elsewhere") == {"x": "1"}


def test_a_page_may_stand_where_a_folder_was(tmp_path: Path) -> None:
    out = tmp_path / "output"
    first = built(out, Manifest(), {"a__b": "1"})
    second = built(out, first, {"a": "2"})
    assert found(out) == {"a": "2"}
    built(out, second, {"a__b": "3"})
    assert found(out) == {"a/b": "3"}


def test_what_a_killed_build_left_in_the_output_is_cleared(tmp_path: Path) -> None:
    out = tmp_path / "output"
    put(out, **{".aside-old__page": "half"})
    built(out, Manifest(), {"a": "1"})
    assert found(out) == {"a": "1"}
