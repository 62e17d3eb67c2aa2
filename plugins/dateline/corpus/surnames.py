"""Single names of persons ("Johnson"): in each article that of the one whose company it keeps, else nobody's but its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ..model import Actor, Reading
from ..model.names import fold
from .joining import ActorClusters, Judged, choose
from .names import called
from .profiles import profile
from .same_actor import MAYBE

#: the share of articles in which a name must be a person's to be one where the model says otherwise
MOSTLY = 0.75
#: by single name, folded, the actors that bear it, each with how it is called so
Bearers = Mapping[str, Mapping[str, str]]


def bearers(joined: ActorClusters) -> Bearers:
    """The persons who bear each surname, and those who are called by another part of their name, as "Saddam"."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for key, one in sorted(joined.profiles.items()):
        if not one.is_person or one.is_bare or key in joined.to:
            continue
        for full in one.full:
            for name in sorted(called(full)):
                found[name].setdefault(key, "surname")
        own = {word for full in one.full for word in fold(full).split()}
        for name in sorted({fold(alias) for alias in one.names if alias[:1].isupper()} & own):
            found[name].setdefault(key, "called so")
    return found


class Surnames:
    """Says whose the single names are, article by article; remembers what it joined, and what it could not."""

    def __init__(self, joined: ActorClusters) -> None:
        self.joined = joined
        self.bearers = bearers(joined)
        self.single = {key for key, one in joined.profiles.items() if one.is_single and key not in joined.to}
        self.merges: dict[tuple[str, str], Judged] = {}
        self.doubts: dict[tuple[str, ...], list[str]] = defaultdict(list)

    def whose(self, reading: Reading, actor: Actor, here: Mapping[str, str]) -> str:
        """The actor's key for a person that an article calls by one name; ``here`` has those of all its actors, by id."""
        own = here[actor.id]
        options = self.options(own) if self._is_persons(own, actor) else {}
        inside = [key for key in options if key in here.values()]
        if len(inside) == 1:
            return inside[0]
        if not options or inside:
            return own
        said = profile(reading, actor, here)
        judged = self.joined.judge_single(said, options)
        chosen = choose(judged)
        if chosen is None:
            self._doubt(own, judged, reading)
            return own
        if (pair := (own, chosen.actor)) not in self.merges or chosen.score > self.merges[pair].score:
            self.merges[pair] = chosen
        return chosen.actor

    def _is_persons(self, own: str, actor: Actor) -> bool:
        """Whether a name is a person's: here, or, where the model may have erred, in most articles; Ford is a company too."""
        kinds = self.joined.profiles[own].kinds
        return actor.kind == "person" or kinds["person"] >= MOSTLY * kinds.total()

    def options(self, own: str) -> dict[str, str]:
        """Who bears the name of this key, with how they are called so."""
        names = called(self.joined.names[own])
        found = {key: how for name in names for key, how in self.bearers.get(name, {}).items()}
        return {key: how for key, how in found.items() if not self.joined.keeps_apart(own, key)}

    def _doubt(self, own: str, judged: Iterable[Judged], reading: Reading) -> None:
        likely = sorted(one.actor for one in judged if one.probability >= MAYBE)
        if likely:
            self.doubts[own, *likely].append(reading.article.id)
