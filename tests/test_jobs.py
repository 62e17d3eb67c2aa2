"""Jobs: files made in several processes, and what is said of them here."""

from __future__ import annotations

import errno
import logging
import os
from contextlib import nullcontext
from functools import partial
from pathlib import Path

import pytest
from dateline.site.building import jobs
from dateline.site.building.warned import Warned


def written(path: Path) -> None:
    path.write_text(str(os.getpid()), encoding="utf-8")
    logging.getLogger("dateline.test").warning("wrote %s", path.name)


def failed() -> None:
    raise ValueError("no page")


@pytest.mark.parametrize("processes", [1, 2])
def test_all_jobs_are_done_and_what_they_log_is_logged_here(
    tmp_path: Path, processes: int, caplog: pytest.LogCaptureFixture
) -> None:
    with Warned() as warned:
        jobs.run([partial(written, tmp_path / str(n)) for n in range(8)], processes)
    assert {path.name for path in tmp_path.iterdir()} == {str(n) for n in range(8)}
    assert sorted(one.words for one in warned.lines) == [f"wrote {n}" for n in range(8)]
    assert not warned.transient
    assert sorted(caplog.messages) == [f"wrote {n}" for n in range(8)]
    here = str(os.getpid())
    assert all((path.read_text(encoding="utf-8") == here) is (processes == 1) for path in tmp_path.iterdir())


@pytest.mark.parametrize("processes", [1, 2])
def test_what_a_job_raises_is_raised(tmp_path: Path, processes: int) -> None:
    with pytest.raises(ValueError, match="no page"):
        jobs.run([failed, partial(written, tmp_path / "a")], processes)


@pytest.mark.parametrize(
    ("who", "number", "ends"),
    [
        ("pelican.utils", errno.ENOSPC, True),
        ("pelican.utils", errno.EROFS, True),
        ("pelican.utils", errno.EACCES, False),
        ("dateline.cache", errno.EROFS, False),
    ],
)
def test_a_full_disk_that_pelican_warns_of_ends_a_build(who: str, number: int, ends: bool) -> None:
    """Pelican goes on where a file of the theme cannot be copied; without a cache Dateline goes on, too."""
    with Warned() as warned, pytest.raises(OSError, match="\\[Errno") if ends else nullcontext():
        logging.getLogger(who).warning("%s to %s; %s", "a", "b", OSError(number, os.strerror(number)))
        warned.refuse()
    assert warned.transient
