"""Parquet, in and out: documents as rows, and annotations with their dates, actors and reports as lists of structures.

pyarrow is an extra (``cluster``), imported here alone, where it is used.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

from .documents import OPTIONAL, REQUIRED, BadDocument, article
from .model import Actor, Article, DateMention, Report
from .serial import exported_fields

#: rows that are held at a time
ROWS = 256
PARTS = {"dates": DateMention, "actors": Actor, "reports": Report}
HEAD = ("id", "published", "lang", "location", "source")


def documents(name: str) -> Iterator[Article]:
    """The articles in the rows of a Parquet file. Raises BadDocument, with the number of the row from 1; OSError."""
    arrow, parquet = _arrow()
    with open(name, "rb") as file:
        try:
            table = parquet.ParquetFile(file)
            has = [field for field in (*REQUIRED, *OPTIONAL) if field in table.schema_arrow.names]
            rows = (row for batch in table.iter_batches(ROWS, columns=has) for row in batch.to_pylist())
            for number, row in enumerate(rows, 1):
                yield _article(name, number, row)
        except arrow.ArrowException as error:
            raise BadDocument(f"{name}: no Parquet that can be read: {error}") from error


def _article(name: str, number: int, row: dict[str, Any]) -> Article:
    day = row.get("published")
    try:
        return article({**row, "published": day.isoformat()} if isinstance(day, date) else row)  # a column of days or times
    except ValueError as error:
        raise BadDocument(f"{name}: row {number}: {error}") from error


@contextmanager
def written(path: Path) -> Iterator[typing.Callable[[dict[str, Any]], None]]:
    """What writes annotations to a Parquet file, one after the other."""
    arrow, parquet = _arrow()
    fields = [(name, arrow.string()) for name in HEAD]
    schema = arrow.schema([*fields, *((name, arrow.list_(_type(kind))) for name, kind in PARTS.items())])
    rows: list[dict[str, Any]] = []
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:

        def flush() -> None:
            writer.write_table(arrow.Table.from_pylist(rows, schema=schema))
            rows.clear()

        def write(annotation: dict[str, Any]) -> None:
            rows.append(annotation)
            if len(rows) >= ROWS:
                flush()

        yield write
        flush()


def _type(hint: Any) -> Any:
    """The Arrow type of a field of the model."""
    arrow, _ = _arrow()
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is types.UnionType:
        return _type(arguments[0])  # or None, which any column may hold
    if typing.get_origin(hint) is tuple:
        return arrow.list_(_type(arguments[0]))
    if is_dataclass(hint):
        hints = typing.get_type_hints(hint)
        return arrow.struct([(one.name.rstrip("_"), _type(hints[one.name])) for one in exported_fields(hint)])
    return {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_()}[hint]


def _arrow() -> tuple[Any, Any]:
    """pyarrow and its Parquet. Raises ValueError where they are not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise ValueError("Parquet needs pyarrow: pip install 'pelican-dateline[cluster]'") from error
    return pyarrow, pyarrow.parquet
