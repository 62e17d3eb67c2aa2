"""A shelf: values by number, of which only the latest are in memory where there are many; the others lie in a file."""

from __future__ import annotations

import json
import os
import tempfile
import threading
from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Generic, TypeVar, overload

from ..serial import plain, revive

T = TypeVar("T")


class Shelf(Sequence[T], Generic[T]):
    """Values of one kind, in the order in which they were put, each of which stays as it is: in memory up to ``few``, beyond
    that in a file, as JSON, with about half as many of the latest at hand.

    The file has no name and goes with the last process that has it open, however that ends. It is read by place, not by a
    common position, so that copies of this process read it, too.
    """

    def __init__(self, kind: type[T], few: int) -> None:
        self.kind = kind
        self.few = few
        self._held: list[T] = []
        self._ends = array("Q", [0])
        self._at = lru_cache(max(few // 2, 1))(self._read)
        self._lock = threading.Lock()

    def append(self, value: T) -> None:
        """Put a value at the end. Raises OSError where the disk takes no more."""
        if len(self._ends) == 1:
            self._held.append(value)
            if len(self._held) <= self.few:
                return
            self._file = tempfile.TemporaryFile(buffering=0, prefix="dateline-")  # noqa: SIM115 - open as long as this
            moved, self._held = self._held, []
        else:
            moved = [value]
        for one in moved:
            text = json.dumps(plain(one), ensure_ascii=False).encode("utf-8", "surrogatepass")
            left = memoryview(text)
            while left:
                left = left[self._file.write(left) :]
            self._ends.append(self._ends[-1] + len(text))

    def __len__(self) -> int:
        return len(self._held) or len(self._ends) - 1

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> list[T]: ...
    def __getitem__(self, at: int | slice) -> T | list[T]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        return self._held[at] if self._held else self._at(range(len(self))[at])

    def __iter__(self) -> Iterator[T]:
        return (self._held[n] if self._held else self._read(n) for n in range(len(self)))

    def _read(self, number: int) -> T:
        start, end = self._ends[number : number + 2]
        return revive(self.kind, json.loads(self._bytes(start, end - start).decode("utf-8", "surrogatepass")))

    def _bytes(self, start: int, length: int) -> bytes:
        if hasattr(os, "pread"):
            return os.pread(self._file.fileno(), length, start)
        with self._lock:  # where there is no reading by place, there are no copies of a process either
            self._file.seek(start)
            found = self._file.read(length)
            self._file.seek(0, os.SEEK_END)
            return found
