"""Worker processes: batches are handed out to them; one that dies costs only the article that it died of.

Workers share the loaded model where the system can fork; elsewhere each loads the model once. Ctrl-C is for the main process
alone, which ends them; where that dies, they end by themselves.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from types import TracebackType

from ..processes import serve
from .here import Failed, Job, Outcome, Work, outcomes, warm

Batch = Sequence[int]
Doing = dict["Future[list[Outcome]]", Batch]


def in_processes(job: Job, work: Iterable[Batch], processes: int) -> Work:
    """Batches with their outcomes, as they come. Closing the iterator kills the processes."""
    with Team(job.model, processes) as team:
        yield from _by_team(team, job, work)


def _by_team(team: Team, job: Job, work: Iterable[Batch]) -> Work:
    left = deque(work)
    doing: Doing = {}
    while left or doing:
        try:
            _hand_out(team, job, left, doing)
        except BrokenProcessPool:
            if not doing:  # else its batches have failed, which is seen below
                team.renewed()
        wait(doing, return_when=FIRST_COMPLETED)
        done = {future: batch for future, batch in doing.items() if future.done()}
        yield from [(batch, future.result()) for future, batch in done.items() if future.exception() is None]
        failed = [batch for future, batch in done.items() if future.exception() is not None]
        if failed and team.renewed():
            failed += [batch for future, batch in doing.items() if future not in done]
            doing.clear()
        doing = {future: batch for future, batch in doing.items() if future not in done}
        for batch in failed:
            yield batch, [_alone(team, job, number) for number in batch]


def _hand_out(team: Team, job: Job, left: deque[Batch], doing: Doing) -> None:
    """As many batches as there are processes, and one that waits. Raises BrokenProcessPool."""
    while left and len(doing) <= team.processes:
        future = team.submit(job, left[0])
        doing[future] = left.popleft()


def _alone(team: Team, job: Job, number: int) -> Outcome:
    """One article, while no other is read: what dies now dies of it."""
    future = team.submit(job, [number])
    error = future.exception()
    if error is None:
        return future.result()[0]
    return Failed(team.renewed() or f"{type(error).__name__}: {' '.join(str(error).split())}", transient=True)


def forks() -> bool:
    """Whether a process begins as a copy of this one, with all that is loaded: at once, and without more memory."""
    return "fork" in multiprocessing.get_all_start_methods()


class Team:
    """Processes that read with a model. Where they are copies of this one, it loads the model before."""

    def __init__(self, model: str, processes: int) -> None:
        self.processes = processes
        self.others = set(multiprocessing.active_children())
        self.members: set[BaseProcess] = set()
        if forks():
            warm(model)
        self.pool = self._begun()

    def __enter__(self) -> Team:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End the processes: when they have done what they are at, or at once."""
        self.members |= set(multiprocessing.active_children()) - self.others
        for member in self.members if kind else ():
            member.kill()
        self.pool.shutdown(cancel_futures=True)

    def submit(self, job: Job, numbers: Batch) -> Future[list[Outcome]]:
        """Let a process read these articles of a job. Raises BrokenProcessPool where one has died."""
        part = Job([job.articles[n] for n in numbers], job.model, job.known)
        with _no_interrupt():
            return self.pool.submit(_work, part)

    def renewed(self) -> str:
        """Begin anew if a process has died, and how it did, in words; empty where none has."""
        try:
            self.pool.submit(os.getpid)
        except BrokenProcessPool:
            self.pool.shutdown()
            said = next((s for m in self.members if (s := _end(m.exitcode))), "its process died")
            self.pool = self._begun()
            return said
        return ""

    def _begun(self) -> ProcessPoolExecutor:
        before = set(multiprocessing.active_children())
        context = multiprocessing.get_context("fork" if forks() else "spawn")
        pool = ProcessPoolExecutor(self.processes, context, _begin)
        with _no_interrupt():
            pool.submit(os.getpid)  # begins the processes
        self.members = set(multiprocessing.active_children()) - before
        return pool


def _begin() -> None:
    """In a new process, first. It does not write to a terminal that is being drawn on, whose lock may have been held when it
    was copied."""
    serve()
    sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    logging.getLogger().handlers = [logging.StreamHandler()]


def _work(job: Job) -> list[Outcome]:
    return outcomes(job, range(len(job.articles)))


def _end(code: int | None) -> str:
    """How a process died, by its exit code; empty where it ended well, or the pool ended it."""
    if code == -signal.SIGTERM or not code:
        return ""
    if code > 0:
        return f"its process ended with status {code}"
    often = " (often for want of memory)" if code == -9 else ""
    return f"its process was ended by {signal.Signals(-code).name}{often}"


@contextmanager
def _no_interrupt() -> Iterator[None]:
    """Hold Ctrl-C back while processes begin, or one would end with a traceback before it ignores that."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
