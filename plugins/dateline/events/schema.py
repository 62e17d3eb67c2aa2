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
KEYS = ("label", "plural", "tone", "colour", "shape", "act", "roles", "caption", "triggers")
#: what a key may be, where it may not be anything
ALLOWED = {
    "tone": ("cooperative", "hostile", "neutral"),
    "colour": ("green", "teal", "blue", "violet", "red", "rust", "amber", "grey"),
    "shape": ("circle", "ring", "square", "diamond", "triangle", "cross", "star", "bar"),
    "act": ("verbal", "material"),
}
#: ways in which words tell an event: verbs by themselves, nouns, verbs with a certain object, those of them whose subject is
#: the one to whom it is done ("came under attack"), verbs with a certain subject ("shares fell"), and which of these words
#: tell in what manner it is done ("phoned")
WAYS = ("verbs", "nouns", "frames", "undergone", "subjects", "modes")


class SchemaError(ValueError):
    """A YAML of an event type that cannot be used; the message names file and key."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event, as its YAML has it.

    ``tone`` says how those who take part stand to each other, ``act`` whether it is words or deeds (PLOVER's quadrants are the
    two together); ``colour`` and ``shape`` are names that the theme knows; ``roles`` says in words what source and target do;
    ``caption`` tells an event of this kind by its {source} and {target}; ``triggers`` are lemmas by language and way (WAYS).
    """

    id: str
    label: str
    plural: str
    tone: str
    colour: str
    shape: str
    act: str
    roles: dict[str, str]
    caption: str
    triggers: dict[str, dict[str, Any]]


@cache
def kinds() -> dict[str, Kind]:
    """All kinds of event by id, in alphabetical order. Raises SchemaError."""
    return {path.stem: read(path) for path in sorted(FOLDER.glob("*.yaml"))}


@cache
def triggers(lang: str) -> Triggers:
    """The words of a language that tell events. Raises SchemaError where two kinds claim one verb or noun."""
    return Triggers(_owners(lang, "verbs"), _owners(lang, "nouns"), tuple(_frames(lang)), _modes(lang))


def _modes(lang: str) -> dict[tuple[str, str], str]:
    """The manner of an act by its kind and words."""
    return {
        (kind.id, word): mode
        for kind in kinds().values()
        for mode, words in kind.triggers.get(lang, {}).get("modes", {}).items()
        for word in words
    }


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
    for key, allowed in ALLOWED.items():
        if data[key] not in allowed:
            raise SchemaError(f"{path}: {key} is {data[key]!r}, not one of {', '.join(allowed)}")
    for said in data["triggers"].values():
        _check(path, said, WAYS)
    return Kind(path.stem, **data)


def _check(path: Path, data: dict[str, Any], allowed: tuple[str, ...]) -> None:
    for key in data:
        if key not in allowed:
            near = get_close_matches(key, allowed, 1)
            raise SchemaError(f"{path}: unknown key {key!r}" + (f", did you mean {near[0]!r}?" if near else ""))
