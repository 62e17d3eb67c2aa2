"""Glued boundary: where a headline, caption or list item is glued to what follows. Synthetic and real lines."""

from __future__ import annotations

import itertools
import json
import random
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import corpora
import fitting
import folds
from corpora import Text
from dateline.text import glued, junctions

LABELS = Path(__file__).parent / "labels/glued.jsonl"
#: groups whose texts have whole lines, which are glued together to learn from
WHOLE = frozenset({"bbc", "web", "articles", "gum", "fivew", "timebank", "aquaint"})
#: of them, groups that have nothing glued: all their lines count, so that a cut in running text weighs
CLEAN = frozenset({"bbc", "articles", "timebank", "aquaint"})
#: a threshold is taken that keeps this precision on lines of stories and sources not trained with
PRECISION = 0.97
#: by how much the threshold rises until whole lines are cut as precisely as single words
STEP = 0.1
#: one boundary of so many may be lost since the words on both sides alone speak against it
RARE = 50
#: how much a word counts of lines labelled by hand, of lines as they stand in clean texts, with blank lines (apart) or
#: without, and of lines glued together
COUNTS = {"labelled": 3.0, "clean": 1.0, "apart": 1.0, "made": 1.0}
#: lines that figures and the threshold come from
TESTS = frozenset({"labelled", "clean"})


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of a text, and the offsets in it at which a span begins; ``unsure`` ones are not counted."""

    fold: int
    text: str
    start: int
    end: int
    cuts: frozenset[int]
    unsure: frozenset[int]
    kind: str


@dataclass(frozen=True, slots=True)
class Example:
    """A word before which a span may begin, and whether one does."""

    fold: int
    offset: int
    near: Mapping[str, float]
    features: Mapping[str, float]
    boundary: bool
    kind: str


def labels(texts: Mapping[str, Text], folds: Mapping[str, int]) -> list[Line]:
    """Real lines with their cuts by hand, and lines glued together from texts that have none."""
    real = [_real(json.loads(row), texts, folds) for row in LABELS.read_text(encoding="utf-8").splitlines()]
    whole = [text for text in texts.values() if text.group in WHOLE]
    made = [line for text in whole for line in _synthetic(text, folds[text.digest])]
    clean = [line for text in whole if text.group in CLEAN for line in _clean(text, folds[text.digest])]
    return real + made + clean


def _clean(text: Text, fold: int) -> Iterator[Line]:
    """The lines of a text that has nothing glued; of one with blank lines the plugin asks nothing."""
    kind = "apart" if glued.is_apart(text.plain) else "clean"
    for start, end in corpora.lines(text.plain):
        yield Line(fold, text.plain, start, end, frozenset(), frozenset(), kind)


def _real(row: dict[str, Any], texts: Mapping[str, Text], folds: Mapping[str, int]) -> Line:
    text = texts[row["text"]]
    cuts = frozenset(text.places[offset] for offset in row["cuts"])
    unsure = frozenset(text.places[offset] for offset in row.get("unsure", []))
    start, end = text.places[row["start"]], text.places[row["end"]]
    return Line(folds[text.digest], text.plain, start, end, cuts, unsure, "labelled")


def _synthetic(text: Text, fold: int) -> Iterator[Line]:
    """A text with its title and its own short sentences glued before others, as captions and highlights are."""
    chance = random.Random(text.digest)
    said = [" ".join(text.plain[start:end].split()) for start, end in corpora.sentences(text.plain)]
    whole = [one for one in said if len(one.split()) > 7 and one[0].isupper() and one[-1] in ".!?\"'”"]
    short = [_open(one) for one in whole if len(one.split()) < 17]
    for parts in _glued(text.title, whole, short, chance):
        yield from _line(parts, whole, fold)


def _open(sentence: str) -> str:
    return sentence.rstrip(".!?\"'”")


def _glued(title: str, whole: list[str], short: list[str], chance: random.Random) -> Iterator[list[str]]:
    """Parts that stand on one line."""
    if not whole:
        return
    if title:
        yield [_open(title), whole[0]]
    if title and short:
        yield [_open(title), chance.choice(short), whole[0]]
    if len(short) > 1:
        yield [chance.choice(short), chance.choice(whole)]
        yield [*chance.sample(short, min(len(short), chance.randint(2, 4))), whole[0]]


def _line(parts: list[str], whole: list[str], fold: int) -> Iterator[Line]:
    """Parts on one line before the rest of their text; or, where it is one sentence, among the rest."""
    line = " ".join(parts)
    ends = list(itertools.accumulate(len(part) + 1 for part in parts))
    rest = [one for one in whole if one not in parts]
    yield Line(fold, "\n".join([line, *rest]), 0, len(line), frozenset(ends[:-1]), frozenset(), "made")


def features(line: Line) -> Iterator[Example]:
    """The words of a line before which a span may begin, each with the features of the plugin."""
    page = glued.page(line.text, "en")
    since, last = bisect_left(page.offsets, line.start), bisect_left(page.offsets, line.end)
    for i in page.candidates(since, last):
        offset = page.offsets[i]
        near = junctions.local(page, i)
        boundary = offset in line.cuts
        if offset not in line.unsure:
            yield Example(line.fold, offset, near, near | junctions.wide(page, i, since, last, near), boundary, line.kind)
        since = i if boundary else since


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Weights by feature."""
    counts = [COUNTS[example.kind] for example in examples]
    return fitting.logistic([example.features for example in examples], [example.boundary for example in examples], counts)


