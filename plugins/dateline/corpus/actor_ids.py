"""Actors' ids that last: one that is in the ledger keeps its id, whatever name most articles give it now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ..model import Actor, KeptActor
from ..model.names import fold


def lasting_ids(actors: Mapping[str, Actor], kept: Sequence[KeptActor]) -> tuple[dict[str, str], dict[str, str]]:
    """For each actor, by its key, the oldest id in the ledger that leads to it, else its own; and where the others lead.

    An id in the ledger leads to the actor of that id or, where none has it any more, to the only one that bears its name.
    """
    own = {actor.id: key for key, actor in actors.items()}
    bearers = _bearers(actors)
    leads: dict[str, list[str]] = defaultdict(list)
    for one in kept:
        key = _heir(one, own, bearers, actors)
        if key is not None:
            leads[key].append(one.id)
    ids = {key: leads[key][0] if key in leads else actor.id for key, actor in actors.items()}
    return ids, {id: ids[key] for key, former in leads.items() for id in former[1:]}


def _bearers(actors: Mapping[str, Actor]) -> dict[str, set[str]]:
    """The keys of actors by each of their names, folded."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, actor in actors.items():
        for name in (actor.name, *actor.aliases):
            found[fold(name)].add(key)
    return found


def _heir(
    one: KeptActor, own: Mapping[str, str], bearers: Mapping[str, Iterable[str]], actors: Mapping[str, Actor]
) -> str | None:
    """The key of the actor to which an id in the ledger leads."""
    name = fold(one.name)
    bearing = sorted(bearers.get(name, ()))
    called = [key for key in bearing if fold(actors[key].name) == name]
    if one.id in own and (own[one.id] in bearing or not bearing):
        return own[one.id]
    return next((found[0] for found in (called, bearing) if len(found) == 1), own.get(one.id))


def lost_actors(actors: Iterable[Actor], moved: Mapping[str, str], kept: Iterable[KeptActor]) -> tuple[KeptActor, ...]:
    """Those in the ledger to whom no actor answers any more."""
    answering = {*moved, *(actor.id for actor in actors)}
    return tuple(one for one in kept if one.id not in answering)
