"""Jobs: the files of a site, made by several processes where the system can copy one (fork), which share all that was read."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed

from tqdm import tqdm

from ...processes import serve
from . import modules
from .warned import LogLine, collected, log_again

#: makes some files; takes nothing and gives nothing back, since it may run in a copy of this process
Job = Callable[[], None]
#: what a copy sends back: what it logged, and the site's own modules that it has loaded
Sent = tuple[list[LogLine], set[str]]

#: what the copies do, by number; set before they are made
_jobs: Sequence[Job] = ()


def run(jobs: Sequence[Job], processes: int) -> None:
    """Do all jobs, the first first. What they log is logged here; what one raises is raised."""
    with tqdm(total=len(jobs), desc="Writing the site", unit="part", delay=1, disable=None) as bar:
        for _ in _in_processes(jobs, processes) if _forks(processes) else (job() for job in jobs):
            bar.update()


def _forks(processes: int) -> bool:
    return processes > 1 and "fork" in multiprocessing.get_all_start_methods()


def _in_processes(jobs: Sequence[Job], processes: int) -> Iterator[None]:
    global _jobs
    _jobs = jobs
    pool = ProcessPoolExecutor(max(min(processes, len(jobs)), 1), multiprocessing.get_context("fork"), serve)
    try:
        for done in as_completed([pool.submit(_numbered, n) for n in range(len(jobs))]):
            said, loaded = done.result()
            log_again(said)
            modules.note_loaded(loaded)
            yield
    finally:
        pool.shutdown(cancel_futures=True)
        _jobs = ()


def _numbered(number: int) -> Sent:
    """Do a job, in a copy of this process."""
    with collected() as said:
        _jobs[number]()
    return said, modules.own_modules()
