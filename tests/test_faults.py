"""Faults of disk and cache: they end no run, and never make a reading wrong."""

from __future__ import annotations

import logging
import os
import random
import sqlite3
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from dateline.cache import FILE, SCHEMA, Cache, key
from dateline.reading import read_all
from dateline.reading.batches import BATCH

from .conftest import ROOT
from .stub import PROGRAM, said, settings, some, stubbed

pytestmark = pytest.mark.usefixtures("stubbed")
__all__ = ["stubbed"]


READ = {f"k{n}": said(a) for n, a in enumerate(some(12))}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a cache of a dozen readings."""
    folder = tmp_path_factory.mktemp("sound")
    with Cache(folder) as cache:
        cache.put(READ)
    return (folder / FILE).read_bytes()


def survives(folder: Path, content: bytes) -> None:
    """With this file, no reading is wrong; and what is put is there, in this build and in the next."""
    for path in folder.iterdir():
        path.unlink()
    (folder / FILE).write_bytes(content)
    with Cache(folder) as cache:
        assert cache.get(READ).items() <= READ.items()
        cache.put(READ)
        assert cache.get(READ).items() <= READ.items()
    with Cache(folder) as cache:
        found = cache.get(READ)
        cache.put({k: r for k, r in READ.items() if k not in found})
        assert found.items() <= READ.items()
    with Cache(folder) as cache:
        assert cache.get(READ) == READ


@pytest.mark.parametrize("part", range(4))
def test_a_file_cut_anywhere(part: int, sound: bytes, tmp_path: Path) -> None:
    """From nothing to one byte less than all."""
    rng = random.Random(part)
    for length in {0, 1, 15, 16, 99, 100, 4095, 4096, 4097, len(sound) - 1, *(rng.randrange(len(sound)) for _ in range(40))}:
        survives(tmp_path, sound[:length])


@pytest.mark.parametrize("part", range(4))
def test_a_file_with_other_bytes(part: int, sound: bytes, tmp_path: Path) -> None:
    """One byte, or several, in the head of the file or anywhere."""
    rng = random.Random(part)
    for n in range(60):
        content = bytearray(sound)
        for _ in range(rng.choice((1, 1, 8, 200))):
            content[rng.randrange(200 if n % 3 == 0 else len(content))] ^= rng.randrange(1, 256)
        survives(tmp_path, bytes(content))


def test_a_value_that_still_is_json_is_not_taken(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A letter of it may have changed, or it may stand under another key."""
    for change in ("value = replace(value, 'word', 'ward')", "key = CASE key WHEN 'k0' THEN 'k1' WHEN 'k1' THEN 'k0' END"):
        with Cache(tmp_path) as cache:
            cache.put({k: READ[k] for k in ("k0", "k1")})
            db = cache.db
            assert db is not None
            db.execute("CREATE TABLE other AS SELECT * FROM reading")
            db.execute(f"UPDATE other SET {change}")
            db.execute("DELETE FROM reading")
            db.execute("INSERT INTO reading SELECT * FROM other")
            db.execute("DROP TABLE other")
            db.commit()
            caplog.clear()
            assert cache.get(["k0", "k1"]) == {}
            assert len(caplog.messages) == 1


def test_the_file_of_a_newer_dateline_is_set_aside(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """In one line; nothing of it is lost."""
    with Cache(tmp_path) as cache:
        cache.put(READ)
        assert cache.db is not None
        cache.db.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    with Cache(tmp_path) as cache:
        assert cache.get(READ) == {}
        cache.put(READ)
    [line] = caplog.messages
    assert "a newer Dateline wrote it" in line
    db = sqlite3.connect((tmp_path / FILE).with_suffix(".broken"))
    assert db.execute("SELECT count(*) FROM reading").fetchone() == (len(READ),)
    db.close()


def test_the_file_of_an_older_dateline_is_begun_anew(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Without a word: it is no fault."""
    with sqlite3.connect(tmp_path / FILE) as db:
        db.execute("CREATE TABLE reading (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
        db.execute("INSERT INTO reading VALUES ('k0', '{}')")
    db.close()
    with Cache(tmp_path) as cache:
        assert cache.get(READ) == {}
        cache.put(READ)
        assert cache.get(READ) == READ
    assert caplog.messages == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="gives up rights in a copy of this process")
@pytest.mark.parametrize("filled", [True, False])
def test_a_folder_that_may_not_be_written(filled: bool) -> None:
    """Reading goes on without a cache, with one warning."""
    with TemporaryDirectory() as place:
        folder, told = Path(place, "cache"), Path(place, "told")
        with Cache(folder) as cache:
            cache.put(READ if filled else {})
        for path in folder.iterdir() if not filled else ():
            path.unlink()
        told.touch()
        for path, rights in ((Path(place), 0o755), (told, 0o666), *((p, 0o444) for p in folder.iterdir()), (folder, 0o555)):
            path.chmod(rights)
        if (child := os.fork()) == 0:
            _as_nobody(folder, told)
        os.waitpid(child, 0)
        folder.chmod(0o755)
        assert told.read_text() == "1|read"


def _as_nobody(folder: Path, told: Path) -> None:
    """In a copy of this process: read with this cache, and tell how many warnings there were."""
    lines: list[str] = []
    try:
        if os.getuid() == 0:
            os.setuid(65534)
        handler = logging.Handler()
        handler.emit = lambda record: lines.append(record.getMessage())  # type: ignore[method-assign]
        logging.getLogger("dateline").addHandler(handler)
        articles = some(12)
        right = read_all(articles, settings(folder, 1)) == [said(a) for a in articles]
        told.write_text(f"{len(lines)}|{'read' if right else lines}")
    except BaseException as error:  # noqa: BLE001 - told, as nobody sees it here
        told.write_text(f"0|{error!r}")
    finally:
        os._exit(0)


def test_a_full_disk(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """From some batch on nothing can be kept: one warning, and all is read; what was kept before is there."""
    articles = some(100)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", lambda *a, **k: Full(*a, **k))
        for processes in (1, 2):
            caplog.clear()
            assert read_all(articles, settings(tmp_path / str(processes), processes)) == [said(a) for a in articles]
            [line] = caplog.messages
            assert "database or disk is full" in line
            assert "reading goes on without it" in line
    with Cache(tmp_path / "1") as cache:
        assert len(cache.get(key(a, settings(None).model) for a in articles)) == 2 * BATCH


class Full(sqlite3.Connection):
    """A database with room for two batches."""

    left = 2

    def executemany(self, *arguments: object) -> sqlite3.Cursor:  # type: ignore[override]
        self.left -= 1
        if self.left < 0:
            raise sqlite3.OperationalError("database or disk is full")
        return super().executemany(*arguments)  # type: ignore[arg-type]


def test_two_builds_at_once(tmp_path: Path) -> None:
    """Both end well, begun at the same time on no file, and all is there."""
    program = PROGRAM.replace("time.sleep(0.02)", "").replace("some(2000)", "some(200)")
    env = {**os.environ, "PYTHONPATH": f"{ROOT / 'plugins'}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-c", program, str(tmp_path), "1"]
    runs = [subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    assert [(run.communicate(timeout=120)[1], run.returncode) for run in runs] == [("", 0)] * 3
    with Cache(tmp_path / "cache") as cache:
        assert len(cache.get(key(a, settings(None).model) for a in some(200))) == 200
