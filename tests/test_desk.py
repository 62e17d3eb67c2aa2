"""The editors' desk: what they know of actors wins, and what is wrong there is said with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest
from dateline import desk
from dateline.cache import key
from dateline.desk.corrections import corrections
from dateline.desk.ids import ledger, written
from dateline.model import Article, Correction, Kept, KeptActor, Known
from dateline.pipeline import read
from dateline.settings import DEFAULT_MODEL


def file(folder: Path, text: str) -> Path:
    path = folder / "actors.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_desk_that_is_not_there_is_empty(tmp_path: Path) -> None:
    """Nobody has to keep one."""
    assert desk.actors(tmp_path / "actors.yaml") == ((), ())


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("- name: [", 1, "no YAML"),
        ("name: Putin", 1, "give a list of actors"),
        ("- name: Putin\n- alias: x", 2, "an actor needs a name"),
        ("- name: Putin\n  alias: [x]", 2, "did you mean 'aliases'"),
        ("- name: Putin\n  aliases: x", 2, "give a list of names"),
        ("- name: Putin\n  kind: man", 2, "use one of person"),
        ("- name: Putin\n  note: [3]", 2, "give text, not ['3']"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    """One line that names the file, the line and what to do."""
    path = file(tmp_path, text)
    _, [problem] = desk.actors(path)
    assert problem.startswith(f"{path}:{line}: ")
    assert says in problem


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("- date: 2020", 1, "give corrections by the event's id"),
        ("ab12: {date: soon}", 1, "date: give a day, month, year or range"),
        ("ab12:\n  dat: 2020-05-07", 2, "unknown key 'dat': did you mean 'date'?"),
        ("ab12:\n  type: TALKS", 2, "type is 'TALKS': use one of ACCIDENT"),
        ("ab12: {}", 1, "give what to correct"),
        ("a: &x {hide: true}\nb: *x", 1, "YAML aliases"),
        ("ab12: {date: 2020-02-30}", 1, "date: give a day"),
        ("ab12: {date: 2020-13}", 1, "date: give a day"),
        ("ab12: {date: 2020-05-09/2020-05-07}", 1, "date: give a day"),
        ("ab12: {pin: true}\nab12: {hide: true}", 2, "ab12 stands here twice"),
    ],
)
def test_a_wrong_correction_is_said_with_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    """One line that names the file, the line and what to do."""
    path = file(tmp_path, text)
    _, [problem] = corrections(path)
    assert problem.startswith(f"{path}:{line}: {says}")


def test_a_correction_is_read(tmp_path: Path) -> None:
    """A date that YAML knows as one is its text; the place is kept for what is said of it."""
    path = file(tmp_path, "0123: {date: 2020, source: [Putin, No], by: Ann, on: 2020-05-09}\n")
    read = Correction("0123", f"{path}:1", date="2020", source=("Putin", "No"), by="Ann", on="2020-05-09")
    assert corrections(path) == ((read,), ())


def test_the_ledger_is_read_as_it_is_written(tmp_path: Path) -> None:
    """Whatever the sentence."""
    kept = (Kept("ab12", "events/ab12-x/", "a", "“No”: he said - 'never' #1."), Kept("cd34", "events/cd34-y/", "b", "Yes."))
    actors = (KeptActor("no", "No"), KeptActor("ada-bell", "Ada Bell: “x”"))
    assert ledger(file(tmp_path, written(kept, actors))) == ((kept, actors), ())


def test_a_wrong_entry_leaves_the_others(tmp_path: Path) -> None:
    """Nothing else is lost."""
    known, problems = desk.actors(file(tmp_path, "- name: Ann\n- kind: person\n- name: Bob\n  aliases: [Bobby]\n"))
    assert [k.name for k in known] == ["Ann", "Bob"]
    assert len(problems) == 1


def test_a_file_that_is_no_text_is_said(tmp_path: Path) -> None:
    """Not a traceback."""
    path = tmp_path / "actors.yaml"
    path.write_bytes(b"- name: \xff\n")
    known, [problem] = desk.actors(path)
    assert known == ()
    assert problem.startswith(f"{path}:1: not UTF-8")


def test_the_cache_knows_the_desk() -> None:
    """A change at the desk is read anew."""
    article = Article("a", "x", "2020-05-08")
    assert key(article, "m") != key(article, "m", (Known("Ann"),))


@pytest.mark.slow
def test_the_desk_wins() -> None:
    """Names, kind and country are as the editors say, under one id."""
    known = (Known("Acme", aliases=("Acme Widgets",), kind="organisation", country="NOR"),)
    [found] = read([Article("a", "Acme Widgets sued Sweden. Acme won.", "2020-05-08")], DEFAULT_MODEL, known)
    [acme] = [a for a in found.actors if a.id == "acme"]
    assert (acme.name, acme.kind, acme.country, acme.aliases) == ("Acme", "organisation", "NOR", ("Acme Widgets",))
    assert all("acme" in r.source for r in found.reports)


@pytest.mark.slow
def test_an_entry_with_a_name_alone_keeps_an_actor_one() -> None:
    """Surname and demonym stay with the full name, though the desk does not list them."""
    known = (Known("Vladimir Putin", note="x"), Known("Russia"))
    text = "Vladimir Putin flew home. Putin met Russian officials. Russia thanked Sweden."
    [found] = read([Article("a", text, "2020-05-08")], DEFAULT_MODEL, known)
    assert [a.id for a in found.actors] == ["vladimir-putin", "russia", "sweden"]
