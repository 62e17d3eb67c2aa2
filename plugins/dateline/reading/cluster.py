"""Reading on a Dask cluster: batches go out as JSON to workers that have Dateline too; where one dies, another reads its batch.

Dask is an extra, imported here alone, where it is used. A worker loads the model with its first batch and keeps it.
"""

from __future__ import annotations

import hashlib
import logging
import re
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from ..cache import libraries, model_version, rules_version
from ..model import Article, Known, Reading
from ..serial import packed, unpacked
from .here import Failed, Job, Outcome, Work, outcomes, require

#: an address as Dask writes it
ADDRESS = re.compile(r"(?:tcp|tls|wss?)://(?:[\w.-]+|\[[0-9a-fA-F:.%]+\]):\d{1,5}")
#: seconds in which a cluster must answer
PATIENCE = 10
#: how often a batch is tried again; where its worker died, Dask tries as often as its own setting says (allowed-failures)
RETRIES = 2
#: seconds to wait each time that a worker hangs up before it has said what it is
HANG_UPS = (0.5, 1, 2, 4, 0)

Batch = Sequence[int]
#: what a worker sends: readings, and for an article that could not be read, why
Found = tuple[Reading | str, ...]


class NoCluster(ValueError):
    """The cluster cannot be used; the message says why, in words for the user."""


def in_cluster(job: Job, work: Iterable[Batch], address: str, patience: float = PATIENCE) -> Work:
    """Batches with their outcomes, as they come. Raises NoCluster. Closing the iterator takes back what is not read yet."""
    with _client(address, patience) as client:
        threads = _workers(client, job.model, address)
        left, suspects = deque(work), deque[Batch]()
        doing: dict[Any, Batch] = {}
        while left or suspects or doing:
            # a suspect is read while nothing else is: whoever waits for a worker that dies is blamed as well
            source, most = (suspects, 1) if suspects else (left, 2 * threads)
            while source and len(doing) < most:
                batch = source.popleft()
                doing[_submitted(client, job, batch)] = batch
            for future in _finished(client, doing, address):
                batch = doing.pop(future)
                found = _outcomes(future, address)
                if isinstance(found, Failed) and len(batch) > 1:
                    suspects += [[number] for number in batch]  # one of them may be what the worker died of
                else:
                    yield batch, [found] if isinstance(found, Failed) else found


@dataclass(frozen=True, slots=True)
class Asked:
    """What is sent to a worker: articles to read, by which model, with what the desk knows, and what must be the same there."""

    versions: dict[str, str]
    model: str
    known: tuple[Known, ...]
    articles: tuple[Article, ...]


def read_batch(asked: bytes) -> bytes:
    """On a worker: what the articles of a batch say, or why one could not be read. Raises RuntimeError where this is another
    Dateline or another model."""
    given = unpacked(Asked, asked)
    if given.versions != versions(given.model):
        raise RuntimeError(f"a worker has {_told(versions(given.model))}, not {_told(given.versions)}")
    job = Job(given.articles, given.model, given.known)
    with ONE:
        require(job.model)
        found = outcomes(job, range(len(job.articles)))
        return packed([one.why if isinstance(one, Failed) else one for one in found])


#: a model reads for one thread at a time
ONE = threading.Lock()


def versions(model: str) -> dict[str, str]:
    """What a reading rests on beside the article: it must be the same here and on every worker."""
    return {"rules": rules_version()[:12], model: model_version(model)[:12], "libraries": libraries()}


def _told(found: dict[str, str]) -> str:
    return ", ".join(f"{name} {said or 'missing'}" for name, said in found.items())


@contextmanager
def _client(address: str, patience: float) -> Iterator[Any]:
    """A client of the cluster. Raises NoCluster."""
    if not ADDRESS.fullmatch(address):
        raise NoCluster(f"--cluster {address!r} is no address such as tcp://10.0.0.7:8786")
    try:
        from distributed import Client
    except ImportError as error:
        raise NoCluster("reading on a cluster needs Dask: pip install 'pelican-dateline[cluster]'") from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what goes wrong is said here, in a line
    try:
        client = Client(address, timeout=patience, set_as_default=False, name="dateline")
    except (OSError, ValueError, RuntimeError) as error:
        said = str(error).partition("\n")[0] or type(error).__name__
        raise NoCluster(f"no cluster answers at {address} within {patience:g} seconds ({said})") from error
    with client:
        yield client


def _workers(client: Any, model: str, address: str) -> int:
    """The threads of all workers, once each has said that it is as this process is. Raises NoCluster."""
    said = _answers(client, model)
    if not said:
        raise NoCluster(f"the cluster at {address} has no workers")
    for worker, found in sorted(said.items()):
        if isinstance(found, BaseException):
            raise NoCluster(f"the worker {worker} cannot run Dateline ({type(found).__name__}: {found}): install it there")
        if found != versions(model):
            raise NoCluster(f"the worker {worker} has {_told(found)}, not {_told(versions(model))}: make them alike")
    return max(1, int(sum(client.nthreads().values())))


def _answers(client: Any, model: str) -> dict[str, Any]:
    """What each worker is, or what it raised. All are asked again while one hangs up: a dead one is listed a moment longer."""
    for pause in HANG_UPS:
        answers: dict[str, Any] = client.run(versions, model, on_error="return")
        if not any(isinstance(answer, OSError) for answer in answers.values()):
            break
        time.sleep(pause)
    return answers


def _submitted(client: Any, job: Job, batch: Batch) -> Any:
    """The future of a batch. Its key is a digest of all that it rests on, so that two who ask for the same share one."""
    articles = tuple(job.articles[number] for number in batch)
    asked = packed(Asked(versions(job.model), job.model, tuple(job.known), articles))
    key = f"dateline-{hashlib.sha256(asked).hexdigest()}"
    return client.submit(read_batch, asked, key=key, retries=RETRIES, pure=True)


def _finished(client: Any, doing: dict[Any, Batch], address: str) -> list[Any]:
    """The futures that are done, once there is one, in the order in which they were sent. Raises NoCluster."""
    from distributed import CancelledError, wait

    try:
        with client.as_current():
            wait(list(doing), return_when="FIRST_COMPLETED")
    except (CancelledError, OSError) as error:
        raise _gone(address) from error
    return [future for future in doing if future.done()]


def _outcomes(future: Any, address: str) -> list[Outcome] | Failed:
    """What a batch says, or why it could not be read. Raises NoCluster where the cluster has gone, or a worker is unlike."""
    from distributed import CancelledError, KilledWorker

    try:
        found = unpacked(Found, future.result())
    except KilledWorker:
        return Failed("each worker that read it died (often for want of memory)", transient=True)
    except (CancelledError, OSError) as error:
        raise _gone(address) from error
    except Exception as error:  # whatever a worker raised comes back as it was, with its own cause behind this line
        raise NoCluster(f"a worker of the cluster at {address}: {type(error).__name__}: {error}") from error
    return [Failed(one) if isinstance(one, str) else one for one in found]


def _gone(address: str) -> NoCluster:
    return NoCluster(f"the cluster at {address} has gone: what it read is in the cache, if there is one")
