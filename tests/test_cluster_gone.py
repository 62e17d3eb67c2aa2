"""A Dask cluster that goes away while it reads."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from dateline.cache import Cache, key
from dateline.model import Reading
from dateline.reading import NoCluster, read_each
from dateline.settings import DEFAULT_MODEL
from distributed import Client

from .conftest import ROOT
from .stub import said, settings, some

#: seconds in which a scheduler begins
BEGINS = 60


@pytest.fixture
def programs(tmp_path: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The address of a scheduler that has one worker, and its process."""
    place = tmp_path / "scheduler.json"
    env = {
        **os.environ,
        "DATELINE_STUB_LOG": str(tmp_path / "read.txt"),
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "plugins"))),
        "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "2s",
    }
    where = ["--scheduler-file", str(place), "--no-dashboard"]
    scheduler = _begun("dask_scheduler", *where, "--host", "127.0.0.1", "--port", "0", env=env)
    worker = _begun("dask_worker", *where, "--nthreads", "1", "--no-nanny", "--preload", "tests.stub_worker", env=env)
    try:
        for _ in range(BEGINS * 10):
            if place.exists() and place.read_text(encoding="utf-8"):
                break
            time.sleep(0.1)
        address = json.loads(place.read_text(encoding="utf-8"))["address"]
        with Client(address, set_as_default=False) as client:
            client.wait_for_workers(1, timeout=BEGINS)
        yield address, scheduler
    finally:
        for program in (worker, scheduler):
            program.kill()
            program.wait()


def _begun(name: str, *given: str, env: dict[str, str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"distributed.cli.{name}", *given]
    return subprocess.Popen(command, env=env, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.mark.slow
@pytest.mark.long
def test_a_cluster_that_goes_away_is_said_and_what_came_back_is_kept(
    programs: tuple[str, subprocess.Popen[bytes]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one line, which says where it is."""
    (address, scheduler), articles, kept = programs, some(400), Cache.put

    def put(cache: Cache, readings: Mapping[str, Reading]) -> None:
        kept(cache, readings)
        scheduler.kill()

    monkeypatch.setattr(Cache, "put", put)
    with pytest.raises(NoCluster, match=f"the cluster at {address} has gone: what it read is in the cache"):
        list(read_each(articles, settings(tmp_path), address))
    with Cache(tmp_path) as cache:
        found = cache.get(key(a, DEFAULT_MODEL) for a in articles)
    assert 0 < len(found) < len(articles)
    assert list(found.values()) == [said(a) for a in articles if key(a, DEFAULT_MODEL) in found]
