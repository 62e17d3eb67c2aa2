"""What a name names: one logistic regression for each kind, over the features of all its mentions in an article."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import fitting
import folds
from corpora import Text
from dateline.actors.kinds import kind

LABELS = Path(__file__).parent / "labels/kind.jsonl"
#: the inverse of the penalty: the corpus is small
STRENGTH = 1.0

Row = dict[str, Any]


def labels() -> list[Row]:
    """The names with their features and kinds."""
    return [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]


def fit(rows: Sequence[Row]) -> dict[str, dict[str, float]]:
    """The weights of each kind by feature; "any" is the weight that it has with all."""
    kinds = sorted({row["kind"] for row in rows})
    seen = [row["features"] for row in rows]
    return {one: fitting.logistic(seen, [row["kind"] == one for row in rows], strength=STRENGTH) for one in kinds}


def train(_: Mapping[str, Text]) -> Iterator[str]:
    """Fit, export, and say how often the kind is right in texts that it was not learnt from."""
    rows = labels()
    texts = sorted({row["text"] for row in rows})
    part = folds.read()
    pairs: Counter[tuple[str, str]] = Counter()
    for test in sorted({part[text] for text in texts}):
        weights = fit([row for row in rows if part[row["text"]] != test])
        pairs.update(_tested([row for row in rows if part[row["text"]] == test], weights))
    yield f"kind: {_share(pairs)} of {len(rows)} names in {len(texts)} texts"
    for (truth, said), count in sorted(pairs.items()):
        if truth != said:
            yield f"  {truth} taken for {said}: {count}"
    fitting.export_kinds("kind", "What a name names, by the features of its mentions.", fit(rows))


def _tested(rows: Sequence[Row], weights: Mapping[str, Mapping[str, float]]) -> Iterator[tuple[str, str]]:
    for row in rows:
        yield row["kind"], kind(row["features"], weights)


def _share(pairs: Counter[tuple[str, str]]) -> str:
    right = sum(count for (truth, said), count in pairs.items() if truth == said)
    return f"{right}/{pairs.total()} = {right / pairs.total():.3f}"
