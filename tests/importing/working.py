"""An import into a folder, and what became of it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from dateline.importing import alone, journal
from dateline.importing.options import Limits, Options
from dateline.importing.work import import_all

TEXT = " ".join(f"On day {n} the ministers spoke of matter {n * 7} and agreed on point {n * 3}." for n in range(30))


def work(sources: list[str], to: Path, **options: object) -> tuple[dict[str, int], list[str]]:
    """What became of the sources, and what was told."""
    tally: Counter[str] = Counter()
    told: list[str] = []
    asked = Options(to, limits=Limits(read=1, backoff=0), pause=0, allow_loopback=True, **options)  # type: ignore[arg-type]
    import_all(sources, asked, tally, tell=told.append, step=lambda: None)
    return dict(tally), told


def lines(path: Path, *records: dict[str, str]) -> str:
    """A file of JSON lines."""
    base = {"id": "x", "published": "2020-05-08", "title": "T", "text": TEXT}
    path.write_text("".join(json.dumps({**base, **record}) + "\n" for record in records), encoding="utf-8")
    return str(path)


def written(to: Path) -> list[str]:
    """The files of a folder, but for import's own."""
    found = (path for path in to.rglob("*") if path.is_file() and path.name not in {journal.NAME, alone.NAME})
    return sorted(path.relative_to(to).as_posix() for path in found)
