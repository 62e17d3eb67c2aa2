"""The kinds of event: one YAML file each in ``types/``, with its label, tone and the words that tell it."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "types"
KEYS = ("label", "plural", "tone", "triggers")
TONES = ("cooperative", "hostile", "neutral")


class SchemaError(ValueError):
    """A YAML of an event type that cannot be used; the message names file and key."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event. ``tone`` is cooperative, hostile or neutral; ``triggers`` are lemmas of verbs by language."""

    id: str
    label: str
    plural: str
    tone: str
    triggers: dict[str, tuple[str, ...]]


@cache
def kinds() -> dict[str, Kind]:
    """All kinds of event by id, in alphabetical order. Raises SchemaError."""
    return {path.stem: read(path) for path in sorted(FOLDER.glob("*.yaml"))}


@cache
def triggers(lang: str) -> dict[str, str]:
    """From the lemma of a verb to the kind of event it tells. Raises SchemaError where two kinds claim one verb."""
    owner: dict[str, str] = {}
    for kind in kinds().values():
        for verb in kind.triggers.get(lang, ()):
            if verb in owner:
                raise SchemaError(f"events/types/{kind.id}.yaml: {verb!r} is already a trigger of {owner[verb]}")
            owner[verb] = kind.id
    return owner


def read(path: Path) -> Kind:
    """The kind of event in this file. Raises SchemaError."""
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    for key in data:
        if key not in KEYS:
            near = get_close_matches(key, KEYS, 1)
            raise SchemaError(f"{path}: unknown key {key!r}" + (f", did you mean {near[0]!r}?" if near else ""))
    if missing := [key for key in KEYS if key not in data]:
        raise SchemaError(f"{path}: missing {', '.join(missing)}")
    if data["tone"] not in TONES:
        raise SchemaError(f"{path}: tone is {data['tone']!r}, not one of {', '.join(TONES)}")
    by_language = {lang: tuple(verbs) for lang, verbs in data["triggers"].items()}
    return Kind(path.stem, data["label"], data["plural"], data["tone"], by_language)
