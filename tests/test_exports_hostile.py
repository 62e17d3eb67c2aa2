"""Exports of what strangers write: no cell is a formula, no line is a field of a calendar, no word is a tag."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from typing import Any

import feedparser
import icalendar
import pytest
from dateline.site.exports.wording import clean
from hypothesis import example, given, settings
from hypothesis import strategies as st

from .exported import PUBLISHED, event, read, views, written

LINES = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\nUID:other"
TAG = "</title></entry><script>trap</script>]]><b onx=1>&amp;"
FORMULAS = ['=cmd|"/c calc"!A1', "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"]


def of(text: str) -> dict[str, bytes]:
    """The files of one event that has this text in every field that comes from an article or the settings."""
    told = event("day", "2021-06-17", sentence=text, summary=text)
    return written(
        {**PUBLISHED, "SITENAME": text, "SITESUBTITLE": text, "DATELINE_LICENCE": text}, views((told,), title=text, source=text)
    )


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_field_of_an_article_is_a_formula(formula: str) -> None:
    """Summary, sentence or source."""
    [row] = csv.DictReader(io.StringIO(of(formula)["data/events.csv"].decode(), newline=""))
    assert not [cell for cell in row.values() if cell.startswith(tuple("=+-@\t\r\n"))]
    assert row["summary"] == f"'{formula}"


def test_no_line_of_a_text_is_one_of_the_calendar() -> None:
    """There is one entry, whose words are the text's."""
    content = of(LINES)["data/events.ics"]
    [entry] = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert (str(entry["uid"]), str(entry["summary"])) == ("day@dateline", "x END:VEVENT BEGIN:VEVENT UID:other")
    assert content.count(b"\r\nBEGIN:VEVENT") == 1


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=400))
@example("\\" * 200)
@example("\U0001f600" * 100)
@settings(max_examples=60)
def test_lines_of_a_calendar_are_short_and_whole(text: str) -> None:
    """No more than 75 octets, as RFC 5545 has it, each readable by itself, without half an escape; the text comes back."""
    content = of(f"x{text}x")["data/events.ics"]
    lines = content.rstrip().split(b"\r\n")
    assert all(len(line) <= 75 and line.decode() for line in lines)
    own = lines[lines.index(b"BEGIN:VEVENT") :]
    assert not [line for line in own if (len(line) - len(line.rstrip(b"\\"))) % 2]
    [entry] = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert str(entry["summary"]) == clean(f"x{text}x")


#: titles and names as they may be, without what no file can hold
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=60).map(
    lambda text: " ".join(f"a{text}".split())
)


@given(WORDS)
@example("a, b; c & d: “é” \\ 'x' <b>")
@settings(max_examples=60)
def test_any_words_come_back_from_every_file(text: str) -> None:
    """Feed, JSON, calendar and tables, each of which has its own way to write them."""
    made = of(text)
    assert feedparser.parse(made["feeds/all.atom.xml"], sanitize_html=False).feed.author == text
    titles = [one.text for one in ET.fromstring(made["feeds/all.atom.xml"]).iter("{http://www.w3.org/2005/Atom}title")]
    assert titles == [text, text]
    assert read(made, "data/events.json")["events"][0]["summary"] == text
    [entry] = icalendar.Calendar.from_ical(made["data/events.ics"]).walk("VEVENT")
    assert str(entry["description"]).split("\n") == [text, f"{text}, 18 June 2021"]
    for name, delimiter in (("events", ","), ("events-excel", ";")):
        content = io.StringIO(made[f"data/{name}.csv"].decode("utf-8-sig"), newline="")
        [row] = csv.DictReader(content, delimiter=delimiter)
        assert (row["summary"], row["sources"]) == (text, text)


def tags(content: bytes) -> set[str]:
    return {element.tag.rpartition("}")[2] for element in ET.fromstring(content).iter()}


@pytest.mark.parametrize("path", ["feeds/all.atom.xml", "feeds/actors/denmark.atom.xml"])
def test_no_word_is_a_tag_of_a_feed(path: str) -> None:
    """The feed has the tags of any feed; the text comes back as it was, its HTML as text."""
    content = of(TAG)[path]
    assert tags(content) <= tags(of("x")[path])
    found: Any = feedparser.parse(content)
    assert "<script" not in found.entries[0].summary
    assert b"<script" not in content


def test_no_word_is_a_tag_of_a_slide() -> None:
    """TimelineJS takes HTML."""
    slides = read(of(TAG), "data/timelinejs.json")
    assert "<script" not in json.dumps(slides)
    assert "<b onx" not in json.dumps(slides)
