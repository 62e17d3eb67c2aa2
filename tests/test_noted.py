"""What an article's front matter says of its events wins over what is read in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from dateline.desk.noted import noted
from dateline.model import Actor, Article, Note, Participant, Reading, Report, Span
from dateline.site.problems import check
from dateline.site.reader import article_file

TEXT = "Norway thanked Sweden. They spoke again in the evening. It was cold."
THANKS = Report(
    "ab12", "a", "SUPPORT", 7, 14, "thanked", Span(0, 22), "Norway thanked Sweden", ("norway",), ("sweden",),
    (Participant("norway", "source"), Participant("sweden", "target")), None, "happened", None, 0.7,
)  # fmt: skip
CAST = (Actor("norway", "Norway", "place"), Actor("sweden", "Sweden", "place"))


def said(*notes: Note) -> tuple[Reading, list[str]]:
    """The reading of an article with one report and these notes."""
    return noted(Reading(Article("a", TEXT, "2020-05-08", notes=notes), (), CAST, (THANKS,)))


def test_a_report_is_hidden() -> None:
    """By its id."""
    reading, problems = said(Note(hide="ab12"))
    assert (reading.reports, problems) == ((), [])


@pytest.mark.parametrize(("note", "left"), [(Note(hide="ab12"), []), (Note(replace="ab12", type="AID"), ["AID", "AID"])])
def test_all_reports_of_a_happening_are_meant(note: Note, left: list[str]) -> None:
    """Or the others would tell on what the note takes away."""
    two = tuple(replace(THANKS, id=id, same="ab12") for id in ("ab12", "cd34"))
    reading, _ = noted(Reading(Article("a", TEXT, "2020-05-08", notes=(note,)), (), CAST, two))
    assert [report.type for report in reading.reports] == left


def test_a_report_is_replaced() -> None:
    """In what the note gives; the rest stays."""
    [report] = said(Note(replace="ab12", date="2020-05-07", type="CONSULT", target=("Denmark",)))[0].reports
    assert report.when is not None
    assert (report.type, report.when.value, report.when.basis) == ("CONSULT", "2020-05-07", "the editors")
    assert (report.source, report.target, report.summary) == (("norway",), ("denmark",), "Norway thanked Sweden")


def test_a_report_is_added() -> None:
    """It is told by the sentence in which the words stand; an actor that the article does not have is added."""
    reading, problems = said(Note(add="spoke again", summary="They spoke", source=("Norway",), target=("Finland",)))
    report = reading.reports[1]
    assert problems == []
    assert TEXT[report.sentence.start : report.sentence.end] == "They spoke again in the evening."
    assert [a.id for a in reading.actors] == ["norway", "sweden", "finland"]
    assert (report.source, report.target) == (("norway",), ("finland",))


def test_a_report_is_put_in_its_place() -> None:
    """A place that the article does not name is added as one; none is none."""
    reading, _ = said(Note(replace="ab12", where=("Norway", "Oslo")))
    assert reading.reports[0].where == ("norway", "oslo")
    assert [(a.id, a.kind) for a in reading.actors[2:]] == [("oslo", "place")]
    assert said(Note(replace="ab12", where=()))[0].reports[0].where == ()


def test_what_is_added_twice_is_said() -> None:
    """The first stands; with a summary of its own, the second does, too."""
    rain = Note(add="It was cold", summary="Cold", date="2020-05-07")
    reading, [problem] = said(rain, Note(add="It was cold", summary="Cold"))
    assert [r.when is not None for r in reading.reports] == [False, True]
    assert "is added twice: give each a summary of its own" in problem
    assert len(said(rain, Note(add="It was cold", summary="Colder"))[0].reports) == 3


@pytest.mark.parametrize("note", [Note(hide="zz"), Note(replace="zz"), Note(add="not there", summary="x")])
def test_what_is_not_there_is_said(note: Note) -> None:
    """And nothing else is lost."""
    reading, [problem] = said(note)
    assert problem.startswith("a: events: ")
    assert reading.reports == (THANKS,)


@pytest.mark.parametrize(
    ("entry", "line", "says"),
    [
        ("- ad: x", 5, "unknown key 'ad': did you mean 'add'?"),
        ("- add: x", 5, "give one of add"),
        ("- hide: x\n  date: soon", 6, "date: give a day"),
        ("  x", 5, "events: give a list"),
    ],
)
def test_a_wrong_entry_is_said_with_its_line(tmp_path: Path, entry: str, line: int, says: str) -> None:
    """As what else is wrong in a head."""
    path = tmp_path / "a.md"
    path.write_text(f"---\ntitle: T\ndate: 2020-05-08\nevents:\n{entry}\n---\nText.\n", encoding="utf-8")
    [problem] = check(path, "a.md")
    assert (problem.line, problem.message[: len(says)]) == (line, says)


def test_a_name_that_yaml_reads_as_a_number_is_text(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    entry = "{add: thanked, summary: Thanks, source: [Norway, 2020]}"
    path.write_text(f"---\ntitle: A\ndate: 2020-05-08\nevents:\n- {entry}\n---\n\n{TEXT}\n", encoding="utf-8")
    [note] = article_file(path).notes
    assert note.source == ("Norway", "2020")
