"""Faults of articles and processes: one that fails is named, the others are read; Ctrl-C keeps what is read."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest
from dateline import reading
from dateline.cache import FILE, Cache, key
from dateline.failures import is_transient
from dateline.model import Article, Reading
from dateline.reading import read_all
from dateline.reading.batches import BATCH, FULL, batches

from .conftest import ROOT
from .stub import PROGRAM, said, settings, some, stubbed

__all__ = ["stubbed"]
STUBBED = pytest.mark.usefixtures("stubbed")


@pytest.mark.parametrize(("number", "processes"), [(0, 2), (1, 2), (7, 2), (40, 3), (500, 2)])
def test_batches_hold_each_article_once(number: int, processes: int) -> None:
    """Similar lengths together, the longest first, none too full."""
    lengths = [len(a.text) * (300 if n % 9 == 0 else 1) for n, a in enumerate(some(number))]
    made = batches(lengths, processes)
    assert sorted(n for batch in made for n in batch) == list(range(number))
    assert [lengths[n] for batch in made for n in batch] == sorted(lengths, reverse=True)
    assert all(len(b) == 1 or (len(b) <= BATCH and sum(lengths[n] for n in b) <= FULL) for b in made)
    assert len(made) >= min(processes, number)


# --- what befalls whoever reads


@STUBBED
@pytest.mark.parametrize("processes", [1, 2])
def test_readings_come_in_the_order_asked_for(processes: int, tmp_path: Path) -> None:
    """However they are handed out; from the cache, too."""
    articles = some(100)
    for folder in (None, tmp_path, tmp_path):
        assert read_all(articles, settings(folder, processes)) == [said(a) for a in articles]
    assert active_children() == []


@STUBBED
@pytest.mark.parametrize(
    ("word", "why", "processes"),
    [
        ("raise", "ValueError: a stage gave up", 1),
        ("raise", "ValueError: a stage gave up", 2),
        ("full", "MemoryError", 1),
        ("full", "MemoryError", 2),
        ("leave", "SystemExit: a stage left", 2),
        ("exit", "its process ended with status 3", 2),
        ("SIGSEGV", "its process was ended by SIGSEGV", 2),
        ("SIGKILL", "its process was ended by SIGKILL (often for want of memory)", 2),
    ],
)
def test_one_article_is_named_and_all_others_are_read(
    word: str, why: str, processes: int, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """It is not kept as if it said nothing: once it can be read, it is. A build knows of what it died that this may pass."""
    articles = some(60, a17=word)
    for _ in range(2):
        caplog.clear()
        found = read_all(articles, settings(tmp_path, processes))
        assert found == [Reading(a) if a.id == "a17" else said(a) for a in articles]
        assert caplog.messages == [f"a17 could not be read: {why} (left out)"]
        assert is_transient(caplog.records[0]) is (word not in {"raise", "leave"})
    assert active_children() == []
    with Cache(tmp_path) as cache:
        keys = {a.id: key(a, settings(None).model) for a in articles}
        assert set(cache.get(keys.values())) == {k for id, k in keys.items() if id != "a17"}


@STUBBED
def test_several_that_end_their_processes(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Each is named, in one batch or in several; and all that is asked for may be such."""
    bad = {f"a{n}": w for n, w in ((3, "exit"), (4, "SIGKILL"), (20, "raise"), (41, "SIGSEGV"), (59, "leave"))}
    found = read_all(some(60, **bad), settings(tmp_path, 3))
    assert {r.article.id for r in found if not r.dates} == set(bad)
    assert sorted(m.split()[0] for m in caplog.messages) == sorted(bad)
    assert all(not r.dates for r in read_all(some(4, a0="exit", a1="exit", a2="exit", a3="exit"), settings(None)))


