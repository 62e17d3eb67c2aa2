"""Folds: to measure the judge, each article is read with weights that were not learnt from it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from .lang import HERE, words

#: the fold of an article that no fold has: the language's own weights read it
NONE = ""
FOLDS = "folds.json"


def folder() -> Path | None:
    """The folder in DATELINE_WEIGHTS, as training writes it: ``folds.json``, and for each fold what the others taught."""
    found = os.environ.get("DATELINE_WEIGHTS")
    return Path(found) if found else None


def fold(text: str) -> str:
    """The fold of an article by its text."""
    there = folder()
    if there is None:
        return NONE
    return _folds(there).get(sha256(text.encode()).hexdigest(), NONE)


def common(texts: Iterable[str]) -> str:
    """The fold of all articles that are read together, where they have one."""
    if folder() is None:
        return NONE
    found = {fold(text) for text in texts}
    return found.pop() if len(found) == 1 else NONE


def weights(lang: str, name: str, fold: str) -> dict[str, Any]:
    """A table of weights, that of a fold learnt from the articles of the others. Raises OSError where it is missing."""
    there = folder()
    if there is None or fold == NONE:
        return words(lang, f"weights/{name}")
    return dict(yaml.safe_load((there / fold / f"{name}.yaml").read_text(encoding="utf-8")))


def encoder(lang: str, fold: str) -> Path:
    """The folder of the encoder that reads a fold."""
    there = folder()
    return HERE / lang / "encoder" if there is None or fold == NONE else there / fold / "encoder"


@cache
def _folds(there: Path) -> dict[str, str]:
    """The fold of each text, by its digest."""
    return dict(json.loads((there / FOLDS).read_text(encoding="utf-8")))
