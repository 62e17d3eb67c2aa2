"""Files that are written row by row, so that a long one is never held whole: chunks of bytes, and JSON made of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

#: what is written to a file: whole, or in chunks, which are asked for once and before the next file is
Content = bytes | Iterable[bytes]


def json_rows(data: Mapping[str, Any]) -> Iterator[bytes]:
    """An object as JSON. What of it is an iterator becomes a list, each entry on a line of its own."""
    before = b"{\n"
    for key, value in data.items():
        yield before + _line(key) + b": "
        yield from _list(value) if isinstance(value, Iterator) else (_line(value),)
        before = b",\n"
    yield b"\n}\n"


def _list(values: Iterator[Any]) -> Iterator[bytes]:
    before = b"[\n"
    for value in values:
        yield before + _line(value)
        before = b",\n"
    yield b"\n]" if before == b",\n" else b"[]"


def _line(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
