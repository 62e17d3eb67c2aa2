"""Actors over all articles: one for all names of one, where that is clear."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..model import Actor, Reading

Same = dict[str, dict[str, str]]


def gather(readings: Sequence[Reading]) -> tuple[tuple[Actor, ...], Same]:
    """The actors of all articles, by id, and for each article which of them its own actors are.

    A lone surname is the one person of that surname in all articles; where there are two, it stays by itself.
    """
    full = _full_names(a for r in readings for a in r.actors)
    same = {r.article.id: {a.id: full.get(a.id, a.id) for a in r.actors} for r in readings}
    groups: dict[str, list[Actor]] = {}
    for reading in readings:
        for actor in reading.actors:
            groups.setdefault(same[reading.article.id][actor.id], []).append(actor)
    return tuple(_merged(id, group) for id, group in sorted(groups.items())), same


def _full_names(actors: Iterable[Actor]) -> dict[str, str]:
    owners: dict[str, set[str]] = {}
    for actor in actors:
        if actor.kind == "person" and " " in actor.name:
            owners.setdefault(actor.id.rsplit("-", 1)[-1], set()).add(actor.id)
    return {surname: next(iter(ids)) for surname, ids in owners.items() if len(ids) == 1}


def _merged(id: str, group: Sequence[Actor]) -> Actor:
    own = [a for a in group if a.id == id]
    names = Counter(a.name for a in own)
    name = max(names, key=lambda n: (names[n], n))
    kinds = Counter(a.kind for a in own)
    others = {alias for a in group for alias in (a.name, *a.aliases)} - {name}
    kind = max(kinds, key=lambda k: (kinds[k], k))
    return replace(own[0], name=name, kind=kind, aliases=tuple(sorted(others)), mentions=())
