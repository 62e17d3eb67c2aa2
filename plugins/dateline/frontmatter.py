"""Front matter: the one parser of an article's head, for whoever reads, checks or imports articles."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from .desk.checked import out_of_bounds

FENCED = re.compile(r"\ufeff?(?:\s*\n)?---[ \t]*\r?\n(?P<head>.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE | re.DOTALL)
PLAIN = re.compile(r"(?P<key>[A-Za-z][\w-]*):[ \t]*(?P<value>.*)")
#: libyaml's reader where there is one, which is many times as fast
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

#: as many files are parsed once, as long as they stay the same
KEPT = 20_000


class BadYaml(ValueError):
    """A head cannot be read; ``line`` counts from 1 in the head."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The head of an article. ``values`` are by keys in lower case; ``lines`` says on which line of the file (from 1) each is.

    ``head`` is the YAML between its fences, which stands at ``start`` in the text, on line ``first``; None where keys stand
    plainly, one a line. ``body`` is the text below. ``error`` is what is wrong with a head that cannot be read, with its line;
    then there are no values.
    """

    values: Mapping[str, Any]
    lines: Mapping[str, int]
    body: str
    head: str | None = None
    start: int = 0
    first: int = 1
    error: tuple[int, str] | None = None


def parse(text: str) -> FrontMatter:
    """The front matter of an article's text."""
    fenced = FENCED.match(text)
    if not fenced:
        return _parse_plain(text)
    head, start = fenced["head"], fenced.start("head")
    first = text.count("\n", 0, start) + 1
    lines = {m["key"].lower(): first + n for n, row in enumerate(head.split("\n")) if (m := PLAIN.match(row))}
    values: Mapping[str, Any] = {}
    error = None
    try:
        values = {str(key).lower(): value for key, value in _load(head).items()}
    except BadYaml as bad:
        error = first + bad.line - 1, str(bad)
    return FrontMatter(values, lines, text[fenced.end() :], head, start, first, error)


def _load(head: str) -> dict[object, Any]:
    """The values of a head by their keys as they are written. Raises BadYaml."""
    try:
        try:
            return _load_with(head, LOADER)
        except yaml.YAMLError:
            return _load_with(head, yaml.SafeLoader)  # which says more of what is wrong
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        why = getattr(error, "problem", None) or str(error).split("\n")[0]
        says = f"front matter is not valid YAML ({why}): a value with ': ' or a quote needs quotes"
        raise BadYaml(mark.line + 1 if mark else 1, says) from error


def _load_with(head: str, loader: Any) -> dict[object, Any]:
    if beyond := out_of_bounds(head, loader):
        raise BadYaml(*beyond)
    try:
        found = yaml.load(head, Loader=loader)
    except ValueError as error:
        raise BadYaml(1, f"a date in the front matter is none of the calendar's ({error})") from error
    if not isinstance(found, dict):
        raise BadYaml(1, "front matter is not a list of 'key: value' lines")
    return found


def _parse_plain(text: str) -> FrontMatter:
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    rows = text.removeprefix("\ufeff").split("\n")
    for number, row in enumerate(rows, 1):
        found = PLAIN.fullmatch(row.rstrip())
        if not found:
            return FrontMatter(values, lines, "\n".join(rows[number - 1 :]))
        values[found["key"].lower()], lines[found["key"].lower()] = found["value"], number
    return FrontMatter(values, lines, "")


def parse_file(path: Path) -> FrontMatter:
    """The front matter of a file, which is read once as long as its size and time are the same. Raises OSError,
    UnicodeDecodeError."""
    at = os.stat(path)
    return _parse_file(path, at.st_size, at.st_mtime_ns)


@lru_cache(KEPT)
def _parse_file(path: Path, size: int, time: int) -> FrontMatter:
    return parse(path.read_text(encoding="utf-8-sig"))
