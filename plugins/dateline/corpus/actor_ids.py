"""Actors' ids: made of their names; one that is in the ledger lasts, whatever name most articles give its actor now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, count

from ..model import Actor, KeptActor
from ..model.names import fold


def assigned(
    actors: Mapping[str, Actor], sizes: Mapping[str, int], kept: Sequence[KeptActor]
) -> tuple[dict[str, str], dict[str, str]]:
    """The id of each actor, by its key: the oldest in the ledger that leads to it, else one of its own; and where the others
    in the ledger lead.

    ``sizes`` is how many articles name each.
    """
    leads = _leads(actors, sizes, kept)
    ids = {key: former[0] for key, former in leads.items()}
    taken = {id for former in leads.values() for id in former}
    for key in sorted(actors.keys() - ids.keys(), key=lambda key: (-sizes[key], key)):
        ids[key] = _free(actors[key], taken)
        taken.add(ids[key])
    return ids, {id: ids[key] for key, former in leads.items() for id in former[1:]}


def _free(actor: Actor, taken: set[str]) -> str:
    """The actor's own id; where another has that, with its kind behind it, or a number."""
    numbers = (f"{actor.id}-{number}" for number in count(2))
    return next(id for id in chain((actor.id, f"{actor.id}-{actor.kind}"), numbers) if id not in taken)


def _leads(actors: Mapping[str, Actor], sizes: Mapping[str, int], kept: Sequence[KeptActor]) -> dict[str, list[str]]:
    """By the key of each actor, the ids in the ledger that lead to it, the oldest first."""
    bearers: dict[str, set[str]] = defaultdict(set)
    called: dict[str, set[str]] = defaultdict(set)
    for key, actor in actors.items():
        called[fold(actor.name)].add(key)
        for name in {fold(name) for name in (actor.name, *actor.aliases)}:
            bearers[name].add(key)
    known = {fold(one.name) for one in kept}
    heirs: dict[str, str] = {}
    # an id that names a kind ("mercury-place") is of that kind alone: those first
    for one in sorted(kept, key=lambda one: not _is_of_kind(one, called[fold(one.name)], actors)):
        name = fold(one.name)
        others = {key for key in bearers[name] if fold(actors[key].name) not in known}
        options = (called[name] if " " in name else called[name] | others) or bearers[name]
        if options:
            free = called[name] - {*heirs.values()}
            heirs[one.id] = max(
                options,
                key=lambda key: (_names_kind(one, actors[key]), key in free, sizes[key], actors[key].id == one.id, key),
            )
    leads: dict[str, list[str]] = defaultdict(list)
    for one in kept:
        if one.id in heirs:
            leads[heirs[one.id]].append(one.id)
    return leads


def _is_of_kind(one: KeptActor, keys: Iterable[str], actors: Mapping[str, Actor]) -> bool:
    return any(_names_kind(one, actors[key]) for key in keys)


def _names_kind(one: KeptActor, actor: Actor) -> bool:
    """Whether an id in the ledger is an actor's, with its kind behind it."""
    return one.id == f"{actor.id}-{actor.kind}"


def lost_actors(actors: Iterable[Actor], moved: Mapping[str, str], kept: Iterable[KeptActor]) -> tuple[KeptActor, ...]:
    """Those in the ledger to whom no actor answers any more."""
    answering = {*moved, *(actor.id for actor in actors)}
    return tuple(one for one in kept if one.id not in answering)
