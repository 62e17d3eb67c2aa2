"""Documents in: the lines of JSONL that the commands read, checked before anything is written for them."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from .model import Article

log = logging.getLogger(__name__)
REQUIRED = ("id", "text", "published")
#: what stands in archives where nobody knows the day of publication
UNKNOWN = frozenset({"", "none", "null", "unknown", "n/a", "nan"})
REDUCED = re.compile(r"(\d{4})(?:-(\d\d))?-?")
OPTIONAL = ("title", "lang", "source", "url", "location")


#: half a character of UTF-16, which JSON can name and UTF-8 cannot hold; and what stands for one
HALF, UNREADABLE = re.compile("[\ud800-\udfff]"), "\ufffd"


class BadDocument(ValueError):
    """A line that is no document; the message is ``FILE:LINE: what is wrong``."""


def placed(name: str, lines: Iterable[str]) -> Iterator[tuple[str, Article]]:
    """The articles in lines of JSONL, each with its place, ``FILE:LINE``; empty lines are passed over. Raises BadDocument."""
    for number, line in _numbered(name, lines):
        if line.strip():
            try:
                data = _object(line)
                found = article(data)
            except ValueError as error:
                raise BadDocument(f"{name}:{number}: {error}") from error
            if not found.published:
                log.warning("%s:%s: no day of publication: only dates that need none are read", name, number)
            if any(HALF.search(v) for v in data.values() if isinstance(v, str)):
                log.warning("%s:%s: half a character (\\ud800 to \\udfff): \ufffd is read in its place", name, number)
            yield f"{name}:{number}", found


def _numbered(name: str, lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Lines with their numbers from 1, without the mark that some programs begin a file with. Raises BadDocument."""
    number, rest = 0, iter(lines)
    while True:
        try:
            line = next(rest, None)
        except UnicodeDecodeError as error:
            wide = error.object[:2] in (b"\xff\xfe", b"\xfe\xff")
            said = "it looks like UTF-16" if wide else f"byte 0x{error.object[error.start]:02x}, here or soon after"
            raise BadDocument(f"{name}:{number + 1}: not UTF-8 ({said}): save the file as UTF-8") from error
        if line is None:
            return
        number += 1
        yield number, line.removeprefix("\ufeff") if number == 1 else line


def article(data: dict[str, Any]) -> Article:
    """The article in one JSON object. Raises ValueError with what is wrong."""
    for field in REQUIRED:
        if field not in data:
            raise ValueError(f"the field {field!r} is missing")
    for field in (*REQUIRED, *OPTIONAL):
        wanted = str if field in ("id", "text") else str | None
        if not isinstance(data.get(field, ""), wanted):
            raise ValueError(f"the field {field!r} is not text")
    given: dict[str, Any] = {field: _whole(data[field]) for field in OPTIONAL if data.get(field)}
    return Article(id=_whole(data["id"]), text=_whole(data["text"]), published=_published(data["published"]), **given)


def _whole(text: str) -> str:
    """A text that can be written; every character stays where it is."""
    return HALF.sub(UNREADABLE, text)


def _object(line: str) -> dict[str, Any]:
    try:
        data = json.loads(line)
    except ValueError as error:
        raise ValueError(f"no JSON: {error}") from error
    except RecursionError as error:
        raise ValueError("no JSON that can be read: brackets within brackets, too deep") from error
    if not isinstance(data, dict):
        raise ValueError("not a JSON object")
    return data


def _published(text: str | None) -> str:
    """An ISO date or date-time as it is; a year or a month alone as its first day; empty where nobody knows it."""
    if text is None or text.strip().lower() in UNKNOWN:
        return ""
    reduced = REDUCED.fullmatch(text)
    full = f"{reduced[1]}-{reduced[2] or '01'}-01" if reduced else text
    try:
        read = datetime.fromisoformat(full)
    except ValueError as error:
        raise ValueError(f"the field 'published' is {text!r}, not an ISO date such as 2020-05-08") from error
    if full.startswith(read.date().isoformat()):
        return full
    return (read if "T" in full else read.date()).isoformat()  # 20200508, 2020-W19-5
