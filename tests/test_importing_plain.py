"""Importing plain text: its date, and its paragraphs."""

from __future__ import annotations

import pytest
from dateline.importing.found import Found
from dateline.importing.named import named
from dateline.importing.sources import plain


@pytest.mark.parametrize(
    ("text", "name", "date"),
    [
        ("T\n8 May 2020\n\nx", "a.txt", "2020-05-08"),
        ("T\nDate: 2020-05-08T10:00\n\nx", "2019-01-01-a.txt", "2020-05-08T10:00:00"),
        ("T\n\nx", "2020-05-08-a.txt", "2020-05-08"),
        ("T\n\nx", "20200508.txt", "2020-05-08"),
        ("T\n\nx", "2020-13-08.txt", ""),
        ("T\n\nOn 8 May 2020 they met.", "a.txt", ""),
    ],
)
def test_a_text_has_its_date(text: str, name: str, date: str) -> None:
    """A line that is a date, or the file's name."""
    assert plain.article(text, name).date == date


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("a\nb\n\nc", "a b\n\nc"),
        ("a\nb", "a b"),
        (f"{'a' * 101}\nb", f"{'a' * 101}\n\nb"),
        ("# a\r\n\r\n1. b\r\n\r\n*c*", "\\# a\n\n1\\. b\n\n\\*c\\*"),
        ("> a\n> b", "> a b"),
        ("end\x0cand on\n\x0c\nThurs\u00adday", "end and on\n\nThursday"),
    ],
)
def test_text_becomes_paragraphs(text: str, markdown: str) -> None:
    """Lines that a program broke are joined; nothing becomes a heading."""
    assert plain.prose(text) == markdown


@pytest.mark.parametrize(
    ("found", "author", "source", "location"),
    [
        (Found(text="By Jane Marsh and John Reed\n\nOSLO (Gazette) - A ferry ran aground."),
         "Jane Marsh and John Reed", "Gazette", "OSLO"),
        (Found(text="By Jane Marsh\n\nA ferry ran aground.", author="J. Marsh", source="Post"), "J. Marsh", "Post", ""),
        (Found(text="By Friday the ferry had run aground."), "", "", ""),
        (Found(text="By Northwire Staff\n\nA ferry ran aground."), "", "", ""),
    ],
)  # fmt: skip
def test_author_source_and_place_are_named_by_the_text(found: Found, author: str, source: str, location: str) -> None:
    """Where they are not given; the text stays."""
    done = found.completed(named(found))
    assert (done.author, done.source, done.location, done.text) == (author, source, location, found.text)
