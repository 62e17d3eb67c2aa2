"""Front matter: the one parser of an article's head, for whoever reads, checks or imports articles."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from .desk.checked import Plain, out_of_bounds

FENCED = re.compile(r"\ufeff?(?:\s*\n)?---[ \t]*\r?\n(?P<head>.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE | re.DOTALL)
PLAIN = re.compile(r"(?P<key>[A-Za-z][\w-]*):[ \t]*(?P<value>.*)")
#: what goes on with a line before, in a head whose keys stand plainly
MORE = re.compile(r"(?: {4,}|\t)(?P<value>\S.*)")
#: where YAML ends a line
BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
#: how the heads of other programs begin, which are not read here
FOREIGN = {"+++": "TOML (+++)", "{": "JSON ({)"}
#: fields of words, and how a comment begins in them that is more likely a part of the words: "Rank #1"
WORDED = frozenset({"title", "author", "authors", "source", "location", "tags"})
NEAR = re.compile(r"[ \t]#")
YES, NO = frozenset({"true", "yes", "on", "1"}), frozenset({"false", "no", "off", "0"})

#: as many files are parsed once, as long as they stay the same
KEPT = 20_000


class WordLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # libyaml's reader is many times as fast
    """YAML of which each value is the words as they were written: no "No", no "1.10", no date becomes anything else."""


class SlowWordLoader(yaml.SafeLoader):
    """The same by Python's reader, which says more of what is wrong."""


for _loader in (WordLoader, SlowWordLoader):
    _loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in rules if tag.endswith(":null")]
        for first, rules in Plain.yaml_implicit_resolvers.items()
    }


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
    then there are no values. ``doubts`` are lines on which YAML may have left out what was meant, each with what to do.
    """

    values: Mapping[str, Any]
    lines: Mapping[str, int]
    body: str
    head: str | None = None
    start: int = 0
    first: int = 1
    error: tuple[int, str] | None = None
    doubts: tuple[tuple[int, str], ...] = ()

    @property
    def status(self) -> str:
        """Whether the article is to be published, as Pelican calls it; drafts as Hugo and Jekyll write them are drafts."""
        draft = _said(self.values.get("draft")) in YES or _said(self.values.get("published")) in NO
        return "draft" if draft else _said(self.values.get("status")) or "published"


#: that of a text which has none
NONE = FrontMatter({}, {}, "")


def _said(value: object) -> str:
    return "" if value is None else str(value).strip().lower()


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
    doubts: tuple[tuple[int, str], ...] = ()
    try:
        root, found = _load(head)
        values = {str(key).lower(): value for key, value in found.items()}
        doubts = tuple((first + line, says) for line, says in _comments(root, head))
    except BadYaml as bad:
        error = first + bad.line - 1, str(bad)
    return FrontMatter(values, lines, text[fenced.end() :], head, start, first, error, doubts)


def _load(head: str) -> tuple[yaml.MappingNode, dict[object, Any]]:
    """The nodes of a head, and its values by their keys as they are written. Raises BadYaml."""
    try:
        try:
            return _load_with(head, WordLoader)
        except yaml.YAMLError:
            return _load_with(head, SlowWordLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        why = getattr(error, "problem", None) or str(error).split("\n")[0]
        says = f"front matter is not valid YAML ({why}): a value with ': ' or a quote needs quotes"
        raise BadYaml(mark.line + 1 if mark else 1, says) from error


def _load_with(head: str, loader: Any) -> tuple[yaml.MappingNode, dict[object, Any]]:
    if beyond := out_of_bounds(head, loader):
        raise BadYaml(*beyond)
    reader = loader(head)
    try:
        root = reader.get_single_node()
        if not isinstance(root, yaml.MappingNode):
            raise BadYaml(1, "front matter is not a list of 'key: value' lines")
        for line, key in _repeated(root):
            raise BadYaml(line + 1, f"{key} stands here twice: keep one of the two")
        _write_out_tags(root, head)
        return root, reader.construct_document(root)
    finally:
        reader.dispose()


def _repeated(node: yaml.Node) -> Iterator[tuple[int, str]]:
    """Keys that stand in one mapping a second time, in whatever case, each with its line (from 0)."""
    seen: set[str] = set()
    for part in node.value if isinstance(node, yaml.CollectionNode) else ():
        key, value = part if isinstance(part, tuple) else (None, part)
        if isinstance(key, yaml.ScalarNode):
            if key.value.lower() in seen:
                yield key.start_mark.line, key.value
            seen.add(key.value.lower())
        yield from _repeated(value)


def _write_out_tags(root: yaml.MappingNode, head: str) -> None:
    """Make words again of tags that YAML takes for a key with its value: "Crime: local"."""
    rows = BREAK.split(head)
    for key, value in root.value:
        if str(key.value).lower() == "tags" and isinstance(value, yaml.SequenceNode):
            value.value = [_written(tag, rows) or tag for tag in value.value]


def _written(tag: yaml.Node, rows: list[str]) -> yaml.ScalarNode | None:
    """A tag of two words with a colon as one, if it stands on one line; None for any other."""
    if not isinstance(tag, yaml.MappingNode) or len(tag.value) != 1:
        return None
    [(key, value)] = tag.value
    if not isinstance(value, yaml.ScalarNode) or value.style or key.start_mark.line != value.end_mark.line:
        return None
    words = rows[key.start_mark.line][key.start_mark.column : value.end_mark.column]
    return yaml.ScalarNode("tag:yaml.org,2002:str", words.strip(), key.start_mark, value.end_mark)


def _comments(root: yaml.MappingNode, head: str) -> Iterator[tuple[int, str]]:
    """Fields that hold words, and end at a comment on their own line, each with its line (from 0)."""
    rows = BREAK.split(head)
    for key, value in root.value:
        name = str(key.value).lower()
        for one in value.value if isinstance(value, yaml.SequenceNode) else [value]:
            rest = rows[one.end_mark.line][one.end_mark.column :] if one.end_mark.line < len(rows) else ""
            if name in WORDED and isinstance(one, yaml.ScalarNode) and not one.style and NEAR.match(rest):
                says = f"{name} ends before {rest.strip()!r}, a comment to YAML: put the whole value in quotes"
                yield one.end_mark.line, says


def _parse_plain(text: str) -> FrontMatter:
    values: dict[str, str] = {}
    lines: dict[str, int] = {}
    last, error = "", None
    rows = text.removeprefix("\ufeff").split("\n")
    if other := FOREIGN.get(rows[0].strip()):
        says = f"a head of {other} is not read here: write it as YAML between lines of ---"
        return FrontMatter({}, {}, text, error=(1, says))
    for number, row in enumerate(rows, 1):
        if last and (more := MORE.fullmatch(row.rstrip())):
            values[last] += f"{', ' if last in {'tags', 'authors'} else ' '}{more['value']}"
            continue
        found = PLAIN.fullmatch(row.rstrip())
        if not found:
            return FrontMatter(values, lines, "\n".join(rows[number - 1 :]), error=error)
        last = found["key"].lower()
        if last in values:
            error = error or (number, f"{found['key']} stands here twice: keep one of the two")
        values[last], lines[last] = found["value"], number
    return FrontMatter(values, lines, "", error=error)


def parse_file(path: Path) -> FrontMatter:
    """The front matter of a file, which is read once as long as its size and time are the same. Raises OSError,
    UnicodeDecodeError."""
    at = os.stat(path)
    return _parse_file(path, at.st_size, at.st_mtime_ns)


@lru_cache(KEPT)
def _parse_file(path: Path, size: int, time: int) -> FrontMatter:
    return parse(path.read_text(encoding="utf-8-sig"))
