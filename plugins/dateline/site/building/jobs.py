"""Jobs: the files of a site, made by several processes where the system can copy one (fork), which share all that was read."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from tqdm import tqdm

from ...processes import serve
from .warned import collected, said_again

#: makes some files; takes nothing and gives nothing back, since it may run in a copy of this process
Job = Callable[[], None]

#: what the copies do, by number; set before they are made
_jobs: Sequence[Job] = ()


def run(jobs: Sequence[Job], processes: int, ahead: Ahead | None = None) -> None:
    """Do all jobs, the first first, and wait for what was begun ahead of them. What they log is logged here; what one raises is
    raised."""
    begun = ahead.take() if ahead else []
    gc.freeze()  # what is here already is not looked through again, in no copy; what pages leave behind is
    gc.enable()
    try:
        with tqdm(total=len(jobs) + len(begun), desc="Writing the site", unit="part", delay=1, disable=None) as bar:
            for _ in _in_processes(jobs, processes) if _forks(processes) else (job() for job in jobs):
                bar.update()
            for wait in begun:
                wait()
                bar.update()
    finally:
        gc.unfreeze()


class Ahead:
    """Jobs that are begun before their turn, each in a copy of this process, which goes on meanwhile; where it cannot be
    copied, they are done in their turn. When it is left, none is still at work."""

    def __init__(self, processes: int) -> None:
        self.processes = processes
        self._begun: list[Job] = []
        self._copies: list[BaseProcess] = []

    def __enter__(self) -> Ahead:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Wait for what nobody has waited for; where something was raised, end it with all that it began."""
        try:
            for wait in () if kind else self.take():
                wait()
        finally:
            for copy in self._copies:
                if kind and copy.pid:
                    with suppress(OSError):
                        os.killpg(copy.pid, signal.SIGTERM)
                copy.join()

    def begin(self, job: Job) -> None:
        """Begin a job, which runs beside what this process does."""
        if not _forks(self.processes):
            self._begun.append(job)
            return
        context = multiprocessing.get_context("fork")
        here, there = context.Pipe(duplex=False)
        copy = context.Process(target=_alone, args=(job, there))
        copy.start()
        with suppress(OSError):
            os.setpgid(copy.pid or 0, copy.pid or 0)  # with what it begins it can be ended as one
        there.close()
        self._copies.append(copy)
        self._begun.append(partial(_awaited, here))

    def take(self) -> list[Job]:
        """For each job begun since the last time, what waits for its end, logs what it logged, raises what it raised."""
        taken, self._begun = self._begun, []
        return taken


def _alone(job: Job, there: Connection) -> None:
    """In a copy of the process: do a job, and send what it logged and what it raised."""
    with suppress(OSError):
        os.setpgid(0, 0)
    serve()
    with collected() as lines:
        try:
            job()
        except Exception as error:  # noqa: BLE001 - raised where it is waited for
            there.send((lines, error))
        else:
            there.send((lines, None))


def _awaited(here: Connection) -> None:
    try:
        lines, error = here.recv()
    except EOFError as ended:
        raise ChildProcessError("a process that wrote a part of the site has died") from ended
    said_again(lines)
    if error:
        raise error


def _forks(processes: int) -> bool:
    return processes > 1 and "fork" in multiprocessing.get_all_start_methods()


def _in_processes(jobs: Sequence[Job], processes: int) -> Iterator[None]:
    global _jobs
    _jobs = jobs
    pool = ProcessPoolExecutor(max(min(processes, len(jobs)), 1), multiprocessing.get_context("fork"), serve)
    try:
        for done in as_completed([pool.submit(_numbered, n) for n in range(len(jobs))]):
            said_again(done.result())
            yield
    finally:
        pool.shutdown(cancel_futures=True)
        _jobs = ()


def _numbered(number: int) -> list[tuple[str, int, str]]:
    """Do a job, in a copy of this process. What it logged."""
    with collected() as lines:
        _jobs[number]()
    return lines
