"""The editors' desk: YAML files under git with what people know better than the program. They win, everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..model import Correction, Kept, KeptActor, Known
from .actors import actors
from .corrections import corrections
from .ids import ledger


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything on the desk, and what is wrong with its files, a line each."""

    actors: tuple[Known, ...] = ()
    corrections: tuple[Correction, ...] = ()
    kept: tuple[Kept, ...] = ()
    kept_actors: tuple[KeptActor, ...] = ()
    problems: tuple[str, ...] = ()


def desk(folder: Path) -> Desk:
    """The desk in a folder: ``actors.yaml``, ``corrections.yaml`` and ``ids.yaml``, of which none need be there.

    Entries that are wrong are left out.
    """
    known, wrong = actors(folder / "actors.yaml")
    corrected, wrong_too = corrections(folder / "corrections.yaml")
    (kept, kept_actors), wrong_ids = ledger(folder / "ids.yaml")
    return Desk(known, corrected, kept, kept_actors, (*wrong, *wrong_too, *wrong_ids))
