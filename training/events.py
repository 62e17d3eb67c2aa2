"""Events: fits all that is learnt of them, says how good it is out of fold, and writes what reads each fold without it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import conditional_logit
import coreference
import fitting
import folds
import gold
import judge
import numpy as np
import roles
import scoring
import small_state
from corpora import Text
from dateline.events import encoder
from dateline.events.judge import mean
from scoring import Figures, Shown
from stories import Story
from stories import stories as labelled

#: what is owed for a coder's sentences
SHARED = "Learnt also from PLOVER's gold standard records, and under their licence (CC BY-SA 4.0)."
HEADINGS = {
    "worth": "What an editor would print.",
    "eventive": "What tells a happening.",
    "event_kind": "The kind of an event.",
    "status": "Whether an event came about.",
    "same_event": "Which words tell one happening.",
    "source": f"Who does what is told. {SHARED}",
    "target": f"To whom it is done. {SHARED}",
}
#: worths from which on events may be listed, of which it is said how well that does
LISTED = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
#: that which is usual: the program, which lists no event without a line, does about as well from 0.35 to 0.5
DEFAULT = 0.4
#: sizes at which named features are measured, as shares of the articles
SIZES = (0.25, 0.5)
#: the fold in which happenings are marked, whose articles are tested in parts
MARKED = 0
#: where what was learnt without a fold is written
HELD_OUT = Path(__file__).parent / "held_out"
#: the encoder that learnt from all articles; from no sentence of a coder
SHIPPED = fitting.WEIGHTS.parent / "encoder"

#: of each article, a probability for each candidate, and those that tell one happening
Found = Mapping[str, Sequence[float]]
Clusters = Mapping[str, Sequence[Sequence[int]]]
Tables = Mapping[str, Mapping[str, float]]


def train(texts: Mapping[str, Text], sentences: Mapping[str, Text], folder: Path) -> Iterator[str]:
    """Fit, export, and report. ``sentences`` are those of a coder; ``folder`` is that of the encoder's training, with its parts
    in eight bits.
    """
    paths = {fold: folder / "int8" / part for part, numbers in folds.PARTS.items() for fold in numbers}
    encoders = {fold: encoder.load(path) for fold, path in paths.items()}
    stories = list(labelled(texts, gold.labels(), folds.read(), encoders))
    coded = list(labelled(sentences, gold.coded(), dict.fromkeys(sentences, folds.CODED), {folds.CODED: encoder.load(SHIPPED)}))
    yield from report(stories, coded)
    write(stories, coded, paths)


def encoded(stories: Sequence[Story]) -> dict[str, list[float]]:
    """How likely the encoder says that each candidate is worth a line."""
    return {one.digest: [float(example.encoded.worth[0]) for example in one.examples] for one in stories}


def means(one: Found, two: Found) -> dict[str, list[float]]:
    """The mean of both."""
    return {digest: [mean(a, b) for a, b in zip(one[digest], two[digest], strict=True)] for digest in one}


def shown(one: Story, worth: Sequence[float], clusters: Sequence[Sequence[int]], least: float) -> Iterator[Shown]:
    """What would be listed of an article."""
    for cluster in clusters:
        best = max(worth[i] for i in cluster)
        if best >= least:
            yield Shown(best, frozenset[int]().union(*(one.examples[i].tells for i in cluster)))


def score(stories: Sequence[Story], worth: Found, clusters: Clusters, least: float) -> Figures:
    """The figures of what would be listed of some articles."""
    listed = ((list(shown(one, worth[one.digest], clusters[one.digest], least)), one.weights) for one in stories)
    return scoring.figures(listed)


def threshold(stories: Sequence[Story], worth: Found, clusters: Clusters) -> float:
    """The probability from which on recall and worth are best together."""
    return max(scoring.STEPS, key=lambda least: score(stories, worth, clusters, least).f1)


def report(stories: Sequence[Story], coded: Sequence[Story]) -> Iterator[str]:
    """How good all of it is, of articles by what did not learn from their fold."""
    named, own = judge.held_out(stories, judge.is_worth), encoded(stories)
    both = means(named, own)
    clusters = coreference.held_out(stories, both)
    yield from _reach(stories)
    for name, worth in (("named features", named), ("encoder", own), ("both", both)):
        yield from _by_group(name, stories, worth, clusters)
    yield from _curve(stories, own, clusters)
    fitting.write_listing(DEFAULT, {step: _listed(score(stories, both, clusters, step)) for step in LISTED})
    yield from coreference.report(stories, clusters)
    for question in conditional_logit.QUESTIONS:
        yield from conditional_logit.report(question, stories)
    yield from roles.report(stories, coded)
    yield from judge.report_eventive(*judge.in_parts(stories))


def _reach(stories: Sequence[Story]) -> Iterator[str]:
    """How much of what belongs on a timeline is a candidate at all."""
    reached = scoring.figures(([Shown(1, e.tells) for e in one.examples], one.weights) for one in stories)
    count = sum(len(one.examples) for one in stories)
    yield f"{len(stories)} articles, {count} candidates, which tell {reached.recall:.1f} % of what belongs"


def _by_group(name: str, stories: Sequence[Story], worth: Found, clusters: Clusters) -> Iterator[str]:
    """Figures of a way to judge, with thresholds that are chosen on other folds."""
    least = threshold(stories, worth, clusters)
    chances = [p for one in stories for p in worth[one.digest]]
    error = scoring.calibration(chances, [bool(e.tells) for one in stories for e in one.examples])
    yield f"worth by {name}, from {least}: {score(stories, worth, clusters, least)}, calibration error {error:.3f}"
    for group in sorted({one.group for one in stories}):
        mine = [one for one in stories if one.group == group]
        others = [one for one in stories if one.fold != mine[0].fold] or stories
        yield f"  {group}: {score(mine, worth, clusters, threshold(others, worth, clusters))}"


def _curve(stories: Sequence[Story], own: Found, clusters: Clusters) -> Iterator[str]:
    """Figures where named features are learnt from fewer articles."""
    for size in SIZES:
        part = [one for one in stories if int(one.digest[:8], 16) < size * 16**8]
        worth = means(judge.held_out(stories, judge.is_worth, part), own)
        least = threshold(stories, worth, clusters)
        yield f"  named features learnt from {len(part)} articles: {score(stories, worth, clusters, least)}"


def _listed(figures: Figures) -> dict[str, float]:
    """How much is found and right of what is listed."""
    return {"recall": round(figures.recall, 1), "worth": round(figures.worth, 1)}


def write(stories: Sequence[Story], coded: Sequence[Story], paths: Mapping[int, Path]) -> None:
    """The plugin's tables; and for DATELINE_WEIGHTS which articles are read together, with what was learnt without them."""
    worth = means(judge.held_out(stories, judge.is_worth), encoded(stories))
    small_state.export(small_state.fit(np.array([e.encoded.state for one in stories for e in one.examples if e.tells])))
    others, parts = judge.in_parts(stories)
    everything = {**tables(stories, worth), "eventive": judge.eventive(parts)}
    _export({**everything, **roles.fit(stories, coded)}, fitting.WEIGHTS)
    for fold in sorted({one.fold for one in stories}):
        mine = [one for one in stories if one.fold != fold]
        rest = {**tables(mine, worth), **roles.fit(mine, coded)}
        for name in [*parts] if fold == MARKED else [f"of {fold}"]:
            _write_held_out(name, {**rest, "eventive": judge.eventive(parts, name)}, paths[fold])
    for name, part in judge.by_part(coded).items():
        rest = roles.fit(stories, [one for one in coded if one not in part])
        _write_held_out(f"coded {name}", {**everything, **rest}, SHIPPED)
    tests = {one.digest: name for name, part in parts.items() for one in part}
    tests |= {one.digest: f"of {one.fold}" for one in others}
    tests |= {one.digest: f"coded {name}" for name, part in judge.by_part(coded).items() for one in part}
    (HELD_OUT / folds.PATH.name).write_text(json.dumps(tests, indent=0) + "\n", encoding="utf-8")


def tables(stories: Sequence[Story], worth: Found) -> Tables:
    """What these articles teach; candidates are paired by what they are worth to what did not learn from them."""
    asked = {question.name: conditional_logit.fit(question, stories) for question in conditional_logit.QUESTIONS}
    return {"worth": judge.fit(stories, judge.is_worth), "same_event": coreference.fit(stories, worth), **asked}


def _write_held_out(name: str, found: Tables, read: Path) -> None:
    """What reads some articles without having learnt from them."""
    _export(found, HELD_OUT / name)
    _link(HELD_OUT / name / "encoder", read)


def _export(found: Tables, folder: Path) -> None:
    decided = {"eventive": {"threshold": judge.EVENTIVE}, "same_event": {"threshold": coreference.THRESHOLD}}
    decided |= {role: {"threshold": first, "others": others} for role, (first, others) in roles.THRESHOLDS.items()}
    for name, weights in found.items():
        fitting.export(name, HEADINGS[name], weights, folder, **decided.get(name, {}))


def _link(path: Path, target: Path) -> None:
    """Name the files of an encoder without a copy."""
    path.unlink(missing_ok=True)
    path.symlink_to(target.resolve(), target_is_directory=True)
