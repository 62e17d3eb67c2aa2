"""Folds: to measure the judge, each article is read with weights that were not learnt from it."""

from __future__ import annotations

import json
import os
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from .lang import words

#: the fold of an article that no fold has: the language's own weights read it
NONE = ""
#: the fold of all articles where the folder has one set of weights
ALL = "."
FOLDS = "folds.json"


def folder() -> Path | None:
    """The folder in DATELINE_WEIGHTS: weights, or, as training writes it, ``folds.json`` and for each fold the weights of the
    others.
    """
    found = os.environ.get("DATELINE_WEIGHTS")
    return Path(found) if found else None


def fold(text: str) -> str:
    """The fold of an article by its text."""
    there = folder()
    if there is None:
        return NONE
    if not (there / FOLDS).exists():
        return ALL
    return _folds(there).get(sha256(text.encode()).hexdigest(), NONE)


def weights(lang: str, name: str, fold: str) -> dict[str, Any]:
    """A table of weights, that of a fold learnt from the articles of the others. Raises OSError where it is missing."""
    there = folder()
    if there is None or fold == NONE:
        return words(lang, f"weights/{name}")
    return dict(yaml.safe_load((there / fold / f"{name}.yaml").read_text(encoding="utf-8")))


@cache
def _folds(there: Path) -> dict[str, str]:
    """The fold of each text, by its digest."""
    return dict(json.loads((there / FOLDS).read_text(encoding="utf-8")))
