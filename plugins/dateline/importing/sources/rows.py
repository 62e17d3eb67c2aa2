"""JSON lines and tables (CSV; by comma, semicolon or tab), read row by row."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator
from functools import partial
from typing import IO

from ..found import LARGEST, Found, Piece, Refused, refused
from ..words.charset import decode
from . import records

DELIMITERS = (",", ";", "\t", "|")
SAMPLE = 1_000_000
NO_OBJECT = Refused("it is no JSON object", "write one object in each line")


def lines(name: str, stream: IO[bytes]) -> Iterator[Piece]:
    """The records in JSON lines."""
    number = 0
    while line := stream.readline(LARGEST + 1):
        number += 1
        if len(line) > LARGEST:
            yield refused(
                f"{name}:{number}", Refused(f"the line is longer than {LARGEST} bytes", "write one article in each line")
            )
            return
        if line.strip():
            yield Piece(f"{name}:{number}", digest(line), partial(_object, line))


def table(name: str, stream: IO[bytes]) -> Iterator[Piece]:
    """The records in a table with a header."""
    csv.field_size_limit(LARGEST)
    text = io.TextIOWrapper(stream, encoding=_encoding(stream), errors="replace", newline="")
    first = text.readline(SAMPLE)
    header = next(csv.reader([first], delimiter=(mark := max(DELIMITERS, key=first.count))), [])
    if "text" not in records.columns(header).values():
        yield refused(
            name, Refused("no column is named text, body or content", "give the table a header with the names of its columns")
        )
        return
    rows = csv.reader(text, delimiter=mark)
    try:
        for number, row in enumerate(rows, 2):
            if any(row):
                record = dict(zip(header, row, strict=False))
                yield Piece(f"{name}:{number}", digest(json.dumps(row).encode()), partial(records.article, record))
    except csv.Error as error:
        yield refused(f"{name}:{rows.line_num + 1}", Refused(f"the table cannot be read ({error})", "save it anew as CSV"))


def digest(data: bytes) -> str:
    """A short name of these bytes."""
    return hashlib.sha256(data).hexdigest()[:16]


def _object(line: bytes) -> Found:
    try:
        data = json.loads(decode(line))
    except (ValueError, RecursionError) as error:
        raise Refused(f"it is no JSON ({error})", "write one object in each line") from error
    if not isinstance(data, dict):
        raise NO_OBJECT
    return records.article(data)


def _encoding(stream: IO[bytes]) -> str:
    """The encoding of a table, told from its beginning."""
    sample = stream.read(SAMPLE)
    stream.seek(0)
    whole = sample[: sample.rfind(b"\n") + 1] or sample
    if whole.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    return "utf-8-sig" if decode(whole).encode("utf-8") == whole.removeprefix(b"\xef\xbb\xbf") else _guessed(whole)


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    return best.encoding if best else "utf-8"
