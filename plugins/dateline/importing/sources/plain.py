"""Plain text as an article: its first line is the title, a line with a date its date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from ..found import Found
from ..words.escaping import clean, escaped, paragraph, squeezed
from ..words.mending import mended
from ..words.moments import moment

DATED = re.compile(r"(?:(?:date|published|posted|datum)(?: on)?\s*:?\s+)?(.{6,60})", re.IGNORECASE)
NAMED = re.compile(r"(\d{4})[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)")
QUOTED = re.compile(r"^> ?", re.MULTILINE)
#: lines longer than these are paragraphs; shorter ones were broken by a program
WIDEST = 100
#: a date line is one of the first so many
FIRST = 5


def article(text: str, name: str = "") -> Found:
    """The article in a text; ``name`` is that of its file, which may begin with the date."""
    lines = clean(mended(text)).replace("\r\n", "\n").replace("\r", "\n").strip().split("\n")
    title, rest = squeezed(lines[0]), lines[1:]
    at = next((n for n, line in enumerate(rest[:FIRST]) if dated(line)), None)
    date = dated(rest.pop(at)) if at is not None else ""
    return Found(title=title, date=date or named(name), text=prose("\n".join(rest)))


def named(name: str) -> str:
    """The date with which the name of a file begins; empty where it has none.

    >>> named("2020-05-08-call.txt")
    '2020-05-08'
    """
    found = NAMED.match(PurePath(name).name)
    return moment(f"{found[1]}-{found[2]}-{found[3]}") if found else ""


def prose(text: str) -> str:
    """Plain text as Markdown: blank lines part paragraphs; where there are none, long lines are paragraphs."""
    return "\n\n".join(filter(None, _blocks(clean(text).replace("\r\n", "\n").replace("\r", "\n"))))


def _blocks(text: str) -> Iterator[str]:
    blank = re.search(r"\n[ \t]*\n", text.strip())
    broken = max((len(line) for line in text.split("\n")), default=0) <= WIDEST
    for part in re.split(r"\n[ \t]*\n", text) if blank or broken else text.split("\n"):
        part = part.strip("\n")
        if part and all(line.startswith(">") for line in part.split("\n")):
            quoted = paragraph(escaped(QUOTED.sub("", part)))
            yield f"> {quoted}" if quoted else ""
        else:
            yield paragraph(escaped(part))


def dated(line: str) -> str:
    """The date that a line says and nothing else; empty where it says more or none."""
    found = DATED.fullmatch(line.strip())
    return moment(found[1]) if found else ""
