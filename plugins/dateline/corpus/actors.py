"""Actors over all articles: one for all names of one, where that is clear; what is not clear stays apart, and is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..model import Actor, Doubt, KeptActor, Known, Merge, Reading
from ..model.names import fold
from .actor_ids import assigned
from .candidates import candidates
from .joining import ActorClusters, Judged
from .profiles import profiles, rarity
from .shown import callers, disagreements, own_names, shown
from .surnames import Surnames

#: by article, for each of its actors' ids the one over all articles
Same = dict[str, dict[str, str]]
Groups = dict[str, list[Actor]]


class Gathered(NamedTuple):
    """The actors of all articles, by id; for each article which of them its own actors are; what is doubtful, which names
    were joined, and which former ids lead to which actor."""

    actors: tuple[Actor, ...]
    same: Same
    doubts: tuple[Doubt, ...]
    merges: tuple[Merge, ...]
    moved: dict[str, str]


def gather(readings: Sequence[Reading], desk: Sequence[Known] = (), kept: Sequence[KeptActor] = ()) -> Gathered:
    """The actors of all articles.

    Names that differ in signs alone are one; others are where their names, company, countries and times make that sure. A
    single name of a person is, in each article, that of the one whose company it keeps. ``desk`` says what the editors know,
    ``kept`` which actors are published.
    """
    found, keys = profiles(readings)
    names = {key: one.name for key, one in found.items()}
    joined = ActorClusters(found, names, rarity(found, len(readings)), _apart(names, desk))
    joined.join_all(candidates(found))
    surnames = Surnames(joined)
    same = {reading.article.id: _here(reading, keys[reading.article.id], joined, surnames) for reading in readings}
    groups = _groups(readings, same)
    known = {fold(actor.name): actor for actor in desk}
    at_desk = {key: next((known[n] for a in group if (n := fold(a.name)) in known), None) for key, group in groups.items()}
    called = callers(groups)
    actors = {key: shown(group, own_names(key, group, called), at_desk[key]) for key, group in groups.items()}
    ids, moved = assigned(actors, {key: len(group) for key, group in groups.items()}, kept)
    actors = {key: replace(actor, id=ids[key]) for key, actor in actors.items()}
    doubts = (*_surname_doubts(surnames, ids), *_name_doubts(joined, ids), *_disagreements(actors, groups, at_desk))
    return Gathered(
        tuple(sorted(actors.values(), key=lambda actor: actor.id)),
        {article: {id: ids[key] for id, key in here.items()} for article, here in same.items()},
        doubts,
        tuple(_merges((*joined.merges, *surnames.merges.values()), joined, ids)),
        moved,
    )


def _apart(names: Mapping[str, str], desk: Iterable[Known]) -> frozenset[tuple[str, str]]:
    """The pairs of keys that the editors say are not one, and those of any two actors that they know."""
    keys: dict[str, list[str]] = defaultdict(list)
    for key, name in names.items():
        keys[fold(name)].append(key)
    said = [(split, actor.name) for actor in desk for split in actor.split]
    said += [(one.name, two.name) for one in desk for two in desk if one.name < two.name]
    return frozenset((a, b) for one, two in said for a in keys.get(fold(one), ()) for b in keys.get(fold(two), ()))


def _here(reading: Reading, keys: Mapping[str, str], joined: ActorClusters, surnames: Surnames) -> dict[str, str]:
    """For each actor of an article the key of the actor over all articles."""
    here = {id: joined.actor(key) for id, key in keys.items()}
    single = [actor for actor in reading.actors if here[actor.id] in surnames.single]
    return here | {actor.id: surnames.whose(reading, actor, here) for actor in single}


def _groups(readings: Sequence[Reading], same: Same) -> Groups:
    groups: Groups = defaultdict(list)
    for reading in readings:
        for actor in reading.actors:
            groups[same[reading.article.id][actor.id]].append(actor)
    return dict(sorted(groups.items()))


def _merges(judged: Iterable[Judged], joined: ActorClusters, ids: Mapping[str, str]) -> Iterator[Merge]:
    """What was joined, by the actor's id."""
    rows = ((ids[joined.actor(one.actor)], joined.names[one.short], joined.names[one.actor], one) for one in judged)
    for id, short, name, one in sorted(rows, key=lambda row: row[:3]):
        yield Merge(id, short, name, one.why, round(one.probability, 3))


def _surname_doubts(surnames: Surnames, ids: Mapping[str, str]) -> Iterator[Doubt]:
    for (own, *others), articles in surnames.doubts.items():
        more = f" and {len(articles) - 1} more" if len(articles) > 1 else ""
        why = f"several bear this name in {articles[0]}{more}" if len(others) > 1 else f"not sure in {articles[0]}{more}"
        yield Doubt("surname", (ids[own], *(ids[other] for other in others)), why)


def _name_doubts(joined: ActorClusters, ids: Mapping[str, str]) -> Iterator[Doubt]:
    """Names that stay apart although they may be one actor's."""
    for likely in sorted(joined.doubts, key=lambda likely: -len(joined.profiles[likely[0].short].articles)):
        best = max(likely, key=lambda one: (one.score, one.actor))
        about = (ids.get(joined.actor(best.short)), ids.get(joined.actor(best.actor)))
        if about[0] and about[1] and about[0] != about[1]:
            yield Doubt("name", (about[1], about[0]), f"probability {best.probability:.2f}: {', '.join(best.why)}")


def _disagreements(actors: Mapping[str, Actor], groups: Groups, desk: Mapping[str, Known | None]) -> Iterator[Doubt]:
    for key, actor in sorted(actors.items(), key=lambda item: (-len(groups[item[0]]), item[0])):
        for field, says in disagreements(groups[key], desk[key]):
            yield Doubt(field, (actor.id,), f"articles disagree: {says}")
