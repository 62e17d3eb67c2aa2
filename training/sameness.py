"""Sameness within an article, by the simplest clues: a start that what is learnt has to beat."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import scoring
from dateline.events.candidates import EventCandidate
from dateline.events.surroundings import stem

#: dependents through which a noun and its verb tell one thing ("the attack killed", "carried out an attack")
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
#: how many sentences apart two words of one kind are taken for the same where they share an actor
NEAR = 1


@dataclass(frozen=True, slots=True)
class Clue:
    """What tells that two candidates are one happening: word, kind, actors below it, sentence; and the word it depends on.

    ``head`` is the index of the verb whose subject or object it is, -1 where it is none.
    """

    word: int
    head: int
    sentence: int
    stem: str
    kind: str
    actors: frozenset[str]


def clue(candidate: EventCandidate, features: Mapping[str, float], at: Mapping[int, tuple[str, ...]]) -> Clue:
    """The clues of a candidate."""
    word = candidate.trigger
    kind = next((name for name in features if name.startswith("kind ")), "")
    actors = frozenset(who for one in word.subtree for who in at.get(one.i, ()))
    head = word.head.i if word.dep_ in ARGUMENTS else -1
    return Clue(word.i, head, candidate.sentence, stem(word.lemma_), kind, actors)


def is_same(one: Clue, two: Clue) -> bool:
    """Whether two candidates tell one happening."""
    if one.head == two.word or two.head == one.word:
        return True
    if one.stem == two.stem:
        return True
    alike = bool(one.kind) and one.kind == two.kind
    return alike and bool(one.actors & two.actors) and abs(one.sentence - two.sentence) <= NEAR


def clusters(clues: Sequence[Clue]) -> list[frozenset[int]]:
    """Candidates, by their places, that tell one happening; each joins the first cluster in which it fits one."""
    found: list[list[int]] = []
    for k, mine in enumerate(clues):
        fit = next((members for members in found if any(is_same(clues[i], mine) for i in members)), None)
        if fit is None:
            found.append([k])
        else:
            fit.append(k)
    return [frozenset(members) for members in found]


def by_sentence(clues: Sequence[Clue]) -> list[frozenset[int]]:
    """Candidates of one sentence together."""
    found: dict[int, list[int]] = {}
    for k, one in enumerate(clues):
        found.setdefault(one.sentence, []).append(k)
    return [frozenset(members) for members in found.values()]


def report(articles: Sequence[tuple[str, Sequence[tuple[Clue, frozenset[int]]]]]) -> Iterator[str]:
    """How many pairs of words of events are rightly taken for the same, of those that are taken and of those that are."""
    right = taken = there = 0
    for _, examples in articles:
        told = [(clue, tells) for clue, tells in examples if tells]
        mine = set(scoring.pairs(clusters([clue for clue, _ in told])))
        same = {(i, k) for k in range(len(told)) for i in range(k) if told[i][1] & told[k][1]}
        right, taken, there = right + len(mine & same), taken + len(mine), there + len(same)
    precision, recall = 100 * right / max(taken, 1), 100 * right / max(there, 1)
    yield f"  same, by simple clues over words of events: precision {precision:.1f}, recall {recall:.1f} of {there} pairs"
