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


class BadDocument(ValueError):
    """A line that is no document; the message is ``FILE:LINE: what is wrong``."""


def articles(name: str, lines: Iterable[str]) -> Iterator[Article]:
    """The articles in lines of JSONL; empty lines are passed over. Raises BadDocument."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found = article(_object(line))
                if not found.published:
                    log.warning("%s:%s: no day of publication: only dates that need none are read", name, number)
                yield found
            except ValueError as error:
                raise BadDocument(f"{name}:{number}: {error}") from error


def article(data: dict[str, Any]) -> Article:
    """The article in one JSON object. Raises ValueError with what is wrong."""
    for field in REQUIRED:
        if field not in data:
            raise ValueError(f"the field {field!r} is missing")
    for field in (*REQUIRED, *OPTIONAL):
        if not isinstance(data.get(field, ""), str | None):
            raise ValueError(f"the field {field!r} is not text")
    given = {field: data[field] for field in OPTIONAL if data.get(field)}
    return Article(id=data["id"], text=data["text"], published=_published(data["published"]), **given)


def _object(line: str) -> dict[str, Any]:
    try:
        data = json.loads(line)
    except ValueError as error:
        raise ValueError(f"no JSON: {error}") from error
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
        datetime.fromisoformat(full)
    except ValueError as error:
        raise ValueError(f"the field 'published' is {text!r}, not an ISO date such as 2020-05-08") from error
    return full
