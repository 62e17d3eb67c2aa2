"""Judge: which verbs and nouns tell a happening, and which of those an editor would print. Learnt from an editor's gold."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import fitting
import folds
import sameness
import scoring
from corpora import Text
from dateline.events.features import LEXICAL
from dateline.events.judge import Head
from scoring import Figures, Shown
from stories import Example, Story
from stories import stories as labelled

#: the inverse of the penalty, and how many articles must have a feature
STRENGTH, RARE = 0.1, 5
#: a word's own weight is left out of the table where it moves the odds by less than this
SLIGHT = 0.03
#: the probability from which on a word tells a happening: PLOVER's events are read nearly as well as with all words
EVENTIVE = 0.5
HEADINGS = {"worth": "What an editor would print.", "eventive": "What tells a happening."}
#: worths from which on events may be listed, of which it is said how well that does
LISTED = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
#: where the tables that were learnt without a fold are written
HELD_OUT = Path(__file__).parent / "held_out"
#: parts by which happenings are tested, which are marked in texts of one fold alone
PARTS = 5
#: sizes at which the curve is measured, as shares of the articles
SIZES = (0.25, 0.5, 1.0)


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


def shown(one: Story, probabilities: Sequence[float], least: float, *, whole: bool = False) -> list[Shown]:
    """What a judge would show of an article: the best candidate of a sentence, or, ``whole``, of what tells the same."""
    order = sorted(range(len(probabilities)), key=lambda i: -probabilities[i])
    sure = [i for i in order if probabilities[i] >= least]
    clues = [one.examples[i].clue for i in sure]
    clusters = sameness.clusters(clues) if whole else sameness.by_sentence(clues)
    found = []
    for members in clusters:
        mine = [sure[k] for k in sorted(members)]
        tells = frozenset[int]().union(*(one.examples[i].tells for i in (mine if whole else mine[:1])))
        found.append(Shown(probabilities[mine[0]], tells))
    return found


def score(stories: Sequence[Story], found: Mapping[str, Sequence[float]], least: float, *, whole: bool = False) -> Figures:
    """The figures of what is shown of some articles."""
    return scoring.figures((shown(one, found[one.digest], least, whole=whole), one.weights) for one in stories)


def threshold(stories: Sequence[Story], found: Mapping[str, Sequence[float]], *, whole: bool = False) -> float:
    """The probability from which on recall and worth are best together."""
    return max(scoring.STEPS, key=lambda least: score(stories, found, least, whole=whole).f1)


def train(texts: Mapping[str, Text]) -> Iterator[str]:
    """Fit, export, and say how good the judge is on stories and sources that it was not learnt from."""
    yield from report(labelled(texts))


def report(stories: Sequence[Story]) -> Iterator[str]:
    """What :func:`train` says of articles that are read."""
    found = held_out(stories, is_worth)
    least = threshold(stories, found)
    count = sum(len(one.examples) for one in stories)
    reached = scoring.figures(([Shown(1, e.tells) for e in one.examples], one.weights) for one in stories)
    yield f"worth: {len(stories)} articles, {count} candidates, which tell {reached.recall:.1f} % of what belongs"
    for test in sorted({one.fold for one in stories}):
        mine = [one for one in stories if one.fold == test]
        others = [one for one in stories if one.fold != test]
        yield f"  {folds.groups(test)}: {score(mine, found, threshold(others, found))}"
    yield f"  all, from {least}: {score(stories, found, least)}"
    yield f"  all, what tells the same together: {score(stories, found, threshold(stories, found, whole=True), whole=True)}"
    probabilities = [p for one in stories for p in found[one.digest]]
    truth = [bool(example.tells) for one in stories for example in one.examples]
    yield f"  calibration error {scoring.calibration(probabilities, truth):.3f}"
    for size in SIZES[:-1]:
        part = [one for one in stories if int(one.digest[:8], 16) < size * 16**8]
        half = held_out(stories, is_worth, part)
        yield f"  learnt from {len(part)} articles: {score(stories, half, threshold(stories, half))}"
    yield from sameness.report([(one.digest, [(e.clue, e.tells) for e in one.examples]) for one in stories])
    _export("worth", fit(stories, is_worth))
    fitting.write_listing(least, {step: _listed(stories, found, step) for step in LISTED})
    yield from _eventive(stories)


def _listed(stories: Sequence[Story], found: Mapping[str, Sequence[float]], least: float) -> dict[str, float]:
    """How much is found and right of what is listed from a worth on."""
    figures = score(stories, found, least)
    return {"recall": round(figures.recall, 1), "worth": round(figures.worth, 1)}


def _export(name: str, weights: Mapping[str, float], folder: Path = fitting.WEIGHTS) -> None:
    """Write a table of the judge."""
    more = {"threshold": EVENTIVE} if name == "eventive" else {}
    fitting.export(name, HEADINGS[name], weights, folder, **more)


def _eventive(stories: Sequence[Story]) -> Iterator[str]:
    """The same of happenings; they are marked in one fold alone, so that its articles test each other, part by part."""
    marked = [one for one in stories if any(example.eventive is False for example in one.examples)]
    others = [one for one in stories if one not in marked]
    parts = {str(part): [one for one in marked if int(one.digest[:8], 16) % PARTS == part] for part in range(PARTS)}
    learnt = {part: fit([one for one in marked if one not in test], is_eventive) for part, test in parts.items()}
    found = {digest: p for part, test in parts.items() for digest, p in judged(test, learnt[part]).items()}
    answers = [(p, bool(e.eventive)) for one in marked for e, p in zip(one.examples, found[one.digest], strict=True)]
    best = max(scoring.STEPS, key=lambda step: _f1(answers, step))
    weights = fit(marked, is_eventive)
    far = judged(others, weights)
    reach = [p >= EVENTIVE for one in others for e, p in zip(one.examples, far[one.digest], strict=True) if e.tells]
    error = scoring.calibration([p for p, _ in answers], [truth for _, truth in answers])
    yield f"eventive: F1 {100 * _f1(answers, best):.1f} from {best}, calibration error {error:.3f}"
    yield f"  of words of events in other sources {100 * sum(reach) / max(len(reach), 1):.1f} % from {EVENTIVE}"
    _export("eventive", weights)
    unmarked = {f"of {fold}": [one for one in others if one.fold == fold] for fold in sorted({one.fold for one in others})}
    _write_folds(stories, {**parts, **unmarked}, {**learnt, **dict.fromkeys(unmarked, weights)})


def _write_folds(
    stories: Sequence[Story], tests: Mapping[str, Sequence[Story]], eventive: Mapping[str, Mapping[str, float]]
) -> None:
    """For DATELINE_WEIGHTS: which articles are read together, and the tables that were learnt without them."""
    of = {one.digest: name for name, test in tests.items() for one in test}
    for name, test in tests.items():
        folds_of = {one.fold for one in test}
        _export("worth", fit([one for one in stories if one.fold not in folds_of], is_worth), HELD_OUT / name)
        _export("eventive", eventive[name], HELD_OUT / name)
    (HELD_OUT / "folds.json").write_text(json.dumps(of, indent=0) + "\n", encoding="utf-8")


def _f1(answers: Sequence[tuple[float, bool]], least: float) -> float:
    taken = [truth for p, truth in answers if p >= least]
    both = len(taken) + sum(truth for _, truth in answers)
    return 2 * sum(taken) / both if both else 0.0
