"""``ids.yaml``: the ledger of published events and actors, which keeps their addresses. Written by ``make ids`` alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import yaml

from ..model import Kept, KeptActor
from .checked import entries

HEAD = """\
# The events and actors that are published, the oldest first, so that their addresses last. Written by 'make ids': do not edit.
"""

Ledger = tuple[tuple[Kept, ...], tuple[KeptActor, ...]]


def ledger(path: Path) -> tuple[Ledger, tuple[str, ...]]:
    """The events and actors in the ledger, and what is wrong with it, a line each."""
    found, wrong = entries(path, "ids")
    rows = [entry for _, _, entry in found]
    events = tuple(Kept(**row) for row in rows if "id" in row)
    actors = tuple(KeptActor(row["actor"], row["name"]) for row in rows if "actor" in row)
    return (events, actors), tuple(wrong)


def written(events: Sequence[Kept], actors: Sequence[KeptActor] = ()) -> str:
    """The ledger as text."""
    rows = [{"id": k.id, "url": k.url, "article": k.article, "sentence": k.sentence} for k in events]
    rows += [{"actor": k.id, "name": k.name} for k in actors]
    return HEAD + (yaml.safe_dump(rows, allow_unicode=True, sort_keys=False, width=1000) if rows else "")
