"""The editors' desk: what they know of actors beforehand (``content/desk/actors.yaml``); it wins over what is guessed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from .model import Known

KEYS = tuple(f.name for f in fields(Known))
KINDS = ("person", "organisation", "place", "group", "thing")


def actors(path: Path) -> tuple[tuple[Known, ...], tuple[str, ...]]:
    """The actors in a file, and what is wrong with it, a line each with file, line number and what to do.

    An entry that is wrong is left out. A file that is not there is an empty desk.
    """
    if not path.exists():
        return (), ()
    try:
        text = path.read_text(encoding="utf-8")
        root, data = yaml.compose(text, Loader=yaml.SafeLoader), yaml.safe_load(text) or []
    except UnicodeDecodeError:
        return (), (f"{path}:1: not UTF-8: save it as UTF-8",)
    except yaml.YAMLError as error:
        line = error.problem_mark.line + 1 if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark else 1
        return (), (f"{path}:{line}: no YAML: {getattr(error, 'problem', error)}",)
    if not isinstance(data, list):
        return (), (f"{path}:1: give a list of actors, each beginning with '- name: …'",)
    lines = [node.start_mark.line + 1 for node in root.value] if root is not None else []
    checked = [(line, entry, next(_wrong(entry), None)) for line, entry in zip(lines, data, strict=True)]
    known = (Known(**{**entry, "aliases": tuple(entry.get("aliases", ()))}) for _, entry, wrong in checked if not wrong)
    return tuple(known), tuple(f"{path}:{line}: {wrong}" for line, _, wrong in checked if wrong)


def _wrong(entry: Any) -> Iterator[str]:
    """What is wrong with an entry, and what to do."""
    if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
        yield "an actor needs a name: write '- name: …'"
        return
    for key, value in entry.items():
        if key not in KEYS:
            near = get_close_matches(str(key), KEYS, 1)
            yield f"unknown key {key!r}" + (f": did you mean {near[0]!r}?" if near else f": use {', '.join(KEYS)}")
        elif key == "aliases" and not (isinstance(value, list) and all(isinstance(v, str) for v in value)):
            yield "aliases: give a list of names, such as [Putin, V. Putin]"
        elif key != "aliases" and not isinstance(value, str):
            yield f"{key}: give text, not {value!r}"
    if entry.get("kind", "person") not in KINDS:
        yield f"kind is {entry['kind']!r}: use one of {', '.join(KINDS)}"
