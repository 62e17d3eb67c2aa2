"""Sequences of what is made when it is asked for: all of a kind, some of them by their places, one by its id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import nsmallest
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class Asked(Generic[T]):
    """Values of a kind with these ids, each made from its place when it is asked for; where there are more than ``few``, a
    quarter as many of the latest are at hand, and others are made anew. ``rank`` says of a place which value comes first."""

    def __init__(
        self, kind: type[T], ids: Sequence[str], make: Callable[[int], T], few: int, rank: Callable[[int], Any]
    ) -> None:
        self.kind = kind
        self.ids = ids
        self.at = lru_cache(None if len(ids) <= few else max(few // 4, 1))(make)
        self.rank = rank

    def all(self) -> Some[T]:
        """All of them."""
        return Some(self, range(len(self.ids)))


class Some(Sequence[T], Generic[T]):
    """The values that have these places, each given once."""

    __slots__ = ("every", "places")

    def __init__(self, every: Asked[T], places: Sequence[int]) -> None:
        self.every = every
        self.places = places

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Some[T]: ...
    def __getitem__(self, at: int | slice) -> T | Some[T]:
        return Some(self.every, self.places[at]) if isinstance(at, slice) else self.every.at(self.places[at])

    def __iter__(self) -> Iterator[T]:
        return map(self.every.at, self.places)

    def __eq__(self, other: object) -> bool:
        return list(self) == list(other) if isinstance(other, Some | list | tuple) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr(list(self))

    def __add__(self, other: Iterable[T]) -> list[T]:
        return [*self, *other]

    def __radd__(self, other: Iterable[T]) -> list[T]:
        return [*other, *self]

    def first(self, count: int) -> Some[T]:
        """So many of them, those that come first by rank, in the order in which they stand here."""
        if len(self) <= count:
            return self
        top = set(nsmallest(count, self.places, self.every.rank))
        return Some(self.every, [place for place in self.places if place in top])


class ById(Mapping[str, T], Generic[T]):
    """Values by their ids."""

    def __init__(self, every: Asked[T], place: Mapping[str, int]) -> None:
        self.every = every
        self.place = place

    def __getitem__(self, id: str) -> T:
        return self.every.at(self.place[id])

    def __contains__(self, id: object) -> bool:
        return id in self.place

    def __iter__(self) -> Iterator[str]:
        return iter(self.place)

    def __len__(self) -> int:
        return len(self.place)
