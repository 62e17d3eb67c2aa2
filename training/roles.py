"""Roles: who does what is told and to whom it is done, of all who are named beside it. Learnt from an editor's gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

import fitting
import folds
from dateline.events.judge import Head
from dateline.events.participation import Participation, Role
from stories import Part, Story

#: the inverse of the penalty, and how many articles must have a feature
STRENGTH, RARE = 0.1, 5
#: how often sentences of a coder count, which are few and have all that is told in them labelled
OFTEN = 8.0
#: from which probability on the likeliest actor has a role, and from which on others do
THRESHOLDS = {"source": (0.3, 0.45), "target": (0.4, 0.5)}

Tables = Mapping[str, Mapping[str, float]]


def fit(stories: Sequence[Story], coded: Sequence[Story]) -> Tables:
    """Weights by feature, for each role, from articles and from sentences of a coder."""
    known = [*stories, *coded]
    count = Counter(name for one in known for name in {name for part in one.parts for name in part.features})
    parts = [part for one in known for part in one.parts]
    rows = [{name: value for name, value in part.features.items() if count[name] >= RARE} for part in parts]
    heavy = [OFTEN if one.fold == folds.CODED else 1.0 for one in known for _ in one.parts]
    return {role: fitting.logistic(rows, [has(part) for part in parts], heavy, STRENGTH) for role, has in ROLES.items()}


#: whether an actor has a role
ROLES: Mapping[str, Callable[[Part], bool]] = {"source": lambda part: part.source, "target": lambda part: part.target}


def participation(tables: Tables) -> Participation:
    """What these tables decide."""
    return Participation(*(Role(Head(tables[role], least), others) for role, (least, others) in THRESHOLDS.items()))


def report(stories: Sequence[Story], coded: Sequence[Story]) -> Iterator[str]:
    """How many of those who take part in events are found, and of those that are found do, by tables of other folds."""
    right: Counter[str] = Counter()
    taken: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for test in sorted({one.fold for one in stories}):
        learnt = participation(fit([one for one in stories if one.fold != test], coded))
        for one in stories:
            for parts in _by_event(one) if one.fold == test else ():
                for role, found in zip(ROLES, learnt.chosen((part.actor, part.features) for part in parts), strict=True):
                    true = {part.actor for part in parts if ROLES[role](part)}
                    right[role] += len(true & set(found))
                    taken[role] += len(found)
                    there[role] += len(true)
    for role in ROLES:
        precision, recall = 100 * right[role] / max(taken[role], 1), 100 * right[role] / max(there[role], 1)
        yield f"{role}: precision {precision:.1f}, recall {recall:.1f} of {there[role]} who are named beside"


def _by_event(one: Story) -> Iterator[list[Part]]:
    """The actors beside each event."""
    for event in range(len(one.events)):
        parts = [part for part in one.parts if event in one.examples[part.example].tells]
        if parts:
            yield parts
