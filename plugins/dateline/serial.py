"""Values of the model to and from plain JSON objects, in the spelling that CONTRACT and exports promise."""

from __future__ import annotations

import types
import typing
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


def plain(value: Any) -> Any:
    """A model value as dicts, lists and scalars. A field's trailing underscore (``from_``) is dropped."""
    if is_dataclass(value):
        return {f.name.rstrip("_"): plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, (tuple, list)):
        return [plain(v) for v in value]
    return value


def revive(kind: type[T], data: Any) -> T:
    """The model value of this kind that :func:`plain` turned into data. Raises KeyError or TypeError on other data."""
    hints: dict[str, Any] = _hints(kind)  # type: ignore[arg-type]
    return kind(**{name: _value(hint, data[name.rstrip("_")]) for name, hint in hints.items()})


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _value(hint: Any, data: Any) -> Any:
    if data is None:
        return None
    options = typing.get_args(hint)
    if typing.get_origin(hint) is types.UnionType:
        return _value(options[0], data)
    if typing.get_origin(hint) is tuple:
        return tuple(_value(options[0], d) for d in data)
    return revive(hint, data) if isinstance(hint, type) and is_dataclass(hint) else data
