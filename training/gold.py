"""Gold: what is labelled of texts by an editor, by TimeML's annotators and by PLOVER's coders; offsets, and no words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WORTH = Path(__file__).parent / "labels/worth.jsonl"
EVENTIVE = Path(__file__).parent / "labels/eventive.jsonl"
CODED = Path(__file__).parent / "labels/coded.jsonl"
#: the class of TimeML's events that are happenings
HAPPENING = "OCCURRENCE"


@dataclass(frozen=True, slots=True)
class Gold:
    """What is labelled of a text: an editor's events, and TimeML's with their classes, where they are marked; ``is_all`` says
    that nobody takes part in anything else.
    """

    events: Sequence[Mapping[str, Any]]
    timeml: Sequence[tuple[int, int, str]] | None = None
    is_all: bool = False

    @property
    def eventive(self) -> list[tuple[int, int]] | None:
        """Where happenings stand: not what is said, meant, or so."""
        return None if self.timeml is None else [(start, end) for start, end, name in self.timeml if name == HAPPENING]


def labels() -> dict[str, Gold]:
    """What is labelled, by the digest of the text."""
    marked = {row["text"]: [tuple(event) for event in row["events"]] for row in _rows(EVENTIVE)}
    return {row["text"]: Gold(row["events"], marked.get(row["text"])) for row in _rows(WORTH)}


def coded() -> dict[str, Gold]:
    """The events of a coder, by the digest of the text; of those who do it to each other none is the target."""
    return {row["text"]: Gold([*map(_one_sided, row["events"])], is_all=True) for row in _rows(CODED)}


def _one_sided(event: Mapping[str, Any]) -> dict[str, Any]:
    target = [span for span in event["target"] if span not in event["source"]]
    return {**event, "target": target, "weight": 2, "status": "happened"}


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())
