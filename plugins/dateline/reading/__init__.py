"""Reading many articles: what the cache has is taken from it, the rest goes to spaCy, in several processes if that pays.

One article that cannot be read is named and left out; the others are read. What is read is kept at once, so that whatever
ends a run loses only what was in work.
"""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing
from typing import NoReturn

from tqdm import tqdm

from ..cache import Cache, key
from ..corpus.shelf import Shelf
from ..desk.actors import actors
from ..desk.noted import noted
from ..lang import supported
from ..model import Article, Known, Reading
from ..settings import Settings
from . import ahead
from .batches import batches, in_order
from .cluster import NoCluster, in_cluster
from .here import Job, ModelMissing, Outcome, Work, in_this_process, require
from .workers import forks, in_processes

__all__ = ["ModelMissing", "NoCluster", "read_all", "read_any", "read_each"]

log = logging.getLogger(__name__)
#: characters that one process reads sooner than a second one has started
WORTH_A_PROCESS = 300_000
#: characters of the longest article that is read: at 5 million, spaCy takes about ten gigabytes
LONGEST = 5_000_000
#: as many readings that wait for one before them are in memory
EARLY = 1_000
#: what a shell calls a program that Ctrl-C ended
INTERRUPTED = 130


def read_all(articles: Sequence[Article], settings: Settings) -> list[Reading]:
    """What each article says, in the order given. Raises ModelMissing; SystemExit(130) on Ctrl-C.

    An article that is too long, cannot be read, or is in a language that is not supported gets an empty reading, and a
    warning. What the desk knows of actors wins.
    """
    return list(read_each(articles, settings))


def read_each(articles: Sequence[Article], settings: Settings, cluster: str | None = None) -> Iterator[Reading]:
    """As :func:`read_all`, each as soon as it and all before it are there; in a Dask cluster at this address, if one is given.

    Those that must wait for one before them lie on a shelf. Raises NoCluster, too, and OSError where that finds no room.
    """
    early, place, at = Shelf(Reading, EARLY), dict[int, int](), 0
    for number, reading in read_any(articles, settings, cluster):
        if number != at:
            place[number] = len(early)
            early.append(reading)
            continue
        yield reading
        at += 1
        while at in place:
            yield early[place.pop(at)]
            at += 1


def read_any(
    articles: Sequence[Article], settings: Settings, cluster: str | None = None
) -> Generator[tuple[int, Reading], None, None]:
    """The same in any order, each with the number of its article, as soon as it is there: few are in memory at once."""
    known, _ = actors(settings.desk / "actors.yaml")
    passed = {i: why for i, a in enumerate(articles) if (why := _passed_over(a))}
    for i, why in passed.items():
        log.warning("%s", why)
        yield i, Reading(articles[i])
    wanted = {i: a for i, a in enumerate(articles) if i not in passed}
    done = 0
    try:
        with Cache(settings.cache) as cache, closing(_through(cache, wanted, settings, known, cluster)) as found:
            for number, reading in found:
                yield number, _noted(reading)
                done += 1
    except KeyboardInterrupt:
        _stopped(done, len(wanted), settings)


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


def _through(
    cache: Cache, articles: Mapping[int, Article], settings: Settings, known: Sequence[Known], cluster: str | None
) -> Generator[tuple[int, Reading], None, None]:
    """The readings by number, first those that the cache has; what is new is kept batch by batch.

    Articles that are alike in all are read once.
    """
    missing: dict[str, list[int]] = {}
    for i, article in articles.items():
        one = key(article, settings.model, known)
        had = cache.get([one])
        if had:
            yield i, had[one]
        else:
            missing.setdefault(one, []).append(i)
    if not missing:
        return
    new = list(missing)
    job = Job([articles[missing[one][0]] for one in new], settings.model, known)
    with closing(_extracted(job, settings.processes, cluster)) as extracted:
        for numbers, outcomes in extracted:
            found = {new[n]: one for n, one in zip(numbers, outcomes, strict=True)}
            cache.put({one: reading for one, reading in found.items() if isinstance(reading, Reading)})
            for one, outcome in found.items():
                yield from ((i, _or_empty(outcome, articles[i])) for i in missing[one])


def _or_empty(outcome: Outcome, article: Article) -> Reading:
    """What an article says; nothing, and a warning, where it could not be read."""
    if isinstance(outcome, Reading):
        return outcome
    log.warning("%s could not be read: %s (left out)", article.id, outcome.why)
    return Reading(article)


def _extracted(job: Job, processes: int, cluster: str | None) -> Work:
    """Batches of numbers of articles with what each says, as they come; whoever stops listening ends the processes."""
    lengths = [len(a.text) for a in job.articles]
    found = in_cluster(job, in_order(lengths), cluster) if cluster else _on_this_machine(job, lengths, processes)
    bar = tqdm(total=len(lengths), desc="Reading articles", unit="article", delay=1, disable=None)
    with closing(found), bar:
        for numbers, outcomes in found:
            yield numbers, outcomes
            bar.update(len(numbers))


def _on_this_machine(job: Job, lengths: Sequence[int], processes: int) -> Work:
    several = min(processes, 1 + sum(lengths) // WORTH_A_PROCESS, len(lengths))
    apart = several > 1 or (processes > 1 and forks())  # even one worker, lest an article ends this process
    work = batches(lengths, several)
    if several == 1 and (found := ahead.by_reader(job, work)) is not None:
        return found
    ahead.end()
    require(job.model)
    return in_processes(job, work, several) if apart else in_this_process(job, work)
