"""Reading many articles: what the cache has is taken from it, the rest goes to spaCy, in several processes if that pays.

One article that cannot be read is named and left out; the others are read. What is read is kept at once, so that whatever
ends a run loses only what was in work.
"""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from typing import NoReturn

from tqdm import tqdm

from ..cache import Cache, key
from ..desk.actors import actors
from ..desk.noted import noted
from ..failures import TRANSIENT
from ..lang import supported
from ..model import Article, Known, Reading
from ..settings import Settings
from .batches import batches
from .cluster import NoCluster, in_cluster
from .here import Job, ModelMissing, Outcome, Work, in_this_process, require
from .workers import forks, in_processes

__all__ = ["ModelMissing", "NoCluster", "read_all", "read_each"]

log = logging.getLogger(__name__)
#: as many articles are read together: so many readings are in memory until the first of them is given on
WINDOW = 1_024
#: characters that one process reads sooner than a second one has started
WORTH_A_PROCESS = 300_000
#: characters of the longest article that is read: at 5 million, spaCy takes about ten gigabytes
LONGEST = 5_000_000
#: what a shell calls a program that Ctrl-C ended
INTERRUPTED = 130


def read_all(articles: Sequence[Article], settings: Settings) -> list[Reading]:
    """What each article says, in the order given. Raises ModelMissing; SystemExit(130) on Ctrl-C.

    An article that is too long, cannot be read, or is in a language that is not supported gets an empty reading, and a
    warning. What the desk knows of actors wins.
    """
    return list(read_each(articles, settings))


def read_each(articles: Sequence[Article], settings: Settings, cluster: str | None = None) -> Iterator[Reading]:
    """As :func:`read_all`, a window of articles after the other, so that memory is bounded; in a Dask cluster at this address,
    if one is given. Raises NoCluster, too."""
    known, _ = actors(settings.desk / "actors.yaml")
    done = 0
    bar = tqdm(total=len(articles), desc="Reading articles", unit="article", delay=1, disable=None)
    try:
        with Cache(settings.cache) as cache, bar:
            for first in range(0, len(articles), WINDOW):
                window = articles[first : first + WINDOW]
                found: dict[int, Reading] = {}
                with closing(_window(cache, window, settings, known, cluster)) as read:
                    for number, reading in read:
                        found[number] = _noted(reading)
                        done += 1
                        bar.update()
                yield from (found[number] for number in range(len(window)))
    except KeyboardInterrupt:
        _stopped(done, len(articles), settings)


def _window(
    cache: Cache, articles: Sequence[Article], settings: Settings, known: Sequence[Known], cluster: str | None
) -> Generator[tuple[int, Reading], None, None]:
    """The readings of a window by number, first those that the cache has; what is new is kept batch by batch.

    Articles that are alike in all are read once.
    """
    missing: dict[str, list[int]] = {}
    for number, article in enumerate(articles):
        if why := _passed_over(article):
            log.warning("%s", why)
            yield number, Reading(article)
            continue
        one = key(article, settings.model, known)
        had = cache.get([one])
        if had:
            yield number, had[one]
        else:
            missing.setdefault(one, []).append(number)
    if not missing:
        return
    new = list(missing)
    job = Job([articles[missing[one][0]] for one in new], settings.model, known)
    with closing(_extracted(job, settings.processes, cluster)) as extracted:
        for numbers, outcomes in extracted:
            read = {new[n]: one for n, one in zip(numbers, outcomes, strict=True)}
            cache.put({one: reading for one, reading in read.items() if isinstance(reading, Reading)})
            for one, outcome in read.items():
                yield from ((number, _or_empty(outcome, articles[number])) for number in missing[one])


def _passed_over(article: Article) -> str:
    """Why an article is not read at all, in words for the user; empty where it is."""
    if not supported(article.lang):
        return f"{article.id}: language {article.lang!r} is not supported, passed through"
    if len(article.text) > LONGEST:
        return (
            f"{article.id}: longer than {LONGEST // 1_000_000} million characters ({len(article.text):,}): "
            "cut it into articles (left out)"
        )
    return ""


def _stopped(done: int, wanted: int, settings: Settings) -> NoReturn:
    kept = "the others begin where it stopped" if settings.cache else "nothing is kept, as DATELINE_CACHE is off"
    log.warning("Stopped: %s of %s articles are read; %s", f"{done:,}", f"{wanted:,}", kept)
    raise SystemExit(INTERRUPTED) from None


def _noted(reading: Reading) -> Reading:
    """As the article's front matter has it; what is wrong there is said."""
    found, problems = noted(reading) if reading.article.notes else (reading, [])
    for problem in problems:
        log.warning("%s (left out)", problem)
    return found


def _or_empty(outcome: Outcome, article: Article) -> Reading:
    """What an article says; nothing, and a warning, where it could not be read."""
    if isinstance(outcome, Reading):
        return outcome
    log.warning("%s could not be read: %s (left out)", article.id, outcome.why, extra=TRANSIENT if outcome.transient else None)
    return Reading(article)


def _extracted(job: Job, processes: int, cluster: str | None) -> Work:
    """Batches of numbers of articles with what each says, as they come; whoever stops listening ends the processes."""
    lengths = [len(a.text) for a in job.articles]
    if cluster:
        return in_cluster(job, batches(lengths), cluster)
    several = min(processes, 1 + sum(lengths) // WORTH_A_PROCESS, len(lengths))
    apart = several > 1 or (processes > 1 and forks())  # even one worker, lest an article ends this process
    require(job.model)
    work = batches(lengths, several)
    return in_processes(job, work, several) if apart else in_this_process(job, work)
