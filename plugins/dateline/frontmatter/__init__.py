"""Front matter: the one parser of an article's head, for whoever reads, checks or imports articles."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from .verbatim import BadYaml, comments, load

#: files that have a head: Markdown, as Pelican knows it
ENDINGS = (".md", ".markdown", ".mkd", ".mdown")
FENCED = re.compile(r"\ufeff?(?:\s*\n)?---[ \t]*\r?\n(?P<head>.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE | re.DOTALL)
PLAIN = re.compile(r"(?P<key>[A-Za-z][\w-]*):[ \t]*(?P<value>.*)")
#: what goes on with a line before, in a head whose keys stand plainly
MORE = re.compile(r"(?: {4,}|\t)(?P<value>\S.*)")
#: how the heads of other programs begin, which are not read here
FOREIGN = {"+++": "TOML (+++)", "{": "JSON ({)"}
#: a line above a head, also as a word processor writes it
FENCE = re.compile("-{3,}|[\u2013\u2014]{1,3}-?")
#: fields of words
WORDED = frozenset({"title", "author", "authors", "source", "location", "tags"})
YES, NO = frozenset({"true", "yes", "on", "1"}), frozenset({"false", "no", "off", "0"})

#: as many files are parsed once, as long as they stay the same
KEPT = 20_000


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

    def line(self, *keys: str) -> int:
        """The line of the first of these keys that is there; 1 where none is."""
        return next((self.lines[key] for key in keys if key in self.lines), 1)

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
    found = _parse_fenced(text, fenced) if fenced else _parse_plain(text)
    return replace(found, values={key: _squeezed(key, value) for key, value in found.values.items()})


def _squeezed(key: str, value: Any) -> Any:
    """A value without space around it; words that belong on one line are parted by one space."""
    if isinstance(value, list):
        return [_squeezed(key, one) for one in value]
    if not isinstance(value, str):
        return value
    return " ".join(value.split()) if key in WORDED else value.strip()


def _parse_fenced(text: str, fenced: re.Match[str]) -> FrontMatter:
    head, start = fenced["head"], fenced.start("head")
    first = text.count("\n", 0, start) + 1
    lines = {m["key"].lower(): first + n for n, row in enumerate(head.split("\n")) if (m := PLAIN.match(row))}
    values: Mapping[str, Any] = {}
    error = None
    doubts: tuple[tuple[int, str], ...] = ()
    try:
        root, found = load(head)
        values = {str(key).lower(): value for key, value in found.items()}
        doubts = tuple((first + line, says) for line, says in comments(root, head, WORDED))
    except BadYaml as bad:
        error = first + bad.line - 1, str(bad)
    return FrontMatter(values, lines, text[fenced.end() :], head, start, first, error, doubts)


def _parse_plain(text: str) -> FrontMatter:
    values: dict[str, str] = {}
    lines: dict[str, int] = {}
    last, error = "", None
    rows = text.removeprefix("\ufeff").split("\n")
    begins, top = next(((n, row.strip()) for n, row in enumerate(rows, 1) if row.strip()), (1, ""))
    if says := _unread(top):
        return FrontMatter({}, {}, text, error=(begins, says))
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


def _unread(top: str) -> str:
    """Why a head that begins with this line is not read; empty where nothing says so."""
    if other := next((name for sign, name in FOREIGN.items() if top.startswith(sign)), ""):
        return f"a head of {other} is not read here: write it as YAML between lines of ---"
    return "the head has no end: put it between two lines of --- alone" if FENCE.fullmatch(top) else ""


def parse_file(path: Path) -> FrontMatter:
    """The front matter of a file, which is read once as long as its size and time are the same. Raises OSError,
    UnicodeDecodeError."""
    at = os.stat(path)
    return _parse_file(path, at.st_size, at.st_mtime_ns)


@lru_cache(KEPT)
def _parse_file(path: Path, size: int, time: int) -> FrontMatter:
    return parse(path.read_text(encoding="utf-8-sig"))
