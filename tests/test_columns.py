"""Parquet in and out: the same documents and annotations as in JSONL."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from dateline.columns import documents, written
from dateline.commands.annotate import _writing, annotation
from dateline.documents import BadDocument
from dateline.model import Actor, Article, Mention, Participant, Reading, Report, Span, When
from pyarrow import parquet

from .stub import said, some

ROW: dict[str, Any] = {"id": "a", "text": "Ann met Bo.", "published": "2020-05-08", "title": "Talks", "source": None, "more": 7}


def rows(path: Path, *given: dict[str, Any]) -> str:
    parquet.write_table(pa.Table.from_pylist(list(given)), path)
    return str(path)


@pytest.mark.parametrize("published", ["2020-05-08", date(2020, 5, 8)])
def test_rows_are_documents(tmp_path: Path, published: Any) -> None:
    """By the names of the columns; others are passed over, and days may be days."""
    [found] = documents(rows(tmp_path / "in.parquet", {**ROW, "published": published}))
    assert found == Article("a", "Ann met Bo.", "2020-05-08", title="Talks")


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({**ROW, "published": "May"}, "in.parquet: row 2: the field 'published' is 'May'"),
        ({**ROW, "id": None}, "row 2: .*'id'"),
    ],
)
def test_a_row_that_is_no_document_is_named(tmp_path: Path, row: dict[str, Any], says: str) -> None:
    """By file and row."""
    with pytest.raises(BadDocument, match=says):
        list(documents(rows(tmp_path / "in.parquet", ROW, row)))


def test_a_column_that_is_missing(tmp_path: Path) -> None:
    """It is named with the first row."""
    with pytest.raises(BadDocument, match="row 1: the field 'text' is missing"):
        list(documents(rows(tmp_path / "in.parquet", {"id": "a", "published": "2020-05-08"})))


def test_a_file_that_is_no_parquet(tmp_path: Path) -> None:
    """It is said in one line."""
    (tmp_path / "in.parquet").write_text("{}", encoding="utf-8")
    with pytest.raises(BadDocument, match="no Parquet that can be read"):
        list(documents(str(tmp_path / "in.parquet")))


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is said how to get it."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ValueError, match=r"pip install 'pelican-dateline\[cluster\]'"):
        list(documents(str(tmp_path / "in.parquet")))


def test_annotations_come_back_as_they_were(tmp_path: Path) -> None:
    """Lists of structures, empty ones among them, over several groups of rows."""
    when = When("2020-05-08", "2020-05-08", "2020-05-08", "2020-05-08", "date in the clause")
    report = Report(
        "r", "a", "CONSULT", 4, 7, "met", Span(0, 11), "Ann met Bo", ("ann",), ("bo",), (Participant("ann", "source"),), when,
        "happened", None, 0.5,
    )  # fmt: skip
    told = Reading(
        Article("a", "Ann met Bo.", "2020-05-08"),
        (),
        (Actor("ann", "Ann", "person", mentions=(Mention(0, 3, "Ann"),)),),
        (report,),
    )
    annotations = [annotation(r) for r in (told, *map(said, some(600)), Reading(Article("z", "", "")))]
    with written(tmp_path / "out.parquet") as write:
        for one in annotations:
            write(one)
    found = parquet.read_table(tmp_path / "out.parquet").to_pylist()
    for one in annotations:  # a column has all rows
        for report in one["reports"]:
            report["participants"] = [{**part, "text": None} for part in report["participants"]]
        for actor in one["actors"]:
            actor["country_guess"] = None
            actor["mentions"] = [{**mention, "pronoun": None} for mention in actor["mentions"]]
    assert found == [{"location": None, "source": None, **one} for one in annotations]


def stopped(output: str) -> None:
    with _writing(output) as write:
        write(annotation(said(some(1)[0])))
        raise ValueError("in the middle")


@pytest.mark.parametrize("name", ["out.parquet", "out.jsonl"])
def test_a_file_is_only_there_once_it_is_whole(tmp_path: Path, name: str) -> None:
    """A run that ends before it has written all leaves neither half a file nor a trace, and what stood there stays."""
    (tmp_path / name).write_text("before", encoding="utf-8")
    with pytest.raises(ValueError, match="in the middle"):
        stopped(str(tmp_path / name))
    assert [p.read_text(encoding="utf-8") for p in tmp_path.iterdir()] == ["before"]
    with _writing(str(tmp_path / name)) as write:
        write(annotation(said(some(1)[0])))
    [path] = tmp_path.iterdir()
    read = parquet.read_table(path).to_pylist() if name.endswith("parquet") else path.read_text(encoding="utf-8").splitlines()
    assert len(read) == 1
