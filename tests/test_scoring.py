"""The offline scorer of the judge counts as the editor's does."""

from __future__ import annotations

import sys
from importlib import util
from types import ModuleType

import pytest

from .conftest import ROOT


def training(name: str) -> ModuleType:
    """A module of the training folder that needs nothing but Python."""
    spec = util.spec_from_file_location(name, ROOT / "training" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    made = util.module_from_spec(spec)
    sys.modules[name] = made
    spec.loader.exec_module(made)
    return made


scoring = training("scoring")


def shown(worth: float, *tells: int) -> object:
    return scoring.Shown(worth, frozenset(tells))


@pytest.mark.parametrize(
    ("found", "weights", "recall", "worth", "doubles", "top"),
    [
        ([], [3], 0, 0, 0, 0),
        ([(0.9, 0)], [3], 100, 100, 0, 100),
        ([(0.9, 0), (0.8,)], [3, 2], 50, 50, 0, 50),
        # an event of weight 1 is worth a line and not asked for
        ([(0.9, 1)], [3, 1], 0, 100, 0, 100),
        # told twice
        ([(0.9, 0), (0.8, 0)], [3], 100, 100, 50, 100),
        # one that tells a second event besides is no double
        ([(0.9, 0), (0.8, 0, 1)], [3, 2], 100, 100, 0, 100),
        # the fourth is not among the heaviest
        ([(0.9, 0), (0.8, 0), (0.7, 0), (0.6,)], [3], 100, 75, 200 / 3, 100),
    ],
)
def test_figures(
    found: list[tuple[float, ...]], weights: list[int], recall: float, worth: float, doubles: float, top: float
) -> None:
    figures = scoring.figures([([shown(p, *map(int, tells)) for p, *tells in found], weights)])
    assert (figures.recall, figures.worth, figures.top) == (recall, worth, top)
    assert figures.doubles == pytest.approx(doubles)


def test_articles_count_by_their_events() -> None:
    figures = scoring.figures([([shown(0.9, 0)], [3]), ([shown(0.9)], [2, 2, 2])])
    assert (figures.recall, figures.worth, figures.f1) == (25, 50, pytest.approx(100 / 3))


@pytest.mark.parametrize(
    ("probabilities", "truth", "error"),
    [([1.0, 0.0], [True, False], 0), ([1.0, 1.0], [True, False], 0.5), ([0.55, 0.55], [True, False], 0.05), ([], [], 0)],
)
def test_calibration(probabilities: list[float], truth: list[bool], error: float) -> None:
    assert scoring.calibration(probabilities, truth) == pytest.approx(error)
