"""What all models share: a logistic regression over named features, and a table of weights as YAML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

WEIGHTS = Path(__file__).parent.parent / "plugins/dateline/lang/en/weights"


def logistic(
    rows: Sequence[Mapping[str, float]], truth: Sequence[bool], counts: Sequence[float] | None = None, strength: float = 1.0
) -> dict[str, float]:
    """Weights by feature; ``counts`` is how often each row counts, ``strength`` the inverse of the penalty."""
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(rows)
    model = LogisticRegression(C=strength, fit_intercept=False, max_iter=2000)
    model.fit(matrix, np.array(truth), None if counts is None else np.array(counts))
    names = vectors.get_feature_names_out()
    return {str(name): round(float(weight), 3) for name, weight in zip(names, model.coef_[0], strict=True)}


def export(name: str, heading: str, weights: Mapping[str, float], folder: Path = WEIGHTS, **more: object) -> None:
    """Write a table of weights into a folder, by default the plugin's, the heaviest first."""
    ordered = sorted(weights.items(), key=lambda item: (-abs(item[1]), item[0]))
    lines = [f"# {heading} Written by `make train`.", *(f"{key}: {value}" for key, value in more.items()), "weights:"]
    lines += [f"  {feature}: {weight}" for feature, weight in ordered if weight]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_listing(default: float, figures: Mapping[float, Mapping[str, float]]) -> None:
    """Write from which worth on events are listed, and how many are then found and right, as the plugin says them."""
    lines = ["# How well events are listed from each worth on, cross-validated, in per cent. Written by `make train`."]
    lines += [f"default: {default}", "at:"]
    lines += [f"  {least}: {{recall: {row['recall']}, worth: {row['worth']}}}" for least, row in figures.items()]
    (WEIGHTS.parent / "listing.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def export_kinds(name: str, heading: str, weights: Mapping[str, Mapping[str, float]]) -> None:
    """Write a table for several kinds into the plugin: each feature stands behind the kind for which it is a clue."""
    export(
        name, heading, {f"{kind} by {feature}": weight for kind, table in weights.items() for feature, weight in table.items()}
    )
