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
    leads: dict[str, list[str]] = defaultdict(list)
    for one in kept:
        name = fold(one.name)
        exact = called[name] if " " in name else set()
        if heirs := exact or bearers[name]:
            heir = max(heirs, key=lambda key: (sizes[key], actors[key].id == one.id, key))
            leads[heir].append(one.id)
    return leads


def lost_actors(actors: Iterable[Actor], moved: Mapping[str, str], kept: Iterable[KeptActor]) -> tuple[KeptActor, ...]:
    """Those in the ledger to whom no actor answers any more."""
    answering = {*moved, *(actor.id for actor in actors)}
    return tuple(one for one in kept if one.id not in answering)