def least(examples: Sequence[Example], weights: Mapping[str, float], limit: float) -> float:
    """What the words on both sides give to nearly every boundary that is found."""
    found = [e for e in examples if e.boundary and glued.logit(e.features, weights) >= limit]
    near = sorted(glued.logit(example.near, weights) for example in found)
    return round(near[len(near) // RARE], 2) if near else 0.0


def threshold(scored: Sequence[tuple[float, bool]]) -> float:
    """The lowest logit from which on the share of boundaries is as wished."""
    best, right = float("inf"), 0
    for count, (logit, boundary) in enumerate(sorted(scored, reverse=True), 1):
        right += boundary
        if right >= PRECISION * count:
            best = logit
    return round(best, 2)


def train(texts: Mapping[str, Text]) -> Iterator[str]:
    """Fit, export, and say how good the table is on stories that it was not trained with."""
    fold = folds.read()
    lines = labels(texts, fold)
    examples = [example for line in lines for example in features(line)]
    tests = [line for line in lines if line.kind in TESTS]
    real = sorted({line.fold for line in tests})
    parts = {test: fit([example for example in examples if example.fold != test]) for test in real}
    scored = [(glued.logit(e.features, parts[e.fold]), e.boundary) for e in examples if e.kind in TESTS]
    limit = threshold(scored)
    counts: list[tuple[Line, tuple[int, int, int]]] = []
    while not counts or precise(counts) < PRECISION:
        tables = {test: table(examples, test, parts[test], limit) for test in real}
        counts = [(line, report(line, tables[line.fold])) for line in tests]
        limit = round(limit + STEP, 2)
    limit = round(limit - STEP, 2)
    yield f"glued: {len(examples)} words, {sum(e.boundary for e in examples)} boundaries, threshold {limit}"
    for test in real:
        found = [count for line, count in counts if line.fold == test]
        yield f"  {folds.groups(test)}: {figures(found)}"
    labelled = [count for line, count in counts if line.kind == "labelled"]
    yield f"  labelled lines: {figures(labelled)}"
    yield f"  labelled and clean lines: {figures([count for _, count in counts])}"
    final = table(examples, None, fit(examples), limit)
    fitting.export("glued", "Where a span begins with no full stop.", final.weights, threshold=limit, least=final.least)


def table(examples: Sequence[Example], test: int | None, weights: Mapping[str, float], limit: float) -> glued.Table:
    """The table that all folds but one give."""
    known = [example for example in examples if example.fold != test]
    return glued.Table(weights, limit, least(known, weights, limit), "en")


def precise(counts: Sequence[tuple[Line, tuple[int, int, int]]]) -> float:
    """The share of cuts that are right."""
    return sum(count[0] for _, count in counts) / max(sum(count[1] for _, count in counts), 1)


def report(line: Line, table: glued.Table) -> tuple[int, int, int]:
    """Of one line: cuts that are right, cuts that are made, cuts that there are."""
    made = set(glued.boundaries(line.text, line.start, line.end, table)) - line.unsure
    return len(made & line.cuts), len(made), len(line.cuts)


def figures(counts: Sequence[tuple[int, int, int]]) -> str:
    """Precision and recall over lines."""
    right, made, there = (sum(column) for column in zip(*counts, strict=True))
    return f"precision {right}/{made} = {right / max(made, 1):.3f}, recall {right}/{there} = {right / max(there, 1):.3f}"
