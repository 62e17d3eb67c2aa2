"""What all meanings share, and those that are made of others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from ..context import Context
from ..units import Resolved

#: a number of units, or None where the words leave it open ("several")
Count = float | None


class Meaning(Protocol):
    """Anything that can be resolved to TIMEX3."""

    def resolve(self, context: Context) -> Resolved | None: ...


@dataclass(frozen=True, slots=True)
class Within:
    """A part of a time (START, MID, END), or about or nearly it (APPROX): its value, and the word as ``mod``."""

    mod: str
    of: Meaning

    def resolve(self, context: Context) -> Resolved | None:
        whole = self.of.resolve(context)
        if whole is None:
            return None
        plain = whole.type == "DATE" and whole.edtf and "/" not in whole.edtf and whole.unit in {"day", "month", "year"}
        edtf = f"{whole.edtf}~" if self.mod == "APPROX" and plain else whole.edtf
        return replace(whole, mod=self.mod, edtf=edtf)


def bare(meaning: Meaning) -> Meaning:
    """A meaning without its modifiers."""
    while isinstance(meaning, Within):
        meaning = meaning.of
    return meaning


@dataclass(frozen=True, slots=True)
class Series:
    """Two times that share a part ("May 5-9", "March 3 and 5"); ``span`` where they are the ends of one stretch of time."""

    first: Meaning
    last: Meaning
    span: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        return self.first.resolve(context)


@dataclass(frozen=True, slots=True)
class Told:
    """A distance from an event that the words name ("three days before the vote"): ``sign`` is -1 before it, +1 after it."""

    distance: Meaning
    sign: int

    def resolve(self, context: Context) -> Resolved | None:
        return self.distance.resolve(context)
