"""Values of the model as plain JSON objects, in the spelling that CONTRACT and exports promise; and as bytes that Dateline
reads again itself: in the cache, and between machines."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import Field, fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

T = TypeVar("T")


def plain(value: Any) -> Any:
    """A model value as dicts, lists and scalars. A field's trailing underscore (``from_``) is dropped.

    What a dataclass marks as optional is left out where it is empty, what it marks as internal always.
    """
    if isinstance(value, Sequence) and not isinstance(value, (str, bytes)):
        return [plain(v) for v in value]
    if names := _names(type(value)):  # type: ignore[arg-type]
        given = ((said, getattr(value, name), optional) for name, said, optional in names)
        return {said: plain(one) for said, one, optional in given if one or not optional}
    return value


@cache
def _names(kind: type) -> list[tuple[str, str, bool]]:
    """The fields of a dataclass, what they are called outside, and whether they are optional; none of what is no dataclass."""
    return [(f.name, f.name.rstrip("_"), bool(f.metadata.get("optional"))) for f in exported_fields(kind)]


def exported_fields(kind: Any) -> list[Field[Any]]:
    """The fields of a dataclass that are written for others; none of what is no dataclass."""
    return [one for one in (fields(kind) if is_dataclass(kind) else ()) if not one.metadata.get("internal")]


def packed(value: Any) -> bytes:
    """A value of dataclasses, tuples, dicts and scalars as JSON, to be read by :func:`unpacked`."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:  # half a character, of which UTF-8 has none
        return json.dumps(msgspec.to_builtins(value), ensure_ascii=False).encode("utf-8", "surrogatepass")


def unpacked(kind: type[T], data: bytes) -> T:
    """The value of this kind that :func:`packed` made into bytes. Raises ValueError on other bytes."""
    try:
        return cast(T, _decoder(kind).decode(data))  # type: ignore[arg-type]
    except (UnicodeDecodeError, msgspec.MsgspecError):
        return _with_halves(kind, data)


def _with_halves(kind: type[T], data: bytes) -> T:
    try:
        return msgspec.convert(json.loads(data.decode("utf-8", "surrogatepass")), kind)
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error


@cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)
