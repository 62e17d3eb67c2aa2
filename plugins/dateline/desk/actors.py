"""``actors.yaml``: what the editors know of actors beforehand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..model import Known
from .checked import entries


def actors(path: Path) -> tuple[tuple[Known, ...], tuple[str, ...]]:
    """The actors in a file, and what is wrong with it, a line each with file, line number and what to do.

    An entry that is wrong is left out. A file that is not there is an empty desk.
    """
    found, wrong = entries(path, "actors")
    return tuple(_known(entry) for _, _, entry in found), tuple(wrong)


def _known(entry: dict[str, Any]) -> Known:
    given: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    return Known(**given)
