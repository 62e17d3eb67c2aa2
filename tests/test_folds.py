"""Folds: which weights read an article, and what of a setting is refused."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest
from dateline import folds
from dateline.commands.stats import expected
from dateline.lang import words
from dateline.settings import from_environment

TEXT, TABLE = "Rebels shelled the port.", "weights: {base: -7.0}\n"


@pytest.fixture
def weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, named in the environment."""
    monkeypatch.setenv("DATELINE_WEIGHTS", str(tmp_path))
    return tmp_path


def put(folder: Path) -> None:
    """Both tables of the judge."""
    folder.mkdir(exist_ok=True)
    for name in ("worth", "eventive"):
        (folder / f"{name}.yaml").write_text(TABLE, encoding="utf-8")


def base(text: str) -> float:
    """The weight that an article is read with."""
    found: float = folds.weights("en", "worth", folds.fold(text))["weights"]["base"]
    return found


def test_an_article_is_read_by_the_weights_of_its_fold(weights: Path) -> None:
    """Those that no fold has by the language's own."""
    digest = sha256(TEXT.encode()).hexdigest()
    (weights / "folds.json").write_text(json.dumps({digest: "two"}), encoding="utf-8")
    put(weights / "two")
    own = words("en", "weights/worth")["weights"]["base"]
    assert (base(TEXT), base("Another text.")) == (-7.0, own)


@pytest.mark.parametrize(
    ("name", "value"), [("DATELINE_WEIGHTS", "nowhere"), ("DATELINE_WORTH", "much"), ("DATELINE_WORTH", "1.5")]
)
def test_what_cannot_be_used_is_refused(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its name, before anything is read."""
    monkeypatch.setenv(name, value)
    with pytest.raises(ValueError, match=name):
        from_environment()


def test_a_folder_without_folds_is_refused(weights: Path) -> None:
    put(weights)
    with pytest.raises(ValueError, match=r"folds\.json"):
        from_environment()


def test_with_other_weights_nothing_is_kept(weights: Path) -> None:
    (weights / "folds.json").write_text("{}", encoding="utf-8")
    assert from_environment().cache is None


@pytest.mark.parametrize(("least", "said"), [(None, 3), (0.6, 3), (0.0, 1)])
def test_how_well_events_are_listed_is_said_where_it_is_known(least: float | None, said: int) -> None:
    assert len(expected(least)) == said


def test_who_lists_less_is_righter() -> None:
    """Figures of the table that training wrote."""
    rows = [expected(step) for step in (0.2, 0.5, 0.8)]
    recall, worth = ([row[name] for row in rows] for name in list(rows[0])[1:])
    assert recall == sorted(recall, reverse=True)
    assert worth == sorted(worth)
