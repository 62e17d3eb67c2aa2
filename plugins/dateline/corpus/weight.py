"""How much an event matters: clues with weights, from its sources, where they tell it, who takes part, and what kind it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from ..model import Reading
from .told import Told
from .words import stems

#: how much a kind of event weighs in news, against 0.5 for one of no known kind
KINDS = {
    "DEATH": 1.0, "DISASTER": 1.0, "ACCIDENT": 0.9, "FIGHT": 1.0, "ASSAULT": 1.0, "ELECTION": 1.0, "TRIAL": 0.9,
    "APPOINTMENT": 0.9, "COERCE": 0.9, "SANCTION": 0.9, "LAUNCH": 0.9, "PROTEST": 0.9, "CONTEST": 0.9, "LAW": 0.9, "DEAL": 0.8,
    "STATEMENT": 0.4, "OTHER": 0.4,
}  # fmt: skip
USUAL = 0.7
STATUSES = {"happened": 1.0, "ongoing": 0.9, "planned": 0.6, "called-for": 0.5, "denied": 0.4, "possible": 0.3}


@dataclass(frozen=True)
class Stage:
    """What the weight of an event is measured against: the headlines, and how often each actor is named in each article."""

    headlines: Mapping[str, frozenset[str]]
    named: Mapping[str, Counter[str]]

    @classmethod
    def of(cls, readings: Sequence[Reading], same: Mapping[str, Mapping[str, str]]) -> Stage:
        """The stage of these articles."""
        heads = {r.article.id: frozenset(stems(r.article.title, r.article.lang)) for r in readings}
        named: dict[str, Counter[str]] = {}
        for reading in readings:
            counts = named.setdefault(reading.article.id, Counter())
            for actor in reading.actors:
                counts[same[reading.article.id][actor.id]] += len(actor.mentions)
        return cls(heads, named)


def sources(group: Sequence[Told], stage: Stage) -> float:
    """How many articles tell it: 0 for one, 1 for eight."""
    return min(1.0, log2(len({t.article.id for t in group})) / 3)


def spread(group: Sequence[Told], stage: Stage) -> float:
    """How long it is told of: 1 where an article comes back to it a month later."""
    days = [t.published for t in group if t.published]
    return min(1.0, (max(days) - min(days)) / 30) if days else 0.0


def headline(group: Sequence[Told], stage: Stage) -> float:
    """The best share of a headline's words that a sentence telling it has; with its very trigger, more."""
    return max(_in_headline(t, stage.headlines[t.article.id]) for t in group)


def lead(group: Sequence[Told], stage: Stage) -> float:
    """How near the head of an article it stands: 1 in the first sentence."""
    return max(1 - min(1.0, 2.5 * t.place) for t in group)


def prominence(group: Sequence[Told], stage: Stage) -> float:
    """How much its articles are about those who take part: 1 where they are whom an article names most."""
    return max(_prominence(t, stage.named[t.article.id]) for t in group)


def kind(group: Sequence[Told], stage: Stage) -> float:
    """What its kind weighs."""
    return KINDS.get(group[0].report.type, USUAL)


def status(group: Sequence[Told], stage: Stage) -> float:
    """Whether it happened."""
    return max(STATUSES[t.report.status] for t in group)


def trust(group: Sequence[Told], stage: Stage) -> float:
    """The confidence of the surest report."""
    return max(t.report.confidence for t in group)


def main_day(group: Sequence[Told], stage: Stage) -> float:
    """Whether it is dated near the day that an article came out, as news is."""
    near = [t.published - t.last for t in group if t.last is not None and t.published]
    return 1.0 if any(-1 <= days <= 2 for days in near) else 0.5 if any(days <= 10 for days in near) else 0.0


#: what each clue weighs; the weight of an event is the mean, 0 to 1
WEIGHTS: dict[Callable[[Sequence[Told], Stage], float], float] = {
    sources: 3.0,
    spread: 1.0,
    headline: 3.0,
    lead: 1.5,
    prominence: 1.0,
    kind: 1.5,
    status: 1.0,
    trust: 0.5,
    main_day: 3.0,
}


def weight(group: Sequence[Told], stage: Stage) -> float:
    """The weight of the event that a group of reports tells, 0 to 1."""
    total = sum(clue(group, stage) * share for clue, share in WEIGHTS.items())
    return round(total / sum(WEIGHTS.values()), 4)


def _in_headline(told: Told, head: frozenset[str]) -> float:
    if not head:
        return 0.0
    return min(1.0, len(head & set(told.vector)) / len(head) + 0.3 * (told.trigger in head))


def _prominence(told: Told, named: Counter[str]) -> float:
    most = max(named.values(), default=0)
    return max((named[p.actor] for p in told.participants), default=0) / most if most else 0.0
