"""Values of the model to and from plain JSON objects, in the spelling that CONTRACT and exports promise."""

from __future__ import annotations

import sys
import types
import typing
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache, partial
from typing import Any, TypeVar

from .model import Participant, Span, When

T = TypeVar("T")
#: values that stand in a reading again and again, and in thousands of readings: equal ones become one
SHARED = frozenset({Participant, Span, When})
#: as many of them are known at once
KNOWN = 1 << 16


def plain(value: Any) -> Any:
    """A model value as dicts, lists and scalars. A field's trailing underscore (``from_``) is dropped."""
    if isinstance(value, (tuple, list)):
        return [plain(v) for v in value]
    if names := _names(type(value)):  # type: ignore[arg-type]
        return {said: plain(getattr(value, name)) for name, said in names}
    return value


def revive(kind: type[T], data: Any) -> T:
    """The model value of this kind that :func:`plain` turned into data. Raises KeyError or TypeError on other data.

    Equal strings, numbers, tuples of strings and small values become one, since a corpus has millions of them.
    """
    values = [_value(make, data[key]) for key, make in _fields(kind)]  # type: ignore[arg-type]
    return _shared(kind, *values) if kind in SHARED else kind(*values)  # type: ignore[arg-type]


@cache
def _names(kind: type) -> list[tuple[str, str]]:
    """The fields of a dataclass, and what they are called outside; none of what is no dataclass."""
    return [(f.name, f.name.rstrip("_")) for f in fields(kind)] if is_dataclass(kind) else []


#: makes the values of a field; None where they are as they are
Make = Callable[[Any], Any] | None


@cache
def _fields(kind: type) -> tuple[tuple[str, Make], ...]:
    """The fields of a class in their order, by their keys in data."""
    return tuple((name.rstrip("_"), _made(hint)) for name, hint in typing.get_type_hints(kind).items())


def _made(hint: Any) -> Make:
    if hint is str:
        return sys.intern
    if hint is int:
        return _same
    options = typing.get_args(hint)
    if typing.get_origin(hint) is types.UnionType:
        return _made(options[0])
    if typing.get_origin(hint) is tuple:
        one = _made(options[0])
        if options[0] is str:
            return lambda data: _same(tuple([sys.intern(d) for d in data]))
        return tuple if one is None else lambda data: tuple([one(d) for d in data])
    return partial(revive, hint) if isinstance(hint, type) and is_dataclass(hint) else None


def _value(make: Make, data: Any) -> Any:
    return data if make is None or data is None else make(data)


@lru_cache(KNOWN)
def _shared(kind: Any, *values: Any) -> Any:
    return kind(*values)


@lru_cache(KNOWN)
def _same(value: T) -> T:
    return value
