"""Event coreference: which words of an article tell one happening, by a probability for each pair, learnt."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..model import When
from .anchoring import IN_CLAUSE
from .judge import Head, Verdict
from .mention import EventMention
from .surroundings import stem
from .told import OTHER, Told

#: how many words each word is compared with: the first of the article, and the last before it
FIRST, LAST = 10, 30
#: sentences between two words from which on they are far apart
FAR = 2


@dataclass(frozen=True, slots=True)
class Coreference:
    """Finds them; two are the same from the threshold of ``head`` on."""

    head: Head

    def clusters(self, found: Sequence[EventMention]) -> list[list[int]]:
        """The mentions, by number, that tell one happening, those of the article in order."""

        def chance(i: int, k: int) -> float:
            one, two = found[i], found[k]
            return 0.0 if are_apart(one, two) else self.head.probability(features(one, two))

        return joined(len(found), chance, self.head.threshold)


def joined(count: int, chance: Callable[[int, int], float], threshold: float) -> list[list[int]]:
    """The numbers up to a count, in clusters. Each joins that with which it is likeliest one, in the mean of those that it is
    compared with, if that is likely enough; ``chance`` is how likely two are one, the lower first, 0 where they cannot be.
    """
    clusters: list[list[int]] = []
    owner: list[int] = []
    for k in range(count):
        chances: dict[int, list[float]] = {}
        for i in compared(k):
            chances.setdefault(owner[i], []).append(chance(i, k))
        best, number = max(((_mean(found), -n) for n, found in chances.items()), default=(0.0, 0))
        if best < threshold:
            clusters.append([])
            number = 1 - len(clusters)
        clusters[-number].append(k)
        owner.append(-number)
    return clusters


def _mean(chances: Sequence[float]) -> float:
    return round(math.fsum(chances) / len(chances), 4) if all(chances) else 0.0


def compared(k: int) -> Iterator[int]:
    """The numbers of those before one that it is compared with, so that time grows straight with length."""
    yield from range(min(FIRST, k))
    yield from range(max(FIRST, k - LAST), k)


def features(one: EventMention, two: EventMention) -> dict[str, float]:
    """What speaks for and against that two words tell one happening, the first before the second."""
    likeness = round(float(one.state @ two.state), 3)
    distance = two.sentence - one.sentence
    near = float(distance == 0)
    same_word = float(stem(one.word.lemma_) == stem(two.word.lemma_))
    found = {"base": 1.0, "likeness of states": likeness, "likeness of states in one sentence": likeness * near}
    found |= {"same word": same_word, "same word in one sentence": same_word * near}
    found |= {"joined": float(two.word.dep_ == "conj" and two.word.head is one.word), "far apart": float(distance >= FAR)}
    found |= {f"then {two.determiner}": 1.0, "other status": float(one.told.status != two.told.status)}
    return found | _told(one.told, two.told) | _around(one, two)


def _told(one: Told, two: Told) -> dict[str, float]:
    """Whether they are of one kind, and who takes part in both."""
    same_kind = float(one.kind == two.kind != OTHER.kind)
    both = float(bool({*one.source, *one.target} & {*two.source, *two.target}))
    return {
        "likeness of kinds": _likely_same_kind(one.verdict, two.verdict),
        "same known kind": same_kind,
        "somebody in both": both,
        "same known kind and somebody in both": same_kind * both,
    }


def _likely_same_kind(one: Verdict, two: Verdict) -> float:
    """How likely the encoder says that both are of one kind."""
    return round(float(one.encoded.kinds @ two.encoded.kinds), 3)


def _around(one: EventMention, two: EventMention) -> dict[str, float]:
    """What their clauses say beside."""
    every = one.about | two.about
    found = {"words shared": len(one.about & two.about) / len(every) if every else 0.0}
    for name in ("doer", "thing", "names", "numbers"):
        mine, others = getattr(one, name), getattr(two, name)
        if mine and others:
            found[f"same {name}" if mine & others else f"other {name}"] = 1.0
    return found


def are_apart(one: EventMention, two: EventMention) -> bool:
    """Whether two cannot be one: others do them, or do them to others, or they are told to be on other days; or it is known who
    does them, and words tell that they are of other kinds.
    """
    who, whom = _are_others(one.told.source, two.told.source), _are_others(one.told.target, two.told.target)
    known = bool(one.told.source and two.told.source) and OTHER.kind not in {one.told.kind, two.told.kind}
    return who or whom or (known and one.told.kind != two.told.kind) or _on_other_days(one.when, two.when)


def _are_others(one: Sequence[str], two: Sequence[str]) -> bool:
    return bool(one and two) and not set(one) & set(two)


def _on_other_days(one: When | None, two: When | None) -> bool:
    """Whether dates that stand in the clauses leave no day that is in both."""
    if one is None or two is None or not {one.basis, two.basis} <= IN_CLAUSE:
        return False
    if one.from_ is None or two.from_ is None or one.to is None or two.to is None:
        return False
    return one.to < two.from_ or two.to < one.from_
