"""Articles made of nothing but those whom they name, and what is gathered from them."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.corpus.actors import Gathered, gather
from dateline.model import Actor, Article, Mention, Reading
from dateline.model.slug import slug


def actor(name: str, kind: str = "person", country: str | None = None) -> Actor:
    return Actor(slug(name), name, kind, country, mentions=(Mention(0, len(name), name),))


def articles(*actors: Sequence[Actor]) -> list[Reading]:
    """An article for each of these casts."""
    return [Reading(Article(f"a{i}", "", "2020-05-08"), actors=tuple(cast)) for i, cast in enumerate(actors)]


def told(*casts: Sequence[Actor], years: Sequence[int] = ()) -> Gathered:
    """What is gathered from an article for each of these casts, of these years."""
    dated = list(years) or [2020] * len(casts)
    rows = enumerate(zip(casts, dated, strict=True))
    return gather([Reading(Article(f"a{i}", "", f"{year}-05-08"), actors=tuple(cast)) for i, (cast, year) in rows])


def names(found: Gathered) -> list[str]:
    return [one.name for one in found.actors]


BESIDE = (actor("Ilse Brandt"), actor("Port Union", "organisation"), actor("Harrow Pact", "thing"))
ELSEWHERE = (actor("Otto Fenn"), actor("Dairy Council", "organisation"), actor("Milk Fair", "thing"))
