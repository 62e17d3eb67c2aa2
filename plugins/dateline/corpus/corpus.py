"""The corpus: what all articles say, one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import overload

from ..model import Actor, Article, Reading
from .once import Once
from .shelf import Shelf

#: as many readings are held in memory as a whole: some 66 KB each
FEW = 3_000


@dataclass(frozen=True, slots=True)
class Cast:
    """An article without its text, and its actors without their mentions; ``times`` is how often it names each.

    ``reports`` is how many reports it has, ``number`` is the place of its reading in the corpus.
    """

    article: Article
    actors: tuple[Actor, ...]
    times: tuple[int, ...]
    reports: int
    number: int

    def named(self, same: Mapping[str, str]) -> Counter[str]:
        """How often it names each actor over all articles."""
        counts: Counter[str] = Counter()
        for actor, times in zip(self.actors, self.times, strict=True):
            counts[same[actor.id]] += times
        return counts


class Corpus(Sequence[Reading]):
    """Readings in the order in which they were put, whole ones on a shelf; ``casts`` is what is in memory of each."""

    def __init__(self, readings: Iterable[Reading] = ()) -> None:
        self.casts: list[Cast] = []
        self._readings = Shelf(Reading, FEW)
        self._once = Once()
        self._ids: set[str] = set()
        for reading in readings:
            self.append(reading)

    def append(self, reading: Reading) -> None:
        """Put a reading at the end. Raises ValueError where there is one of its article, OSError where the disk is full."""
        if reading.article.id in self._ids:
            raise ValueError(f"two articles have the id {reading.article.id!r}")
        self._ids.add(reading.article.id)
        self._readings.append(reading)
        self.casts.append(
            Cast(
                replace(reading.article, text="", blocks=(), notes=()),
                self._once(tuple(self._once(replace(actor, mentions=())) for actor in reading.actors)),
                self._once(tuple(len(actor.mentions) for actor in reading.actors)),
                len(reading.reports),
                len(self.casts),
            )
        )

    @property
    def held(self) -> bool:
        """Whether all readings are in memory."""
        return self._readings.held

    def __len__(self) -> int:
        return len(self._readings)

    @overload
    def __getitem__(self, at: int) -> Reading: ...
    @overload
    def __getitem__(self, at: slice) -> list[Reading]: ...
    def __getitem__(self, at: int | slice) -> Reading | list[Reading]:
        return self._readings[at]

    def __iter__(self) -> Iterator[Reading]:
        return iter(self._readings)
