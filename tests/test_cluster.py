"""Reading on a Dask cluster: the same bytes as here, nothing lost and nothing twice, whatever befalls a worker."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import dask
import pytest
from dateline.model import Article, Reading
from dateline.reading import NoCluster, cluster, read_each
from dateline.settings import DEFAULT_MODEL
from distributed import Client, LocalCluster

from .conftest import ROOT
from .stub import said, settings, some

#: where nobody listens
NOBODY = "tcp://127.0.0.1:9"


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the workers say what they read."""
    path = tmp_path_factory.mktemp("workers") / "read.txt"
    path.touch()
    return path


@pytest.fixture(scope="module")
def at(log: Path) -> Iterator[str]:
    """The address of a cluster of two worker processes with the stub in place of the pipeline."""
    with dask.config.set({"distributed.scheduler.allowed-failures": 1}), pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATELINE_STUB_LOG", str(log))
        patch.setenv("PYTHONPATH", os.pathsep.join((str(ROOT), str(ROOT / "plugins"))))
        with _cluster(2, preload="tests.stub_worker") as found:
            yield found.scheduler_address


def _cluster(workers: int, **more: Any) -> LocalCluster:
    return LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        dashboard_address=":0",
        silence_logs=50,
        **more,
    )


def _pids(at: str) -> list[int]:
    with Client(at, set_as_default=False) as client:
        return list(client.run(os.getpid).values())


@pytest.mark.slow
@pytest.mark.long
def test_a_worker_that_is_killed_loses_and_doubles_nothing(at: str, log: Path, tmp_path: Path) -> None:
    """Its batch goes to another; all is there in the order of the articles, and in the cache: a second run sends nothing."""
    articles = some(200)
    victim, *_ = _pids(at)
    found = []
    for reading in read_each(articles, settings(tmp_path), at):
        if not found:
            os.kill(victim, signal.SIGKILL)
        found.append(reading)
    assert found == [said(a) for a in articles]
    before = log.read_text(encoding="utf-8")
    assert list(read_each(articles, settings(tmp_path), at)) == found
    assert log.read_text(encoding="utf-8") == before


@pytest.mark.slow
@pytest.mark.long
def test_what_is_alike_is_read_once(at: str, log: Path) -> None:
    """The same article three times is one task's work."""
    before = log.read_text(encoding="utf-8").split()
    article = Article("alike", "word for word", "2020-05-08")
    assert list(read_each([article] * 3, settings(None), at)) == [said(article)] * 3
    assert log.read_text(encoding="utf-8").split()[len(before) :] == ["alike"]


@pytest.mark.slow
@pytest.mark.long
def test_an_article_that_no_worker_survives_is_named(at: str, caplog: pytest.LogCaptureFixture) -> None:
    """It is left out; those beside it, in its batch and in others, are read."""
    articles = some(40, a7="SIGKILL", a9="raise")
    found = list(read_each(articles, settings(None), at))
    assert [a.id for a, r in zip(articles, found, strict=True) if r != said(a)] == ["a7", "a9"]
    assert found[7] == Reading(articles[7])
    said_of = {line.split()[0]: line for line in caplog.messages}
    assert "each worker that read it died" in said_of["a7"]
    assert "ValueError: a stage gave up" in said_of["a9"]


@pytest.mark.slow
@pytest.mark.long
def test_a_worker_with_other_rules_is_refused(at: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What differs is said: here and there must be alike."""
    monkeypatch.setattr(cluster, "rules_version", lambda: "other")
    with pytest.raises(NoCluster, match=r"has rules [0-9a-f]{12}, .* not rules other, .*make them alike"):
        list(read_each(some(1), settings(None), at))


@pytest.mark.slow
@pytest.mark.long
def test_a_cluster_without_workers_is_named() -> None:
    """It would wait for ever."""
    with _cluster(0) as found, pytest.raises(NoCluster, match="has no workers"):
        list(read_each(some(1), settings(None), found.scheduler_address))


@pytest.mark.parametrize("address", ["here", "tcp://here", "http://here:8786", "tcp://:8786", "tcp://here:8786/x"])
def test_an_address_that_is_none(address: str) -> None:
    """It is said at once, with an example."""
    with pytest.raises(NoCluster, match="is no address such as tcp://"):
        list(read_each(some(1), settings(None), address))


def test_nobody_listens() -> None:
    """After some seconds it is said, in one line."""
    job = cluster.Job(some(1), DEFAULT_MODEL)
    with pytest.raises(NoCluster, match=r"no cluster answers at tcp://127.0.0.1:9 within 0.2 seconds \(.*\)$"):
        list(cluster.in_cluster(job, [[0]], NOBODY, patience=0.2))


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said how to get it."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(NoCluster, match=r"pip install 'pelican-dateline\[cluster\]'"):
        list(read_each(some(1), settings(None), NOBODY))


def test_a_worker_without_dateline_is_named() -> None:
    """By its address, with what it lacks."""
    lacking = {"tcp://worker:1": ModuleNotFoundError("No module named 'dateline'")}
    client = SimpleNamespace(run=lambda *_, **__: lacking)
    with pytest.raises(NoCluster, match=r"tcp://worker:1 cannot run Dateline .*No module named 'dateline'"):
        cluster._workers(client, DEFAULT_MODEL, NOBODY)


def test_a_worker_that_has_just_died_is_not_asked_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """The scheduler may list it a moment longer: all are asked again."""
    monkeypatch.setattr(cluster, "HANG_UPS", (0, 0))
    here = cluster.versions(DEFAULT_MODEL)
    answers = iter([{"tcp://dead:1": ConnectionResetError(), "tcp://other:1": here}, {"tcp://other:1": here}])
    client = SimpleNamespace(run=lambda *_, **__: next(answers), nthreads=lambda: {"tcp://other:1": 3})
    assert cluster._workers(client, DEFAULT_MODEL, NOBODY) == 3


@pytest.mark.slow
@pytest.mark.long
def test_the_command_writes_the_same_bytes_as_here() -> None:
    """With the model, on three articles of the sample site."""
    command = [sys.executable, "-m", "dateline.cli", "annotate"]
    files = sorted(map(str, (ROOT / "content/articles").glob("*.md")))[:3]
    env = {**os.environ, "DATELINE_CACHE": "off", "PYTHONPATH": str(ROOT / "plugins")}
    here = subprocess.run([*command, *files], env=env, capture_output=True, check=True, cwd=ROOT)
    with _cluster(1) as found:
        there = [*command, "--cluster", found.scheduler_address, *files]
        assert subprocess.run(there, env=env, capture_output=True, check=True, cwd=ROOT).stdout == here.stdout
