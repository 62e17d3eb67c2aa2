"""The kinds of event: one YAML file each in ``types/``, with its label, tone and the words that tell it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from .triggers import Frame, Triggers

FOLDER = Path(__file__).parent / "types"
KEYS = ("label", "plural", "tone", "triggers")
TONES = ("cooperative", "hostile", "neutral")
#: ways in which words tell an event: verbs by themselves, nouns, verbs with a certain object, those of them whose subject is
#: the one to whom it is done ("came under attack"), and verbs with a certain subject ("shares fell")
WAYS = ("verbs", "nouns", "frames", "undergone", "subjects")


class SchemaError(ValueError):
    """A YAML of an event type that cannot be used; the message names file and key."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event. ``tone`` is cooperative, hostile or neutral; ``triggers`` are lemmas by language and way (WAYS)."""

    id: str
    label: str
    plural: str
    tone: str
    triggers: dict[str, dict[str, tuple[str, ...]]]


@cache
def kinds() -> dict[str, Kind]:
    """All kinds of event by id, in alphabetical order. Raises SchemaError."""
    return {path.stem: read(path) for path in sorted(FOLDER.glob("*.yaml"))}


@cache
def triggers(lang: str) -> Triggers:
    """The words of a language that tell events. Raises SchemaError where two kinds claim one verb or noun."""
    return Triggers(_owners(lang, "verbs"), _owners(lang, "nouns"), tuple(_frames(lang)))


def _owners(lang: str, way: str) -> dict[str, str]:
    owner: dict[str, str] = {}
    for kind in kinds().values():
        for word in kind.triggers.get(lang, {}).get(way, ()):
            if word in owner:
                raise SchemaError(f"events/types/{kind.id}.yaml: {word!r} is already among the {way} of {owner[word]}")
            owner[word] = kind.id
    return owner


def _frames(lang: str) -> Iterator[Frame]:
    for kind in kinds().values():
        for way in ("frames", "undergone", "subjects"):
            for line in kind.triggers.get(lang, {}).get(way, ()):
                verbs, plus, nouns = line.partition("+")
                if not plus:
                    raise SchemaError(f"events/types/{kind.id}.yaml: frame {line!r} has no + between its verbs and its nouns")
                yield Frame(kind.id, frozenset(_words(verbs)), frozenset(_words(nouns)), way)


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",")]


def read(path: Path) -> Kind:
    """The kind of event in this file. Raises SchemaError."""
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    _check(path, data, KEYS)
    if missing := [key for key in KEYS if key not in data]:
        raise SchemaError(f"{path}: missing {', '.join(missing)}")
    if data["tone"] not in TONES:
        raise SchemaError(f"{path}: tone is {data['tone']!r}, not one of {', '.join(TONES)}")
    for said in data["triggers"].values():
        _check(path, said, WAYS)
    by_language = {lang: {way: tuple(words) for way, words in said.items()} for lang, said in data["triggers"].items()}
    return Kind(path.stem, data["label"], data["plural"], data["tone"], by_language)


def _check(path: Path, data: dict[str, Any], allowed: tuple[str, ...]) -> None:
    for key in data:
        if key not in allowed:
            near = get_close_matches(key, allowed, 1)
            raise SchemaError(f"{path}: unknown key {key!r}" + (f", did you mean {near[0]!r}?" if near else ""))
