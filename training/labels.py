"""Writes labels without words from an editor's events and TimeML's: ``python training/labels.py FOLDER``, where gold is new."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any

import corpora
import folds
from corpora import Text

LABELS = Path(__file__).with_name("labels")
PATH = LABELS / "line.jsonl"
#: folders of TimeML files, in which every happening has a tag
TIMEML = ("timebank", "aquaint")
TAG = re.compile(r"(<[^>]+>)")
EVENT = re.compile(r'<EVENT\b[^>]*\bclass="(\w+)"')
BODY = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)

#: where something stands, and its class
Marked = tuple[int, int, str]


def events(text: Text) -> list[dict[str, Any]]:
    """Of each event: where words tell it, the sentence that would stand best alone, its status, whether it has a speaker."""
    return [
        {
            "best": event["best"],
            "told": [[word["start"], word["end"]] for word in event["told"]],
            "headline": bool(event["headline"]),
            "status": event["status"],
            "said": bool(event.get("said_by")),
        }
        for event in text.events
    ]


def write(texts: Mapping[str, Text]) -> None:
    """One line an article."""
    told = [text for _, text in sorted(texts.items()) if text.events]
    _write(PATH, [{"text": text.digest, "events": events(text)} for text in told])


def write_worth(texts: Mapping[str, Text]) -> None:
    """Of each article that an editor read: weight, kind, status and day of each event, where words tell it, and where those are
    named who take part; also of none.
    """
    read = [text for _, text in sorted(texts.items()) if text.is_gold]
    rows = [{"text": text.digest, "events": [_worth(event, text.raw) for event in text.events]} for text in read]
    _write(LABELS / "worth.jsonl", rows)


def _worth(event: dict[str, Any], text: str) -> dict[str, Any]:
    told = [[word["start"], word["end"]] for word in event["told"]]
    roles = {role: list(named(event[role], text)) for role in ("source", "target")}
    return {
        "weight": event["weight"],
        "kind": event["kind"],
        "status": event["status"],
        "day": event["day"],
        "told": told,
        **roles,
    }


def write_coded(texts: Mapping[str, Text]) -> None:
    """Of each sentence of a coder: the kind of its event, where words tell it, and where those are named who take part."""
    rows = [
        {"text": text.digest, "events": [_coded(event, text.raw) for event in text.events]} for _, text in sorted(texts.items())
    ]
    _write(LABELS / "coded.jsonl", rows)


def _coded(event: dict[str, Any], text: str) -> dict[str, Any]:
    roles = {role: list(named(event[role], text)) for role in ("source", "target")}
    return {"kind": event["kind"], "told": list(named(event["what"].split(), text)), **roles}


def named(names: Iterable[str], text: str) -> Iterator[tuple[int, int]]:
    """Where the last words of names stand in a text."""
    last = {name.split()[-1].lower() for name in names if name.split()}
    pattern = "|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in sorted(last))
    yield from (found.span() for found in re.finditer(pattern, text, re.IGNORECASE) if found[0])


def write_eventive(texts: Mapping[str, Text], folder: Path) -> None:
    """Of each article that has its happenings and states marked: where they stand, and the class of each."""
    by_letters = {_letters(text.raw): text for text in texts.values()}
    rows = []
    for path in sorted(path for name in TIMEML for path in (folder / "dates" / name).glob("*.tml")):
        body, spans = timeml(path.read_text(encoding="utf-8"))
        text = by_letters.get(_letters(body))
        if text is not None:
            rows.append({"text": text.digest, "events": list(_moved(spans, body, text.raw))})
    _write(LABELS / "eventive.jsonl", sorted(rows, key=lambda row: str(row["text"])))


def timeml(source: str) -> tuple[str, list[Marked]]:
    """The text of a TimeML file, and where its EVENTs stand, each with its class."""
    body = BODY.search(source)
    text, start, spans = "", 0, []
    for part in TAG.split(body[1] if body else ""):
        if tag := EVENT.match(part):
            start, name = len(text), tag[1]
        elif part.startswith("</EVENT"):
            spans.append((start, len(text), name))
        elif not part.startswith("<"):
            text += unescape(part)
    return text, spans


def _letters(text: str) -> str:
    return "".join(text.split())


def _moved(spans: list[Marked], one: str, two: str) -> Iterator[Marked]:
    """Offsets in a text that differs in its white space alone."""
    count = [0]
    for letter in one:
        count.append(count[-1] + (not letter.isspace()))
    places = [place for place, letter in enumerate(two) if not letter.isspace()]
    for start, end, name in spans:
        yield places[count[start]], places[count[end] - 1] + 1, name


def _write(path: Path, rows: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row, separators=(",", ":")) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    corpora_folder = Path(sys.argv[1])
    found, coded = corpora.read(corpora_folder), corpora.coded(corpora_folder)
    folds.write([*found.values(), *coded.values()])
    write(found)
    write_worth(found)
    write_eventive(found, corpora_folder)
    write_coded(coded)
