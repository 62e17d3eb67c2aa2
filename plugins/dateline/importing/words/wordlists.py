"""Lists of words beside the code, in YAML; those of ``words.yaml`` are what pages write of an article and its authors."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def wordlist(part: str, name: str = "") -> tuple[str, ...]:
    """The words of a list, as they are written there."""
    found: Any = lists("words")[part]
    return tuple(found[name] if name else found)


def choice(words: tuple[str, ...]) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=len, reverse=True))


@cache
def lists(name: str) -> dict[str, Any]:
    """What the file ``name.yaml`` holds."""
    return dict(yaml.safe_load(Path(__file__).with_name(f"{name}.yaml").read_text(encoding="utf-8")))
