"""Which text is tested with which: a fold for each, so that no story and no source stands in train and test."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from corpora import Text

PATH = Path(__file__).with_name("folds.json")
#: groups that share a fold: the same wires, the same broadcaster, the same wiki, web pages of any site
FOLDS = (
    ("timebank", "aquaint"),
    ("bbc", "mj"),
    ("haiti",),
    ("h1n1",),
    ("libya",),
    ("gum", "articles", "who"),
    ("web", "fivew"),
    ("coded",),
)
#: the fold of sentences that a coder read, which only teach roles
CODED = len(FOLDS) - 1
#: folds that one encoder has not learnt from, by the name of that
PARTS = {
    "web+fivew": (6,),
    "bbc+mj": (1,),
    "libya+wikinews": (4, 5),
    "haiti+h1n1": (2, 3),
    "timebank+aquaint": (0,),
    "all": (),
}


def read() -> dict[str, int]:
    """The fold of each text, by its digest."""
    rows = json.loads(PATH.read_text(encoding="utf-8"))
    return {digest: row["fold"] for row in rows.values() for digest in row["texts"]}


def write(texts: Iterable[Text]) -> None:
    """Assign a fold to each group, and note its texts; groups of which none is given stay as they are."""
    rows = json.loads(PATH.read_text(encoding="utf-8"))
    known = list(texts)
    for number, names in enumerate(FOLDS):
        for name in names:
            digests = sorted(text.digest for text in known if text.group == name)
            rows[name] = {"fold": number, "texts": digests or rows.get(name, {}).get("texts", [])}
    PATH.write_text(json.dumps(rows, indent=0) + "\n", encoding="utf-8")


def groups(fold: int) -> str:
    """What a fold holds, in words."""
    return "+".join(FOLDS[fold])
