"""A reader that is begun before it is known what it will read: a process that loads the model while this one does other work.

To load the model takes longer than to read a few new articles. The reader stays for what comes next, so that a server, which
builds again and again, loads it once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TooLong
from dataclasses import dataclass
from multiprocessing.util import Finalize

from ..settings import Settings
from .here import Job, Work, require, warm
from .workers import Team, by_team, forks

#: seconds after which a reader that has not loaded its model is given up
PATIENCE = 120


@dataclass(frozen=True, slots=True)
class Reader:
    """A process with its model; ``ready`` is done when that is loaded, and holds what it raised."""

    team: Team
    model: str
    ready: Future[None]


_reader: Reader | None = None


def begin(settings: Settings) -> None:
    """Begin the reader, where processes can be copied and there is none yet with this model."""
    global _reader
    if settings.processes < 2 or not forks() or (_reader and _reader.model == settings.model):
        return
    end()
    team = Team(settings.model, 1, by_themselves=True)
    _reader = Reader(team, settings.model, team.pool.submit(_load, settings.model))
    Finalize(None, end, exitpriority=10)  # a process that is itself one of several waits for its children where it ends


def _load(model: str) -> None:
    require(model)
    warm(model)


def by_reader(job: Job, work: Iterable[Sequence[int]]) -> Work | None:
    """What a job's articles say, by the reader; None where there is none with this model, or it could not load it."""
    if _reader and _reader.model == job.model and _loaded(_reader):
        return _read(_reader, job, work)
    end()
    return None


def _loaded(reader: Reader) -> bool:
    try:
        return reader.ready.exception(PATIENCE) is None
    except TooLong:
        return False


def _read(reader: Reader, job: Job, work: Iterable[Sequence[int]]) -> Work:
    done = False
    try:
        yield from by_team(reader.team, job, work)
        done = True
    finally:
        if not done:
            end()


def let_go() -> None:
    """End the reader if it is still loading: nobody waits for it."""
    if _reader and not _reader.ready.done():
        end()


def end() -> None:
    """End the reader, if there is one, whatever it is at."""
    global _reader
    if _reader:
        _reader.team.close(kill=True)
    _reader = None
