"""Mixture: what named features say of a candidate and what the encoder says, each by itself and together, out of fold.

``python training/mixture.py CORPORA FOLDER`` compares them on the articles whose part the encoder's training has done.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import corpora
import judge
import numpy as np
import scoring
from encoder import KINDS, PARTS
from encoding import STATUSES, Encoding, Target, encodings
from stories import Story

#: what the encoder's training says of an article: arrays by name, a row for each candidate
Answers = Mapping[str, Any]
#: of each article, a probability for each candidate
Found = Mapping[str, Sequence[float]]


def read(folder: Path) -> dict[str, Answers]:
    """What is said of the articles of all parts that are done, by their digests."""
    found: dict[str, Answers] = {}
    for path in sorted(folder.glob("*.pkl")):
        if path.stem in PARTS:
            found |= pickle.loads(path.read_bytes())
    return found


def in_parts(articles: Sequence[Encoding]) -> list[Story]:
    """Their stories, with the part in which each is tested as its fold."""
    part = {fold: number for number, name in enumerate(PARTS) for fold in PARTS[name]}
    return [replace(one.story, fold=part[one.story.fold]) for one in articles]


def own(answers: Mapping[str, Answers], column: int = 0) -> Found:
    """The encoder's own probability: of what an editor lists, or, in the second column, of what belongs on a timeline."""
    return {digest: (1 / (1 + np.exp(-said["worth"][:, column]))).tolist() for digest, said in answers.items()}


def mean(one: Found, two: Found) -> Found:
    """The mean of both, of the articles of the second."""
    return {digest: [(a + b) / 2 for a, b in zip(one[digest], two[digest], strict=True)] for digest in two}


def stacked(stories: Sequence[Story], answers: Mapping[str, Answers], *, states: bool = False) -> list[Story]:
    """The stories with what the encoder answers among their features; with its ``states`` too."""
    return [replace(one, examples=[
        replace(example, features={**example.features, **_columns(answers[one.digest], row, states=states)})
        for row, example in enumerate(one.examples)
    ]) for one in stories]  # fmt: skip


def _columns(said: Answers, row: int, *, states: bool) -> dict[str, float]:
    """The answers of one row by name: logits of worth, likely kinds and statuses, and the numbers of the state."""
    found = {f"encoder worth {number}": float(value) for number, value in enumerate(said["worth"][row])}
    for name, labels in (("kind", KINDS), ("status", STATUSES)):
        shares = np.exp(said[name][row] - said[name][row].max())
        found |= {f"encoder {name} {label}": float(share) for label, share in zip(labels, shares / shares.sum(), strict=True)}
    if states:
        found |= {f"encoder state {number}": float(value) for number, value in enumerate(said["state"][row])}
    return found


def report(articles: Sequence[Encoding], answers: Mapping[str, Answers], regression: Found) -> Iterator[str]:
    """Figures of each way to judge, over all that is done and by source; thresholds are chosen on the other parts."""
    done = [one for one in articles if one.story.digest in answers]
    stories = in_parts(done)
    ways = {"regression": {one.digest: regression[one.digest] for one in stories}, "encoder": own(answers)}
    ways["mean"] = mean(regression, ways["encoder"])
    if len({one.fold for one in stories}) > 1:
        ways["one model on both"] = judge.held_out(stacked(stories, answers), judge.is_worth)
        ways["one model, states too"] = judge.held_out(stacked(stories, answers, states=True), judge.is_worth)
        ways["mean of regression and that"] = mean(regression, ways["one model on both"])
    for name, found in ways.items():
        yield f"{name}: {judge.score(stories, found, judge.threshold(stories, found))}, {_calibration(stories, found)}"
        yield from _by_source(stories, found)
    yield from _labels(done, answers)


def _calibration(stories: Sequence[Story], found: Found) -> str:
    truth = [bool(example.tells) for one in stories for example in one.examples]
    return f"calibration error {scoring.calibration([p for one in stories for p in found[one.digest]], truth):.3f}"


def _by_source(stories: Sequence[Story], found: Found) -> Iterator[str]:
    for group in sorted({one.group for one in stories}):
        mine = [one for one in stories if one.group == group]
        others = [one for one in stories if one.fold != mine[0].fold] or stories
        yield f"  {group}: {judge.score(mine, found, judge.threshold(others, found))}"


def _labels(done: Sequence[Encoding], answers: Mapping[str, Answers]) -> Iterator[str]:
    """How often kind and status are right, by the encoder and by rule, of the candidates that tell an event."""
    asked: Sequence[tuple[str, Sequence[str], Callable[[Target], str]]] = (
        ("kind", KINDS, lambda target: target.kind),
        ("status", STATUSES, lambda target: target.status),
    )
    for name, labels, right in asked:
        rows = [(one, row) for one in done for row, target in enumerate(one.targets) if target.weight]
        truth = [right(one.targets[row]) for one, row in rows]
        said = [labels[int(answers[one.story.digest][name][row].argmax())] for one, row in rows]
        ruled = [_rule(one.story.examples[row].features, name, labels) for one, row in rows]
        yield f"{name}: encoder {_share(said, truth):.1f} %, rules {_share(ruled, truth):.1f} % of {len(rows)} candidates"


def _rule(features: Mapping[str, float], name: str, labels: Sequence[str]) -> str:
    """What the rules say, the last of the labels where they say none; other kinds are OTHER."""
    found = next((feature.split()[1] for feature in features if feature.startswith(f"{name} ")), "")
    if found in labels:
        return found
    return "OTHER" if name == "kind" else labels[-1]


def _share(said: Sequence[str], truth: Sequence[str]) -> float:
    return 100 * sum(a == b for a, b in zip(said, truth, strict=True)) / max(len(truth), 1)


def regression(articles: Sequence[Encoding], path: Path) -> Found:
    """The probabilities by named features alone, part by part; from a file where one is."""
    if not path.exists():
        path.write_bytes(pickle.dumps(judge.held_out(in_parts(articles), judge.is_worth)))
    found: Found = pickle.loads(path.read_bytes())
    return found


def main() -> None:
    """Read what is done, and compare."""
    texts, folder = map(Path, sys.argv[1:])
    articles = encodings(corpora.read(texts), folder / "encodings.pkl")
    for line in report(articles, read(folder), regression(articles, folder / "regression.pkl")):
        print(line, flush=True)


if __name__ == "__main__":
    main()
