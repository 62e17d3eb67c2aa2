"""Which text is tested with which: a fold for each, so that no story and no source stands in train and test."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from corpora import Text

PATH = Path(__file__).with_name("folds.json")
#: groups that share a fold: the same wires, the same broadcaster, the same wiki
FOLDS = (
    ("timebank", "aquaint"),
    ("bbc", "mj"),
    ("haiti",),
    ("h1n1",),
    ("libya",),
    ("gum", "articles"),
    ("web", "fivew"),
)


def read() -> dict[str, int]:
    """The fold of each text, by id."""
    folds: dict[str, int] = json.loads(PATH.read_text(encoding="utf-8"))
    return folds


def write(texts: Iterable[Text]) -> None:
    """Assign a fold to each text, by its group."""
    fold = {group: number for number, groups in enumerate(FOLDS) for group in groups}
    rows = {text.id: fold[text.group] for text in texts}
    PATH.write_text(json.dumps(rows, indent=0, sort_keys=True) + "\n", encoding="utf-8")


def groups(fold: int) -> str:
    """What a fold holds, in words."""
    return "+".join(FOLDS[fold])


def parted(folds: Mapping[str, int], test: int, ids: Iterable[str]) -> tuple[list[str], list[str]]:
    """Ids to train with, and ids to test with."""
    known = list(ids)
    return [id for id in known if folds[id] != test], [id for id in known if folds[id] == test]
