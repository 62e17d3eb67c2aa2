"""Problems: what is wrong with an article's front matter, said with file and line before Pelican reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from dateutil import parser as dates
from pelican.contents import Article

from .. import frontmatter
from ..desk.checked import Plain, checked
from ..frontmatter import FrontMatter
from .addresses import OF_ARTICLES, is_slug
from .rights import TEXTS

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
        found = frontmatter.parse_file(path)
    except UnicodeDecodeError as error:
        return [Problem(name, 1, f"not UTF-8 (byte {error.start}): save the file as UTF-8")]
    if found.error:
        return [Problem(name, *found.error)]
    return [*_values(found.values, found.lines, name, required), *_events(found, name)]


def _events(found: FrontMatter, name: str) -> list[Problem]:
    """What is wrong with the events that a head adds, replaces or hides."""
    if found.head is None or found.values.get("events") is None:
        return []
    root, data = yaml.compose(found.head, Loader=Plain), yaml.load(found.head, Loader=Plain)
    assert isinstance(root, yaml.MappingNode)  # as the values are by keys
    key, node = next((key.value, value) for key, value in reversed(root.value) if str(key.value).lower() == "events")
    return [Problem(name, found.first - 1 + line, message) for line, message in checked(node, data[key], "notes")[1]]


def _values(head: Mapping[str, Any], lines: Mapping[str, int], name: str, required: Sequence[str]) -> list[Problem]:
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


def _words(head: Mapping[str, Any], lines: Mapping[str, int], name: str) -> Iterator[Problem]:
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
