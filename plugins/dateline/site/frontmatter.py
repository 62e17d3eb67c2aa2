"""Front matter: what is wrong with an article's head, said with file and line before Pelican reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from dateutil import parser as dates
from pelican.contents import Article

from ..desk.checked import Plain, checked, out_of_bounds
from .addresses import OF_ARTICLES, is_slug
from .rights import TEXTS

FENCED = re.compile(r"\s*?^---[ \t]*$\n(?P<head>.*?)^(?:---|\.\.\.)[ \t]*$", re.MULTILINE | re.DOTALL)
PLAIN = re.compile(r"(?P<key>[A-Za-z][\w-]*):[ \t]*(?P<value>.*)")
#: bytes of the largest file that is read: 5 million characters have no more
LARGEST = 20_000_000
REQUIRED = ("title", "date")
#: keys that hold a date, and what to call it
DATES = {"date": "date", "modified": "date modified"}
#: what Pelican has of its own beside an article's front matter, which would be written over
PELICANS = frozenset(dir(Article)) - {"url", "save_as", "status", "summary"} | {
    "settings",
    "metadata",
    "timezone",
    "date_format",
}
#: keys that hold one text, and what to write
TEXTUAL = {"lang": "one language, such as en", "summary": "a text"}
STATUSES = ("published", "draft", "hidden", "skip")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a file, on which line (from 1), and what to do about it."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


def check(path: Path, name: str, required: Sequence[str] = REQUIRED) -> list[Problem]:
    """What is wrong with the head of this article; ``name`` is what to call the file, ``required`` what it has to say."""
    if path.stat().st_size > LARGEST:
        return [Problem(name, 1, "longer than 5 million characters: cut it into articles")]
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        return [Problem(name, 1, f"not UTF-8 (byte {error.start}): save the file as UTF-8")]
    found = FENCED.match(text)
    return _fenced(found, text, name, required) if found else _plain(text, name, required)


def _fenced(found: re.Match[str], text: str, name: str, required: Sequence[str]) -> list[Problem]:
    first = text[: found.start("head")].count("\n") + 1
    try:
        if beyond := out_of_bounds(found["head"]):
            return [Problem(name, first + beyond[0] - 1, beyond[1])]
        head = yaml.safe_load(found["head"])
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = first + mark.line if mark else first
        return [
            Problem(name, line, f"front matter is not valid YAML ({_why(error)}): a value with ': ' or a quote needs quotes")
        ]
    except ValueError as error:
        return [Problem(name, first, f"a date in the front matter is none of the calendar's ({error})")]
    if not isinstance(head, dict):
        return [Problem(name, first, "front matter is not a list of 'key: value' lines")]
    lines = {m["key"].lower(): first + n for n, row in enumerate(found["head"].split("\n")) if (m := PLAIN.match(row))}
    values = {str(k).lower(): v for k, v in head.items()}
    return [*_values(values, lines, name, required), *_events(found["head"], values.get("events"), first, name)]


def _events(head: str, events: Any, first: int, name: str) -> list[Problem]:
    """What is wrong with the events that a head adds, replaces or hides."""
    if events is None:
        return []
    root, data = yaml.compose(head, Loader=Plain), yaml.load(head, Loader=Plain)
    if not isinstance(root, yaml.MappingNode):
        return []
    key, node = next((key.value, value) for key, value in reversed(root.value) if str(key.value).lower() == "events")
    return [Problem(name, first - 1 + line, message) for line, message in checked(node, data[key], "notes")[1]]


def _plain(text: str, name: str, required: Sequence[str]) -> list[Problem]:
    head: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for number, row in enumerate(text.split("\n"), 1):
        found = PLAIN.fullmatch(row.rstrip())
        if not found:
            break
        head[found["key"].lower()], lines[found["key"].lower()] = found["value"], number
    return _values(head, lines, name, required)


def _values(head: dict[str, Any], lines: dict[str, int], name: str, required: Sequence[str]) -> list[Problem]:
    example = {"title": "title: What happened", "date": "date: 2020-05-08"}
    missing = [k for k in required if head.get(k) in (None, "")]
    problems = [Problem(name, lines.get(k, 1), f"no {k}: add a line '{example[k]}' to the front matter") for k in missing]
    for key, words in DATES.items():
        if head.get(key) not in (None, "" if key in REQUIRED else None) and not _readable(head[key]):
            says = f"the {words} {str(head[key])!r} cannot be read: write it as 2020-05-08"
            problems.append(Problem(name, lines.get(key, 1), says))
    publish = head.get("publish")
    if publish not in (None, "", False) and str(publish) not in TEXTS:
        says = f"publish is {str(publish)!r}: write one of {', '.join(TEXTS)}"
        problems.append(Problem(name, lines.get("publish", 1), says))
    own = (*_slug(head.get("slug"), lines.get("slug", 1), name), *_words(head, lines, name)) if required else ()
    return [*problems, *own]


def _words(head: dict[str, Any], lines: dict[str, int], name: str) -> Iterator[Problem]:
    """What Pelican could not read, and would leave out by itself, even in a strict build; keys that would take its place."""
    for key in head:
        if key in PELICANS or key.startswith("_"):
            yield Problem(name, lines.get(key, 1), f"no key can be called {key!r}, which is Pelican's own: take it out")
    for key, what in TEXTUAL.items():
        if isinstance(head.get(key), (list, dict)):
            yield Problem(name, lines.get(key, 1), f"{key} is {head[key]!r}: write {what}")
    status = head.get("status")
    if status not in (None, "") and str(status).lower() not in STATUSES:
        yield Problem(name, lines.get("status", 1), f"status is {str(status)!r}: write one of {', '.join(STATUSES)}")


def _slug(slug: object, line: int, name: str) -> list[Problem]:
    """What is wrong with the address that a head asks for."""
    if slug in (None, "") or (is_slug(str(slug)) and str(slug) not in OF_ARTICLES):
        return []
    return [Problem(name, line, f"the slug {str(slug)!r} makes no address: write it with small letters, figures and hyphens")]


def _readable(value: Any) -> bool:
    try:
        dates.parse(str(value).strip().replace("_", " "))
    except (ValueError, OverflowError):
        return False
    return True


def _why(error: yaml.YAMLError) -> str:
    return getattr(error, "problem", None) or str(error).split("\n")[0]
