"""Sequences of what is made when it is asked for: all of a kind, some of them by their places, one by its id."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar, overload

T = TypeVar("T")


class Asked(Sequence[T], Generic[T]):
    """So many values, each made from its place when it is asked for, and once."""

    def __init__(self, make: Callable[[int], T], count: int) -> None:
        self._make = make
        self._made: list[T | None] = [None] * count

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Some[T]: ...
    def __getitem__(self, at: int | slice) -> T | Some[T]:
        if isinstance(at, slice):
            return Some(self, range(len(self))[at])
        if (found := self._made[at]) is None:
            found = self._made[at] = self._make(range(len(self))[at])
        return found

    def __iter__(self) -> Iterator[T]:
        return map(self.__getitem__, range(len(self)))


class Some(Sequence[T], Generic[T]):
    """Those values of a sequence that have these places in it."""

    __slots__ = ("every", "places")

    def __init__(self, every: Sequence[T], places: Sequence[int]) -> None:
        self.every = every
        self.places = places

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Some[T]: ...
    def __getitem__(self, at: int | slice) -> T | Some[T]:
        return Some(self.every, self.places[at]) if isinstance(at, slice) else self.every[self.places[at]]

    def __iter__(self) -> Iterator[T]:
        return map(self.every.__getitem__, self.places)


class ById(Mapping[str, T], Generic[T]):
    """The values of a sequence by their ids."""

    def __init__(self, every: Sequence[T], place: Mapping[str, int]) -> None:
        self.every = every
        self.place = place

    def __getitem__(self, id: str) -> T:
        return self.every[self.place[id]]

    def __contains__(self, id: object) -> bool:
        return id in self.place

    def __iter__(self) -> Iterator[str]:
        return iter(self.place)

    def __len__(self) -> int:
        return len(self.place)
