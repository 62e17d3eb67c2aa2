"""Glued boundary: where a headline, caption or list item is glued to what follows. Synthetic and real lines."""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import corpora
import fitting
import folds
from corpora import Text
from dateline.text import glued

LABELS = Path(__file__).parent / "labels/glued.jsonl"
#: groups whose texts have whole lines, which are glued together to learn from
WHOLE = frozenset({"bbc", "web", "articles", "gum", "fivew", "timebank", "aquaint"})
#: a threshold is taken that keeps this precision on lines of stories not trained with
PRECISION = 0.97
#: how much a real example counts beside a synthetic one
REAL = 3.0


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of a text, and the offsets in it at which a span begins; ``unsure`` ones are not counted."""

    fold: int
    text: str
    start: int
    end: int
    cuts: frozenset[int]
    unsure: frozenset[int]
    real: bool


@dataclass(frozen=True, slots=True)
class Example:
    """A word before which a span may begin, and whether one does."""

    fold: int
    offset: int
    features: Mapping[str, float]
    boundary: bool
    real: bool


def labels(texts: Mapping[str, Text], folds: Mapping[str, int]) -> list[Line]:
    """Real lines with their cuts by hand, and lines glued together from texts that have none."""
    real = [_real(json.loads(row), texts, folds) for row in LABELS.read_text(encoding="utf-8").splitlines()]
    whole = [text for text in texts.values() if text.group in WHOLE]
    made = [line for text in whole for line in _synthetic(text, folds[text.id])]
    return real + made


def _real(row: dict[str, list[int]], texts: Mapping[str, Text], folds: Mapping[str, int]) -> Line:
    text = texts[str(row["id"])]
    if text.digest != row["sha256"]:
        raise ValueError(f"{text.id} is not the text that was labelled")
    cuts = frozenset(text.places[offset] for offset in row["cuts"])
    unsure = frozenset(text.places[offset] for offset in row.get("unsure", []))
    start, end = text.places[row["start"]], text.places[row["end"]]  # type: ignore[call-overload]
    return Line(folds[text.id], text.plain, start, end, cuts, unsure, True)


def _synthetic(text: Text, fold: int) -> Iterator[Line]:
    """A text with its title and its own short sentences glued before others, as captions and highlights are."""
    chance = random.Random(text.id)
    said = [" ".join(text.plain[start:end].split()) for start, end in corpora.sentences(text.plain)]
    whole = [one for one in said if len(one.split()) > 7 and one[0].isupper() and one[-1] in ".!?\"'”"]
    short = [_open(one) for one in whole if len(one.split()) < 17]
    for parts in _glued(text.title, whole, short, chance):
        yield from _line(parts, whole, fold)
    for one in [*whole[:1], *chance.sample(whole[1:], min(4, len(whole[1:])))]:
        yield from _line([one], whole, fold)


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
    if len(parts) > 1:
        yield Line(fold, "\n".join([line, *rest]), 0, len(line), frozenset(ends[:-1]), frozenset(), False)
    else:
        above = whole.index(line)
        before = "".join(one + "\n" for one in whole[:above])
        text = "\n".join(whole)
        yield Line(fold, text, len(before), len(before) + len(line), frozenset(), frozenset(), False)


def features(line: Line, table: glued.Table) -> Iterator[Example]:
    """The words of a line before which a span may begin, each with the features of the plugin."""
    stretch = glued.Stretch(line.text, line.start, line.end, table)
    since = 0
    for i in stretch.candidates():
        offset = stretch.offsets[i]
        boundary = offset in line.cuts
        if offset not in line.unsure:
            yield Example(line.fold, offset, glued.features(stretch, i, since), boundary, line.real)
        since = i if boundary else since


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Weights by feature."""
    counts = [REAL if example.real else 1.0 for example in examples]
    return fitting.logistic(
        [example.features for example in examples], [example.boundary for example in examples], counts, strength=0.3
    )


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
    lists = glued.lists("en")
    empty = glued.Table({}, 0.0, lists)
    lines = labels(texts, fold)
    examples = [example for line in lines for example in features(line, empty)]
    real = sorted({line.fold for line in lines if line.real})
    parts = {test: fit([example for example in examples if example.fold != test]) for test in real}
    scored = [(glued.logit(e.features, parts[e.fold]), e.boundary) for e in examples if e.real]
    limit = threshold(scored)
    yield f"glued: {len(examples)} words, {sum(e.boundary for e in examples)} boundaries"
    for test in real:
        table = glued.Table(parts[test], limit, lists)
        yield f"  {folds.groups(test)}: {report([line for line in lines if line.real and line.fold == test], table)}"
    every = [report_counts(line, glued.Table(parts[line.fold], limit, lists)) for line in lines if line.real]
    yield f"  all, threshold {limit}: {_figures(every)}"
    fitting.export("glued", "Where a span begins with no full stop before it.", fit(examples), threshold=limit)


def report_counts(line: Line, table: glued.Table) -> tuple[int, int, int]:
    """Of one line: cuts that are right, cuts that are made, cuts that there are."""
    made = set(glued.boundaries(line.text, line.start, line.end, table)) - line.unsure
    return len(made & line.cuts), len(made), len(line.cuts)


def report(lines: Sequence[Line], table: glued.Table) -> str:
    """Precision and recall over lines, cut as the plugin cuts them."""
    return _figures([report_counts(line, table) for line in lines])


def _figures(counts: Sequence[tuple[int, int, int]]) -> str:
    right, made, there = (sum(column) for column in zip(*counts, strict=True))
    return f"precision {right}/{made} = {right / max(made, 1):.3f}, recall {right}/{there} = {right / max(there, 1):.3f}"
