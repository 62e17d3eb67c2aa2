"""YAML of the desk, checked against a JSON Schema: every wrong entry is named with file, line and what to do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from ..model.edited import is_date

SCHEMAS = Path(__file__).parent / "schemas"
TYPES = {"string": "text", "array": "a list", "object": "keys with values", "boolean": "true or false"}
#: lists and keys within each other
DEEPEST = 20

Entry = tuple[Any, int, Any]


class Plain(yaml.SafeLoader):
    """YAML in which only true, false and null are not text: no "on", no "NO", no date that is none of the calendar's."""


Plain.yaml_implicit_resolvers = {}
Plain.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), ["t", "f"])
Plain.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:null|~|)$"), ["n", "~", ""])

CHECKER = FormatChecker()


@CHECKER.checks("editors-date")
def _is_date(value: object) -> bool:
    return not isinstance(value, str) or is_date(value)


def entries(path: Path, schema: str) -> tuple[list[Entry], list[str]]:
    """The sound entries of a file as (key, line, value), a key as it is written, and a line for each that is wrong.

    The file holds a list (keys are numbers) or a mapping, as the schema says. One that is not there holds nothing.
    """
    if not path.exists():
        return [], []
    try:
        text = path.read_text(encoding="utf-8")
        if beyond := out_of_bounds(text):
            return [], [f"{path}:{beyond[0]}: {beyond[1]}"]
        root, data = yaml.compose(text, Loader=Plain), yaml.load(text, Loader=Plain)
    except UnicodeDecodeError:
        return [], [f"{path}:1: not UTF-8: save it as UTF-8"]
    except yaml.YAMLError as error:
        line = error.problem_mark.line + 1 if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark else 1
        return [], [f"{path}:{line}: no YAML: {getattr(error, 'problem', error)}"]
    if data is None or root is None:
        return [], []
    found, wrong = checked(root, data, schema)
    return found, [f"{path}:{line}: {said}" for line, said in wrong]


def out_of_bounds(text: str, loader: Any = Plain) -> tuple[int, str] | None:
    """The line (from 1) at which YAML goes beyond what is read here, and how; looks no further than that. Raises YAMLError.

    An alias can stand for as much as one likes (ten lines for a billion values), depth is memory, and a tag on what is not of
    its kind raises whatever it likes. What an alias would stand for is a word that somebody wrote without quotes ("&c").
    """
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if name := getattr(event, "anchor", None):
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            return line, f"YAML aliases ({sign}{name}) are not read here: put the value in quotes, or write it out"
        if tag := getattr(event, "tag", None):
            return line, f"YAML tags ({tag.replace('tag:yaml.org,2002:', '!!')}) are not read here: write the value alone"
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            return line, f"more than {DEEPEST} lists or keys within each other"
    return None


def checked(root: yaml.Node, data: Any, schema: str) -> tuple[list[Entry], list[tuple[int, str]]]:
    """The sound entries of YAML that is a list or mapping, as the schema says, and what is wrong with the others, by line."""
    rules = _schema(schema)
    wanted = dict if rules["type"] == "object" else list
    if not isinstance(data, wanted):
        return [], [(root.start_mark.line + 1, rules["description"])]
    found: list[Entry] = []
    wrong: list[tuple[int, str]] = []
    validator = Draft202012Validator(rules["additionalProperties" if wanted is dict else "items"], format_checker=CHECKER)
    seen: set[str] = set()
    for number, (at, inside) in enumerate(_nodes(root)):
        key = at.value if isinstance(data, dict) else number
        if isinstance(data, dict) and (key in seen or key not in data):
            wrong.append((at.start_mark.line + 1, f"{key} stands here twice: put the two together"))
            continue
        seen.add(str(key))
        value = data[key]
        errors = validator.iter_errors(_plain(value))
        error = min(errors, key=lambda e: (list(map(str, e.path)), e.message), default=None)
        if error is None:
            found.append((key, at.start_mark.line + 1, value))
        else:
            wrong.append((_line(inside, error, at), _said(error)))
    return found, wrong


def _nodes(root: yaml.Node) -> list[tuple[yaml.Node, yaml.Node]]:
    if isinstance(root, yaml.MappingNode):
        return list(root.value)
    return [(node, node) for node in root.value]


def _line(node: yaml.Node, error: ValidationError, entry: yaml.Node) -> int:
    """The line of the key that is wrong, where the entry has it; else that of the entry."""
    wanted = next(iter(error.path), None) or next(iter(_unknown(error)), None)
    if isinstance(node, yaml.MappingNode):
        for key, _ in node.value:
            if key.value == wanted:
                return int(key.start_mark.line) + 1
    return int(entry.start_mark.line) + 1


def _said(error: ValidationError) -> str:
    """What is wrong and what to do, in words for the editor."""
    where = f"{'.'.join(str(p) for p in error.path if isinstance(p, str))}: " if error.path else ""
    if unknown := next(iter(_unknown(error)), None):
        allowed = sorted(error.schema["properties"])
        near = get_close_matches(unknown, allowed, 1)
        return f"{where}unknown key {unknown!r}" + (f": did you mean {near[0]!r}?" if near else f": use {', '.join(allowed)}")
    if error.validator == "enum":
        return f"{where.removesuffix(': ')} is {error.instance!r}: use one of {', '.join(error.validator_value)}"
    if said := error.schema.get("description"):
        return f"{where}{said}"
    if error.validator == "type":
        return f"{where}give {TYPES.get(str(error.validator_value), error.validator_value)}, not {error.instance!r}"
    return f"{where}{error.message}"


def _unknown(error: ValidationError) -> Iterator[str]:
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        yield from sorted(str(k) for k in error.instance if k not in error.schema["properties"])


def _plain(value: Any) -> Any:
    """A value as JSON knows it: a date as its text, keys as text."""
    if isinstance(value, dict):
        return {str(key): _plain(v) for key, v in value.items()}
    if isinstance(value, list):
        return [_plain(v) for v in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)


@cache
def _schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    return found
