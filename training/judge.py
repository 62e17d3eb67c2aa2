"""Judge: which verbs and nouns tell a happening, and which of those an editor would print. Learnt from an editor's gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

import fitting
import scoring
from dateline.events.features import LEXICAL
from dateline.events.judge import Head
from stories import Example, Story

#: the inverse of the penalty, and how many articles must have a feature
STRENGTH, RARE = 0.1, 5
#: a word's own weight is left out of the table where it moves the odds by less than this
SLIGHT = 0.03
#: the probability from which on a word tells a happening: PLOVER's events are read nearly as well as with all words
EVENTIVE = 0.5
#: parts by which happenings are tested, which are marked in texts of one fold alone
PARTS = 5


#: what is true of an example, given the weights of its article's events; None where it is not known
Truth = Callable[[Example, Sequence[int]], bool | None]


def is_worth(example: Example, weights: Sequence[int]) -> bool:
    """Whether an editor lists what it tells."""
    return bool(example.tells)


def is_eventive(example: Example, weights: Sequence[int]) -> bool | None:
    """Whether it tells a happening."""
    return example.eventive


def fit(stories: Sequence[Story], truth: Truth) -> dict[str, float]:
    """Weights by feature, from what is known to be true or not; those of rare features and slight words are left out."""
    common = _common(stories)
    rows, right = [], []
    for one in stories:
        for example in one.examples:
            answer = truth(example, one.weights)
            if answer is not None:
                rows.append({name: value for name, value in example.features.items() if name in common})
                right.append(answer)
    weights = fitting.logistic(rows, right, strength=STRENGTH)
    return {name: weight for name, weight in weights.items() if not _is_slight(name, weight)}


def _common(stories: Sequence[Story]) -> set[str]:
    """Features that enough articles have."""
    count = Counter(name for one in stories for name in {n for e in one.examples for n, value in e.features.items() if value})
    return {name for name, articles in count.items() if articles >= RARE}


def _is_slight(name: str, weight: float) -> bool:
    return name.startswith("the ") and abs(weight) * LEXICAL < SLIGHT


def judged(stories: Sequence[Story], weights: Mapping[str, float]) -> dict[str, list[float]]:
    """The probability of each candidate, by the digest of its article."""
    head = Head(weights, 0.5)
    return {one.digest: [head.probability(example.features) for example in one.examples] for one in stories}


def held_out(stories: Sequence[Story], truth: Truth, known: Sequence[Story] | None = None) -> dict[str, list[float]]:
    """The probabilities of each article's candidates by the weights of the other folds; ``known``: learnt from these alone."""
    found: dict[str, list[float]] = {}
    for test in sorted({one.fold for one in stories}):
        weights = fit([one for one in known or stories if one.fold != test], truth)
        found |= judged([one for one in stories if one.fold == test], weights)
    return found


def in_parts(stories: Sequence[Story]) -> tuple[list[Story], dict[str, list[Story]]]:
    """The articles in which happenings are marked, which all are of one fold, in parts that test each other; and the others."""
    marked = [one for one in stories if any(example.eventive is False for example in one.examples)]
    return [one for one in stories if one not in marked], by_part(marked)


def by_part(stories: Sequence[Story]) -> dict[str, list[Story]]:
    """Articles in parts that test each other."""
    return {str(part): [one for one in stories if int(one.digest[:8], 16) % PARTS == part] for part in range(PARTS)}


def eventive(parts: Mapping[str, Sequence[Story]], test: str = "") -> dict[str, float]:
    """What tells a happening, learnt from all parts but one."""
    return fit([one for name, part in parts.items() if name != test for one in part], is_eventive)


def report_eventive(others: Sequence[Story], parts: Mapping[str, Sequence[Story]]) -> Iterator[str]:
    """How well happenings are told from the rest, in articles that were not learnt from and in those of other sources."""
    answers: list[tuple[float, bool]] = []
    for test, mine in parts.items():
        found = judged(mine, eventive(parts, test))
        answers += [(p, bool(e.eventive)) for one in mine for e, p in zip(one.examples, found[one.digest], strict=True)]
    best = max(scoring.STEPS, key=lambda step: _f1(answers, step))
    far = judged(others, eventive(parts))
    reach = [p >= EVENTIVE for one in others for e, p in zip(one.examples, far[one.digest], strict=True) if e.tells]
    error = scoring.calibration([p for p, _ in answers], [truth for _, truth in answers])
    yield f"eventive: F1 {100 * _f1(answers, best):.1f} from {best}, calibration error {error:.3f}"
    yield f"  of words of events in other sources {100 * sum(reach) / max(len(reach), 1):.1f} % from {EVENTIVE}"


def _f1(answers: Sequence[tuple[float, bool]], least: float) -> float:
    taken = [truth for p, truth in answers if p >= least]
    both = len(taken) + sum(truth for _, truth in answers)
    return 2 * sum(taken) / both if both else 0.0
