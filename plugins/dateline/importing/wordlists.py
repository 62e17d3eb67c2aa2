"""The lists of ``words.yaml``: what pages write beside an article and of those who wrote it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def wordlist(part: str, name: str = "") -> tuple[str, ...]:
    """The words of a list, as they are written there."""
    found: Any = _read()[part]
    return tuple(found[name] if name else found)


def choice(words: tuple[str, ...]) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=len, reverse=True))


@cache
def _read() -> dict[str, Any]:
    return dict(yaml.safe_load(Path(__file__).with_name("words.yaml").read_text(encoding="utf-8")))
