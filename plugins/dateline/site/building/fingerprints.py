"""Fingerprints: short digests of values, by which a build knows whether a page would come out as it is.

What templates can see of an event, an actor or an article that is only mentioned, its view says itself (``mentioned``): so an
actor's page follows what the actor does, and a page that names the actor only its name.
"""

from __future__ import annotations

import marshal
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from typing import Any

from ..some import Asked, Some

SIZE = 12
#: of marshal's formats, the last that writes equal values alike, whatever else points at them
FORMAT = 2
#: what is written as it is
PLAIN = frozenset({str, int, float, bool, bytes, type(None)})


def digest(*parts: bytes) -> bytes:
    """One digest of several byte strings, each with its length, so that no two lists of parts have the same."""
    joined = b"".join([part for one in parts for part in (len(one).to_bytes(8, "big"), one)])
    return blake2b(joined, digest_size=SIZE).digest()


class Fingerprints:
    """Makes fingerprints; that of a view is made once for its kind and id, so views must not change as long as this lives."""

    def __init__(self) -> None:
        self._known: dict[type, dict[str, bytes]] = defaultdict(dict)

    def of(self, value: Any) -> bytes:
        """The fingerprint of a value of plain types, collections, dataclasses and views. Raises TypeError on any other."""
        return blake2b(marshal.dumps(self._plain(value), FORMAT), digest_size=SIZE).digest()

    def _plain(self, value: Any) -> Any:
        """The value in what marshal can write: tuples and lists as they are, all else as a tuple with a name after a mark."""
        kind = type(value)
        if kind in PLAIN:
            return value
        if kind is tuple:
            return tuple(self._all(value))
        if kind is list:
            return self._all(value)
        if kind is Some:
            return [self._one(value.every, place) for place in value.places]
        if (mentioned := getattr(value, "mentioned", None)) is not None:
            known = self._known[kind]
            if (found := known.get(value.id)) is None:
                found = known[value.id] = self.of((kind.__name__, mentioned()))
            return ..., found
        return (..., kind.__name__, *self._parts(kind, value))

    def _one(self, every: Asked[Any], place: int) -> Any:
        """The view at a place, which is not made where it is known."""
        known = self._known[every.kind].get(every.ids[place])
        return self._plain(every.at(place)) if known is None else (..., known)

    def _all(self, values: Iterable[Any]) -> list[Any]:
        return [value if type(value) in PLAIN else self._plain(value) for value in values]

    def _parts(self, kind: type, value: Any) -> Iterable[Any]:
        if is_dataclass(kind):
            return self._all(_fields(kind)(value))
        if isinstance(value, Mapping):
            return self._all(part for item in value.items() for part in item)
        if isinstance(value, (set, frozenset)):
            return sorted(self.of(one) for one in value)
        if isinstance(value, str):
            return [value.encode("utf-8", "surrogatepass")]
        if isinstance(value, date):
            return [repr(value)]
        raise TypeError(f"no fingerprint of a {kind.__name__}: it could change unseen")


@cache
def _fields(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    """What takes all fields of a dataclass at once."""
    names = [field.name for field in fields(kind)]
    take = attrgetter(*names)
    return take if len(names) > 1 else lambda value: (take(value),)
