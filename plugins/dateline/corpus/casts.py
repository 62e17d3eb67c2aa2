"""Casts: what the corpus step holds of each article all the time, its head and whom it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ..model import Actor, Article, Reading
from .once import Once


@dataclass(frozen=True, slots=True)
class Cast:
    """An article without its text, and its actors without their mentions; ``times`` is how often it names each.

    ``number`` is the place of its reading among those that were given.
    """

    article: Article
    actors: tuple[Actor, ...]
    times: tuple[int, ...]
    number: int

    def named(self, same: Mapping[str, str]) -> Counter[str]:
        """How often it names each actor over all articles."""
        counts: Counter[str] = Counter()
        for actor, times in zip(self.actors, self.times, strict=True):
            counts[same[actor.id]] += times
        return counts


def casts(readings: Iterable[Reading]) -> list[Cast]:
    """The casts of readings, by the articles' ids."""
    once = Once()
    found = [
        Cast(
            replace(reading.article, text="", blocks=(), notes=()),
            once(tuple(once(replace(actor, mentions=())) for actor in reading.actors)),
            once(tuple(len(actor.mentions) for actor in reading.actors)),
            number,
        )
        for number, reading in enumerate(readings)
    ]
    return sorted(found, key=lambda cast: cast.article.id)
