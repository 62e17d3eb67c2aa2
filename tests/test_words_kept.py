"""Titles, names and sources of any kind, through a whole site: each comes back as it was from wherever it is shown."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sqlite3
from contextlib import closing
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

import icalendar
import pytest
import yaml
from dateline.site.exports.csv_events import FORMULA
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from .conftest import build

TOLD = "Erna Solberg met Mette Frederiksen in Oslo on {} May 2020."
LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Cn"])
WORDS = st.text(LETTERS, max_size=40).map(lambda text: " ".join(f"{text}z".split()))
HARD = [
    "No", "1.10", "2020-05-07", "null", "a: b", "a # b", "Ann & Bo", "<b>x</b>", "&amp;", "{{ x }}", "[a](b)", "*a* _b_",
    "'", '"', "a, b; c", "=1+1", "-1", "@x", "| x", "{filename}a.md", "%x", "\\n", "é ß ø Ж 日本 😀",
    "a\u200db", "\u202eb", "- a", "!x", "*x",
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.long
@settings(max_examples=1, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.lists(WORDS, min_size=20, max_size=20))
@example(HARD)
def test_any_words_are_shown_as_they_were_written(words: list[str]) -> None:
    """On the page and in its JSON-LD, in the calendar, the tables and the database."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "content/articles").mkdir(parents=True)
        for number, one in enumerate(words):
            keys = {"title": one, "author": one, "source": one, "tags": [one], "slug": f"a{number}", "date": "2020-05-30"}
            head = yaml.safe_dump(keys, allow_unicode=True, width=1_000)
            text = f"---\n{head}---\n\n{TOLD.format(number + 1)}\n"
            (folder / f"content/articles/{number:02}.md").write_text(text, encoding="utf-8")
        done = build(folder / "content", folder / "output")
        assert done.returncode == 0, done.stdout + done.stderr
        assert "left out" not in done.stdout + done.stderr
        for number, one in enumerate(words):
            assert _on_page(folder / f"output/articles/a{number}/index.html") == [one] * 6
        data = folder / "output/data"
        assert _in_database(data / "timeline.sqlite") == [(f"a{number}", one, one) for number, one in enumerate(words)]
        assert _in_calendar(data / "events.ics") == {f"{one}, 30 May 2020" for one in words}
        for name, delimiter in (("events.csv", ","), ("events-excel.csv", ";")):
            assert _in_table(data / name, delimiter) == {f"'{one}" if one.startswith(FORMULA) else one for one in words}
        assert len(json.loads((data / "events.json").read_bytes())["events"]) == len(words)
        assert os.listdir(folder / "output/feeds")


def _on_page(path: Path) -> list[str]:
    """Title, author and source as a reader sees them, and as JSON-LD has them."""
    page = path.read_text(encoding="utf-8")
    [byline] = re.findall(r'<p class="byline">(.*?)</p>', page, re.DOTALL)
    author, source = re.findall(r"<span>(.*?)</span>", byline)
    [title] = re.findall(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)
    [data] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    linked = json.loads(data)
    shown = [unescape(one).strip() for one in (title, author, source)]
    return [*shown, linked["headline"], linked["author"]["name"], linked["sourceOrganization"]["name"]]


def _in_database(path: Path) -> list[tuple[str, str, str]]:
    with closing(sqlite3.connect(path)) as found:
        rows = found.execute("SELECT id, title, source FROM articles").fetchall()
    return sorted(rows, key=lambda row: int(row[0][1:]))


def _in_calendar(path: Path) -> set[str]:
    entries = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    return {str(entry["description"]).split("\n")[-1] for entry in entries}


def _in_table(path: Path, delimiter: str) -> set[str]:
    text = io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")
    return {row["sources"] for row in csv.DictReader(text, delimiter=delimiter)}
