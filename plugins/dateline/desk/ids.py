"""``ids.yaml``: the ledger of published events, which keeps their addresses. Written by ``make ids`` alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import yaml

from ..model import Kept
from .checked import entries

HEAD = "# The events that are published, the oldest first, so that their addresses last. Written by 'make ids': do not edit.\n"


def ledger(path: Path) -> tuple[tuple[Kept, ...], tuple[str, ...]]:
    """The events in the ledger, and what is wrong with it, a line each."""
    found, wrong = entries(path, "ids")
    return tuple(Kept(**entry) for _, _, entry in found), tuple(wrong)


def written(kept: Sequence[Kept]) -> str:
    """The ledger as text."""
    rows = [{"id": k.id, "url": k.url, "article": k.article, "sentence": k.sentence} for k in kept]
    return HEAD + (yaml.safe_dump(rows, allow_unicode=True, sort_keys=False, width=1000) if rows else "")
