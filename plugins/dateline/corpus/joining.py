"""Names of one actor are joined, the surest first to last; which is doubtful is left apart and said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..model.names import fold, parts
from .names import person_likeness
from .profiles import Profile
from .same_actor import ASKED, LEAD, MAYBE, SURE, clues, fame, features, probability, score

#: two names, by their keys
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """A name and an actor that it may be another name of, with what was found of the pair and what that comes to."""

    short: str
    actor: str
    found: Mapping[str, float]
    score: float

    @property
    def probability(self) -> float:
        """How likely it is that they are one."""
        return probability(self.score)

    @property
    def why(self) -> tuple[str, ...]:
        """What was found in words, each with its weight."""
        return clues(self.found)


@dataclass
class ActorClusters:
    """Names that have been joined: ``to`` leads from a key to that of the fuller name; ``profiles`` has what is joined,
    ``names`` what each was called before.

    ``apart`` are pairs of keys that the editors keep apart.
    """

    profiles: dict[str, Profile]
    names: Mapping[str, str]
    rare: Mapping[str, float]
    apart: frozenset[Pair] = frozenset()
    to: dict[str, str] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)
    merges: list[Judged] = field(default_factory=list)
    doubts: list[Sequence[Judged]] = field(default_factory=list)

    def actor(self, key: str) -> str:
        """The key of the actor whose name this is."""
        while key in self.to:
            key = self.to[key]
        return key

    def join_all(self, pairs: Mapping[str, Mapping[str, str]]) -> None:
        """Join each name to the one actor that it stands for, until there is no more that is sure; then say who may be whom.

        Two names between which a third cannot be told may be found to be one after it.
        """
        order = sorted(pairs, key=lambda key: (-len(self.names[key]), key))
        while sum(self._join(short, pairs[short]) for short in order):
            continue
        likely = ([one for one in self._judged(short, pairs[short]) if one.probability >= MAYBE] for short in order)
        self.doubts += [one for one in likely if one]

    def _join(self, short: str, candidates: Mapping[str, str]) -> bool:
        """Whether a name is joined to one of its candidates."""
        chosen = choose(self._judged(short, candidates))
        if chosen:
            self._unite(chosen)
        return chosen is not None

    def _judged(self, short: str, candidates: Mapping[str, str]) -> list[Judged]:
        """What is found of a name, or what it was joined to, and each candidate."""
        own = self.actor(short)
        options: dict[str, str] = {}
        for key, likeness in candidates.items():
            options.setdefault(self.actor(key), likeness)
        return [self.judge(own, key, how) for key, how in options.items() if key != own and not self._conflict(own, key)]

    def judge(self, short: str, actor: str, likeness: str) -> Judged:
        """How likely a name is an actor's."""
        return judged(short, actor, features(self.profiles[short], self.profiles[actor], likeness, self.rare))

    def judge_single(self, said: Profile, bearers: Mapping[str, str]) -> list[Judged]:
        """How likely a person's single name, in the one article that this profile is of, is each of its bearers'."""
        every = {key: self.profiles[key] for key in bearers}
        total = sum(len(one.articles) for one in every.values())
        found = {key: features(said, one, bearers[key], self.rare) | fame(one, total) for key, one in every.items()}
        return [judged(said.key, key, seen) for key, seen in found.items()]

    def keeps_apart(self, one: str, two: str) -> bool:
        """Whether the editors say that the names of two are not one actor's."""
        if not self.apart:
            return False
        pairs = ((a, b) for a in self._names(one) for b in self._names(two))
        return any((a, b) in self.apart or (b, a) in self.apart for a, b in pairs)

    def _names(self, key: str) -> Sequence[str]:
        return self.members.get(key, (key,))

    def _conflict(self, one: str, two: str) -> bool:
        """Whether any two names of two actors cannot be one's."""
        if self.keeps_apart(one, two):
            return True
        if not self.profiles[one].is_person:
            return False
        return any(not self._can_be_one(a, b) for a in self._names(one) for b in self._names(two))

    def _can_be_one(self, one: str, two: str) -> bool:
        a, b = self.names[one], self.names[two]
        if not parts(a).first or not parts(b).first or person_likeness(a, b):
            return True
        return fold(a).endswith(f" {fold(b)}") or fold(b).endswith(f" {fold(a)}")

    def _unite(self, chosen: Judged) -> None:
        self.merges.append(chosen)
        self.to[chosen.short] = chosen.actor
        self.members[chosen.actor] = [*self._names(chosen.actor), *self._names(chosen.short)]
        self.profiles[chosen.actor].add(self.profiles[chosen.short])


def judged(short: str, actor: str, found: Mapping[str, float]) -> Judged:
    """What the features of a pair come to."""
    return Judged(short, actor, found, score(found))


def choose(found: Iterable[Judged]) -> Judged | None:
    """The one that is sure, if no other is nearly as likely, and no editor need be asked."""
    ranked = sorted(found, key=lambda one: (-one.score, one.actor))
    if not ranked or ranked[0].probability < SURE or ASKED in ranked[0].found:
        return None
    clear = len(ranked) == 1 or ranked[0].score - ranked[1].score >= LEAD
    return ranked[0] if clear else None
