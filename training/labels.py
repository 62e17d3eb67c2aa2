"""Writes labels without words from an editor's events: ``python training/labels.py FOLDER``. Run where gold is new."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import corpora
import folds
from corpora import Text

PATH = Path(__file__).with_name("labels") / "line.jsonl"


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
    rows = [{"text": text.digest, "events": events(text)} for text in told]
    PATH.write_text("".join(json.dumps(row, separators=(",", ":")) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    found = corpora.read(Path(sys.argv[1]))
    folds.write(found.values())
    write(found)
