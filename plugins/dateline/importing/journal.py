"""The log of an import: a line for each source with what became of it, so that the next run goes on where one ended."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

NAME = ".dateline-import.jsonl"
#: what became of a source; all but the last are done with
IMPORTED, THERE, COPY, UNLINKED, FAILED = "imported", "already there", "copy linked", "copy not linked", "failed"


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of a source: ``file`` is the article below the folder, ``why`` says more."""

    source: str
    digest: str
    outcome: str
    file: str = ""
    why: str = ""


class Journal:
    """The log in a folder. A line that was cut off is passed over."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._done = {(e.source, e.digest) for e in self._entries() if e.outcome != FAILED}
        if self._path.exists() and self._path.read_bytes()[-1:] not in {b"", b"\n"}:
            self._append("\n")

    def done(self, source: str, digest: str) -> bool:
        """Whether an earlier run is done with this source, and its bytes are still the same."""
        return (source, digest) in self._done

    def write(self, entry: Entry) -> None:
        """Add what became of a source."""
        self._append(json.dumps({k: v for k, v in asdict(entry).items() if v}, ensure_ascii=False) + "\n")

    def _append(self, line: str) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab") as file:
            file.write(line.encode("utf-8", "replace"))

    def _entries(self) -> Iterator[Entry]:
        if not self._path.exists():
            return
        with self._path.open(encoding="utf-8", errors="replace") as lines:
            for line in lines:
                try:
                    data = json.loads(line)
                    yield Entry(str(data["source"]), str(data.get("digest", "")), str(data["outcome"]))
                except (ValueError, TypeError, KeyError, AttributeError):
                    continue
