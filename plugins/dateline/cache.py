"""The cache of readings: an SQLite file, safe to delete, safe under two builds at once."""

from __future__ import annotations

import hashlib
import json
import logging
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import cache as once
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType

from .model import Article, Known, Reading
from .serial import plain, revive

log = logging.getLogger(__name__)

FILE = "readings.sqlite"
RULES = ("*.py", "model/*", "dates/**/*", "actors/**/*", "events/**/*", "lang/**/*")
TABLE = "CREATE TABLE IF NOT EXISTS reading (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"


class Cache:
    """Readings by key. A file that cannot be read is set aside, with a warning, and a new one is begun."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        folder.mkdir(parents=True, exist_ok=True)
        try:
            self.db = self._open()
        except sqlite3.DatabaseError as error:
            self.db = self._afresh(error)

    def __enter__(self) -> Cache:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.db.close()

    def get(self, keys: Iterable[str]) -> dict[str, Reading]:
        """The readings that are there, by key."""
        found = {}
        for key in keys:
            try:
                row = self.db.execute("SELECT value FROM reading WHERE key = ?", (key,)).fetchone()
                if row:
                    found[key] = revive(Reading, json.loads(row[0]))
            except (sqlite3.DatabaseError, ValueError, KeyError, TypeError) as error:
                self.db.close()
                self.db = self._afresh(error)
                return found
        return found

    def put(self, readings: Mapping[str, Reading]) -> None:
        """Keep these readings, all or none of them."""
        rows = [(key, json.dumps(plain(reading), ensure_ascii=False)) for key, reading in readings.items()]
        with self.db:
            self.db.executemany("INSERT OR REPLACE INTO reading VALUES (?, ?)", rows)

    def _open(self) -> sqlite3.Connection:
        db = sqlite3.connect(self.path, timeout=60)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute(TABLE)
        db.commit()
        return db

    def _afresh(self, error: Exception) -> sqlite3.Connection:
        aside = self.path.with_suffix(".broken")
        log.warning("The cache %s cannot be read (%s): set aside as %s, and begun anew", self.path, error, aside.name)
        self.path.replace(aside)
        for leftover in ("-wal", "-shm"):
            Path(f"{self.path}{leftover}").unlink(missing_ok=True)
        return self._open()


def key(article: Article, model: str, known: Sequence[Known] = ()) -> str:
    """What a reading depends on, as one word: the article, the desk, the model with its version, spaCy's, and our rules."""
    desk = [plain(actor) for actor in known]
    parts = json.dumps(
        [plain(article), desk, model, model_version(model), version("spacy"), rules_version()], ensure_ascii=False
    )
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()


@once
def model_version(model: str) -> str:
    """The version of an installed pipeline, or when its files were last changed where it is a folder; loads nothing."""
    try:
        return version(model)
    except (PackageNotFoundError, ValueError):
        meta = Path(model) / "meta.json"
        return hashlib.sha256(meta.read_bytes()).hexdigest() if meta.exists() else ""


@once
def rules_version() -> str:
    """A digest of every file that decides what is read, so that nobody has to raise a number."""
    here = Path(__file__).parent
    files = sorted({p for pattern in RULES for p in here.glob(pattern) if p.suffix in {".py", ".yaml"}})
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.relative_to(here).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
