"""Agreement: words that tell one happening are of one kind, and how sure it is that kind and status are right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from ..model import When
from .conditional_logit import ConditionalLogit
from .coreference import Coreference
from .mention import mentions
from .status import REAL
from .told import OTHER, Told

#: the encoder's answer for every status that words alone tell
REST = "other"
#: the one ground on which rules tell a status
WORDS = "words"
#: a ground on which rules tell the kind: it is known who acts on whom
BETWEEN = "between two"
#: the probability from which on another kind overrules that
ENOUGH = 0.7
#: what is worth less in the eyes of the judge is one with nothing further away
COMPARED = 0.2


@dataclass(frozen=True, slots=True)
class Agreement:
    """Decides kinds and statuses, and finds what tells one happening."""

    kinds: ConditionalLogit
    statuses: ConditionalLogit
    coreference: Coreference

    def with_status(self, told: Told) -> Told:
        """What is told, with the likeliest status. Words alone tell what is to come, denied or possible."""
        known = told.status if told.status in self.statuses.answers else REST
        shares = dict(zip(self.statuses.answers, self._status(told, known), strict=True))
        if known not in REAL:
            return replace(told, confidence=shares[known])
        best = min(shares.keys() - {REST}, key=lambda one: (-round(shares[one], 4), one))
        return replace(told, status=best, confidence=shares[best])

    def _status(self, told: Told, known: str) -> list[float]:
        return self.statuses.shares(told.verdict.encoded.statuses.tolist(), known, WORDS)

    def of(self, told: Sequence[Told], when: Callable[[Told], When | None]) -> list[Told]:
        """What is told, with the likeliest kind of all that tells the same, and the first word of that."""
        found: dict[int, Told] = {}
        for cluster in self._clusters(told, when):
            kind, chance = self._kind(cluster)
            first = min(one.token.i for one in cluster)
            for one in cluster:
                found[one.token.i] = replace(one, kind=kind, first=first, confidence=round(one.confidence * chance, 2))
        return [found[one.token.i] for one in told]

    def _kind(self, cluster: Sequence[Told]) -> tuple[str, float]:
        """The kind of a happening, and how likely it is: that which all its words hold likeliest, or which one is sure of.

        What follows another word has no say: "declined to resign" tells no resignation.
        """
        leading = [one for one in cluster if one.lead is None] or cluster
        shares = [self.kinds.shares(one.verdict.encoded.kinds.tolist(), one.kind, one.ground) for one in leading]
        governing = {one.lead for one in cluster if one.token.pos_ != "NOUN"}
        sure = [one for one in leading if one.ground == BETWEEN or (one.token.i in governing and one.kind != OTHER.kind)]
        kind, chance = self.kinds.likeliest(shares)
        if sure and chance < ENOUGH:
            kind = max(sure, key=lambda one: one.verdict.worth).kind
        return kind, round(sum(row[self.kinds.answers.index(kind)] for row in shares) / len(shares), 4)

    def _clusters(self, told: Sequence[Told], when: Callable[[Told], When | None]) -> list[list[Told]]:
        """What tells one happening: followers with what they follow, and these where they are worth it and alike."""
        groups = grouped(told)
        worthy = [group for group in groups if is_worthy(group)]
        heads = mentions([group[0] for group in worthy], when)
        joined = ([one for k in cluster for one in worthy[k]] for cluster in self.coreference.clusters(heads))
        return [*joined, *(group for group in groups if not is_worthy(group))]


def grouped(told: Sequence[Told]) -> list[list[Told]]:
    """What is told, each with what follows it behind it; those in the order of the text."""
    groups: dict[int, list[Told]] = {}
    for one in sorted(told, key=lambda one: (one.lead is not None, one.token.i)):
        groups.setdefault(one.token.i if one.lead is None else one.lead, []).append(one)
    return [groups[i] for i in sorted(groups)]


def happenings(told: Iterable[Told]) -> dict[int | None, list[Told]]:
    """What tells each happening, by the index of its first word."""
    found: dict[int | None, list[Told]] = {}
    for one in told:
        found.setdefault(one.first, []).append(one)
    return found


def is_worthy(group: Sequence[Told]) -> bool:
    """Whether a group is compared with others."""
    return max(one.verdict.worth for one in group) >= COMPARED
