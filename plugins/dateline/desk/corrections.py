"""``corrections.yaml``: the editors' word on single events, by the event's id."""

from __future__ import annotations

from pathlib import Path

from ..model import Correction
from .checked import entries


def corrections(path: Path) -> tuple[tuple[Correction, ...], tuple[str, ...]]:
    """The corrections in a file, and what is wrong with it, a line each. A wrong entry is left out."""
    found, wrong = entries(path, "corrections")
    return tuple(_correction(path, line, str(id), entry) for id, line, entry in found), tuple(wrong)


def _correction(path: Path, line: int, id: str, entry: dict[str, object]) -> Correction:
    given = {key: _value(value) for key, value in entry.items()}
    return Correction(event=id, place=f"{path}:{line}", **given)  # type: ignore[arg-type]


def _value(value: object) -> object:
    """A list as a tuple."""
    return tuple(value) if isinstance(value, list) else value
