"""Participation: who does what is told and to whom it is done, of all whom its sentences name, learnt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .agreement import happenings, is_worthy
from .judge import Head
from .role_features import Scene, features
from .sense import MISHAPS
from .told import Told


@dataclass(frozen=True, slots=True)
class Role:
    """How likely an actor has a role: the likeliest has it from the threshold of ``head`` on, others from ``others`` on."""

    head: Head
    others: float

    def chosen(self, chances: Mapping[str, float]) -> list[str]:
        """Who has it, the likeliest first."""
        ordered = sorted(chances, key=lambda actor: (-chances[actor], actor))
        return [
            actor for place, actor in enumerate(ordered) if chances[actor] >= (self.others if place else self.head.threshold)
        ]


@dataclass(frozen=True, slots=True)
class Participation:
    """Finds who takes part in each happening."""

    source: Role
    target: Role

    def of(self, told: Sequence[Told], scene: Scene) -> Iterator[Told]:
        """What is told, with those who take part; the same in all that tells one happening, so that each can stand for it, and
        nobody where it is worth little.
        """
        found = {
            first: self._of(cluster, scene) if is_worthy(cluster) else ([], []) for first, cluster in happenings(told).items()
        }
        for one in told:
            source, target = found[one.first]
            yield replace(one, source=source, target=target)

    def _of(self, cluster: Sequence[Told], scene: Scene) -> tuple[list[str], list[str]]:
        """Who does it and to whom it is done; no place does what befalls it ("Haiti's earthquake")."""
        told = ((one, named, beside) for one in cluster for beside in (scene.beside(one),) for named in beside)
        source, target = self.chosen((named.actor, features(one, named, beside, scene)) for one, named, beside in told)
        befalls = cluster[0].kind in MISHAPS
        return [one for one in source if not (befalls and scene.cast.actors[one].kind == "place")], target

    def chosen(self, rows: Iterable[tuple[str, Mapping[str, float]]]) -> tuple[list[str], list[str]]:
        """Who does it, and of the others to whom, by the features of each actor wherever it is named."""
        acts: dict[str, float] = {}
        undergoes: dict[str, float] = {}
        for actor, row in rows:
            for role, chances in ((self.source, acts), (self.target, undergoes)):
                chances[actor] = max(chances.get(actor, 0.0), role.head.probability(row))
        source = self.source.chosen({actor: chance for actor, chance in acts.items() if chance >= undergoes[actor]})
        return source, self.target.chosen({actor: chance for actor, chance in undergoes.items() if actor not in source})
