"""A shelf: values by number, of which only the latest are in memory where there are many; the others lie in a file."""

from __future__ import annotations

import os
import tempfile
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import Generic, TypeVar, overload

from ..serial import packed, unpacked

T = TypeVar("T")


class Shelf(Sequence[T], Generic[T]):
    """Values of one kind, in the order in which they were put, each of which stays as it is: in memory up to ``few``, beyond
    that in a file, with a quarter as many of the latest at hand.

    The file has no name and goes with the last process that has it open, however that ends. It is read by place, not by a
    common position, so that copies of this process read it, too.
    """

    def __init__(self, kind: type[T], few: int) -> None:
        self.kind = kind
        self.few = few
        self._held: list[T] = []
        self._file: _File | None = None

    def append(self, value: T) -> None:
        """Put a value at the end. Raises OSError where the disk takes no more."""
        if self._file is None and len(self._held) < self.few:
            self._held.append(value)
            return
        if self._file is None:
            self._file = _File()
            self._read = partial(_value, self.kind, self._file)
            self._at = lru_cache(max(self.few // 4, 1))(self._read)
        for one in (*self._held, value):
            self._file.append(packed(one))
        self._held.clear()

    @property
    def held(self) -> bool:
        """Whether all are in memory."""
        return self._file is None

    def __len__(self) -> int:
        return len(self._file) if self._file else len(self._held)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> list[T]: ...
    def __getitem__(self, at: int | slice) -> T | list[T]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        return self._at(range(len(self))[at]) if self._file else self._held[at]

    def __iter__(self) -> Iterator[T]:
        return (self._read(n) if self._file else self._held[n] for n in range(len(self)))


def shelved(kind: type[T], values: Iterable[T], few: int) -> Sequence[T]:
    """Values of one kind: a tuple of them where there are no more than ``few``, else a shelf. Raises OSError."""
    shelf = Shelf(kind, few)
    for value in values:
        shelf.append(value)
    return tuple(shelf) if shelf.held else shelf


class _File:
    """Byte strings in a file without a name, by number. Written without a buffer, of which a copy of the process would have the
    rest to write, too."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(buffering=0, prefix="dateline-")  # noqa: SIM115 - open as long as this
        self._ends = array("Q", [0])

    def append(self, data: bytes) -> None:
        """Write at the end. Raises OSError, which names the folder of temporary files."""
        left = memoryview(data)
        try:
            self._file.seek(self._ends[-1])
            while left:
                left = left[self._file.write(left) :]
        except OSError as error:
            raise OSError(error.errno, error.strerror, tempfile.gettempdir()) from error
        self._ends.append(self._ends[-1] + len(data))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> bytes:
        start, end = self._ends[number : number + 2]
        if hasattr(os, "pread"):
            return os.pread(self._file.fileno(), end - start, start)
        self._file.seek(start)  # where there is no reading by place, there are no copies of a process either
        return self._file.read(end - start)


def _value(kind: type[T], file: _File, number: int) -> T:
    return unpacked(kind, file[number])
