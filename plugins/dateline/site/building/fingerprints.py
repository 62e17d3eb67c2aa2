"""Fingerprints: short digests of values, by which a build knows whether a page would come out as it is.

What templates can see of an event, an actor or an article that is only mentioned, its view says itself (``mentioned``): so an
actor's page follows what the actor does, and a page that names the actor only its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from typing import Any

SIZE = 12
#: a fingerprint longer than this is made a digest
LONG = 64


def digest(*parts: bytes) -> bytes:
    """One digest of several byte strings, each with its length, so that no two lists of parts have the same."""
    return blake2b(_joined(parts), digest_size=SIZE).digest()


def _joined(parts: Iterable[bytes]) -> bytes:
    return b"".join([part for one in parts for part in (len(one).to_bytes(8, "big"), one)])


class Fingerprints:
    """Makes fingerprints; that of a view is made once, so views must not change as long as this lives."""

    def __init__(self) -> None:
        self._known: dict[int, bytes] = {}
        self._held: list[Any] = []  # what has a place in _known must live, or another object could get its id

    def of(self, value: Any) -> bytes:
        """The fingerprint of a value of plain types, collections, dataclasses and views. Raises TypeError on any other."""
        kind = type(value)
        if kind is str:
            return self._short(b"s" + value.encode("utf-8", "surrogatepass"))
        if value is None or kind in PLAIN:
            return self._short(f"{kind.__name__} {value!r}".encode())
        if (known := self._known.get(id(value))) is not None:
            return known
        if (mentioned := getattr(value, "mentioned", None)) is not None:
            self._known[id(value)] = found = digest(kind.__name__.encode(), self.of(mentioned()))
            self._held.append(value)
            return found
        return self._short(_joined((kind.__name__.encode(), *self._parts(kind, value))))

    def _parts(self, kind: type, value: Any) -> list[bytes]:
        for collection, parts in COLLECTIONS:
            if isinstance(value, collection):
                return parts(self.of, value)
        if isinstance(value, str):
            return [value.encode("utf-8", "surrogatepass")]
        if is_dataclass(kind):
            return [self.of(one) for one in _fields(kind)(value)]
        raise TypeError(f"no fingerprint of a {kind.__name__}: it could change unseen")

    def _short(self, found: bytes) -> bytes:
        return found if len(found) <= LONG else blake2b(found, digest_size=SIZE).digest()


@cache
def _fields(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    """What takes all fields of a dataclass at once."""
    names = [field.name for field in fields(kind)]
    take = attrgetter(*names)
    return take if len(names) > 1 else lambda value: (take(value),)


Of = Callable[[Any], bytes]
PLAIN = frozenset({int, float, bool, bytes, date})


def _items(of: Of, value: Mapping[Any, Any]) -> list[bytes]:
    return [of(part) for item in value.items() for part in item]


def _members(of: Of, value: Any) -> list[bytes]:
    return [of(one) for one in value]


def _unordered(of: Of, value: Any) -> list[bytes]:
    return sorted(of(one) for one in value)


#: the kinds of collection, and the fingerprints of what is in one
COLLECTIONS: tuple[tuple[type, Callable[[Of, Any], list[bytes]]], ...] = (
    (tuple, _members),
    (list, _members),
    (Mapping, _items),
    (set, _unordered),
    (frozenset, _unordered),
)
