"""Fingerprints: short digests of values, by which a build knows whether a page would come out as it is.

What templates can see of an event, an actor or an article that is only mentioned, its view says itself (``mentioned``): so an
actor's page follows what the actor does, and a page that names the actor only its name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from hashlib import blake2b
from typing import Any

SIZE = 12


def digest(*parts: bytes) -> bytes:
    """One digest of several byte strings, each with its length, so that no two lists of parts have the same."""
    found = blake2b(digest_size=SIZE)
    for part in parts:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.digest()


class Fingerprints:
    """Makes fingerprints; that of a view is made once, so views must not change as long as this lives."""

    def __init__(self) -> None:
        self._known: dict[int, bytes] = {}
        self._held: list[Any] = []  # what has a place in _known must live, or another object could get its id

    def of(self, value: Any) -> bytes:
        """The fingerprint of a value of plain types, collections, dataclasses and views. Raises TypeError on any other."""
        if value is None or isinstance(value, (str, int, float, bytes, date)):
            return f"{type(value).__name__}{value!r}".encode("utf-8", "surrogatepass")
        if (known := self._known.get(id(value))) is not None:
            return known
        if (mentioned := getattr(value, "mentioned", None)) is not None:
            self._known[id(value)] = found = digest(type(value).__name__.encode(), self.of(mentioned()))
            self._held.append(value)
            return found
        for kind, parts in COLLECTIONS:
            if isinstance(value, kind):
                return digest(kind.__name__.encode(), *parts(self.of, value))
        if is_dataclass(value):
            return digest(type(value).__name__.encode(), *(self.of(getattr(value, f.name)) for f in fields(value)))
        raise TypeError(f"no fingerprint of a {type(value).__name__}: it could change unseen")


Of = Callable[[Any], bytes]


def _items(of: Of, value: Mapping[Any, Any]) -> list[bytes]:
    return [of(part) for item in value.items() for part in item]


def _members(of: Of, value: Any) -> list[bytes]:
    return [of(one) for one in value]


def _unordered(of: Of, value: Any) -> list[bytes]:
    return sorted(of(one) for one in value)


#: the kinds of collection, and the fingerprints of what is in one
COLLECTIONS: tuple[tuple[type, Callable[[Of, Any], list[bytes]]], ...] = (
    (Mapping, _items),
    (tuple, _members),
    (list, _members),
    (set, _unordered),
    (frozenset, _unordered),
)