@STUBBED
def test_what_is_too_long_is_named(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """In one line, and the others are read."""
    monkeypatch.setattr(reading, "LONGEST", 2_000_000)
    articles = [*some(2), Article("long", "word " * 400_001, "2020-05-08")]
    assert [len(r.dates) for r in read_all(articles, settings(None))] == [1, 1, 0]
    assert caplog.messages == ["long: longer than 2 million characters (2,000,005): cut it into articles (left out)"]


# --- Ctrl-C


def begun(folder: Path, processes: int) -> subprocess.Popen[str]:
    """A run that has read some articles, and would read for long."""
    env = {**os.environ, "PYTHONPATH": f"{ROOT / 'plugins'}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-c", textwrap.dedent(PROGRAM), str(folder), str(processes)]
    run = subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True, start_new_session=True)
    while len(list(folder.glob("a*"))) < 5 * BATCH and run.poll() is None:
        time.sleep(0.02)
    return run


def alive(folder: Path) -> set[int]:
    """Those who read in this folder and still run."""
    pids = {int(text) for path in folder.glob("a*") if (text := path.read_text())}
    return {pid for pid in pids if Path(f"/proc/{pid}").exists() and "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()}


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("group", [True, False], ids=["to all", "to one"])
def test_ctrl_c_ends_it_and_keeps_what_is_read(processes: int, group: bool, tmp_path: Path) -> None:
    """One line, exit status 130, nobody left behind; at most what was in work is read again."""
    run = begun(tmp_path, processes)
    (os.killpg if group else os.kill)(run.pid, signal.SIGINT)
    _, errors = run.communicate(timeout=60)
    assert (run.returncode, errors.count("\n")) == (130, 1), errors
    assert errors.startswith("Stopped: ")
    assert alive(tmp_path) == set()
    kept = sqlite3.connect(tmp_path / "cache" / FILE).execute("SELECT count(*) FROM reading").fetchone()[0]
    assert len(list(tmp_path.glob("a*"))) - kept <= BATCH * (2 * processes + 1)
    assert kept >= BATCH


@pytest.mark.skipif(not Path("/proc").exists(), reason="asks /proc who runs")
def test_nobody_outlives_a_run_that_is_killed(tmp_path: Path) -> None:
    """SIGKILL gives it no time to tidy; what was finished is kept all the same."""
    run = begun(tmp_path, 2)
    run.kill()
    run.communicate(timeout=60)
    for _ in range(500):
        if not alive(tmp_path):
            break
        time.sleep(0.02)
    assert alive(tmp_path) == set()
    with Cache(tmp_path / "cache") as cache:
        assert len(cache.get(key(a, settings(None).model) for a in some(2000))) >= BATCH


@pytest.mark.long
@pytest.mark.slow
def test_with_the_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """One article kills whoever reads it, another raises; the others say what they say in one process."""
    from dateline.events.tagger import ReportsTagger

    stage = ReportsTagger.__call__

    def fragile(self: ReportsTagger, doc: Any) -> Any:
        if "Lucifer" in doc.text and os.getpid() != main:
            os.kill(os.getpid(), signal.SIGKILL)
        if "Mephisto" in doc.text:
            raise KeyError("no such thing")
        return stage(self, doc)

    main = os.getpid()
    text = "Vladimir Putin spoke with Donald Trump by phone on Thursday. {} thanked Trump.\n\n"
    names = ["Merkel", "Lucifer", "Macron", "Mephisto", *(f"{chr(65 + n)}nna Lind" for n in range(20))]
    articles = [Article(f"a{n}", text.format(name) * (1 + n % 5), "2020-05-08") for n, name in enumerate(names)]
    plain = read_all(articles, settings(None, 1))
    monkeypatch.setattr(reading, "WORTH_A_PROCESS", 1_000)
    monkeypatch.setattr(ReportsTagger, "__call__", fragile)
    found = read_all(articles, settings(tmp_path))
    assert [Reading(a) if n in {1, 3} else r for n, (a, r) in enumerate(zip(articles, plain, strict=True))] == found
    assert sorted(m.split(":")[0] for m in caplog.messages) == ["a1 could not be read", "a3 could not be read"]
