"""Reading many articles: what the cache has is taken from it, the rest goes to spaCy, in several processes if that pays."""

from __future__ import annotations

import logging
import multiprocessing
from collections.abc import Iterator, Sequence
from itertools import islice

from tqdm import tqdm

from .cache import Cache, key
from .desk.actors import actors
from .desk.noted import noted
from .lang import supported
from .model import Article, Known, Reading
from .settings import Settings

log = logging.getLogger(__name__)
BATCH = 16
Desk = Sequence[Known]
#: characters that one process reads sooner than a second one has started
WORTH_A_PROCESS = 300_000


class ModelMissing(Exception):
    """The spaCy pipeline that is asked for is not installed; the message says what to do."""


def read_all(articles: Sequence[Article], settings: Settings) -> list[Reading]:
    """What each article says, in the order given. Raises ModelMissing.

    An article in a language that is not supported gets an empty reading, and a warning. What the desk knows of actors wins.
    """
    known, _ = actors(settings.desk / "actors.yaml")
    done = {i: Reading(a) for i, a in enumerate(articles) if not supported(a.lang)}
    for i in done:
        log.warning("%s: language %r is not supported, passed through", articles[i].id, articles[i].lang)
    todo = [i for i in range(len(articles)) if i not in done]
    if settings.cache is None:
        done |= dict(zip(todo, _extracted([articles[i] for i in todo], settings, known), strict=True))
    else:
        with Cache(settings.cache) as cache:
            done |= _through(cache, {i: articles[i] for i in todo}, settings, known)
    return [_noted(done[i]) for i in range(len(articles))]


def _noted(reading: Reading) -> Reading:
    """As the article's front matter has it; what is wrong there is said."""
    found, problems = noted(reading) if reading.article.notes else (reading, [])
    for problem in problems:
        log.warning("%s (left out)", problem)
    return found


def _through(cache: Cache, articles: dict[int, Article], settings: Settings, known_actors: Desk) -> dict[int, Reading]:
    """Readings by number, from the cache where it has them; what is new is kept batch by batch."""
    keys = {i: key(a, settings.model, known_actors) for i, a in articles.items()}
    known = cache.get(keys.values())
    new = [i for i in articles if keys[i] not in known]
    fresh = zip(new, _extracted([articles[i] for i in new], settings, known_actors), strict=True)
    while batch := dict(islice(fresh, BATCH)):
        cache.put({keys[i]: reading for i, reading in batch.items()})
        known |= {keys[i]: reading for i, reading in batch.items()}
    return {i: known[keys[i]] for i in articles}


def _extracted(articles: Sequence[Article], settings: Settings, known: Desk) -> Iterator[Reading]:
    if not articles:
        return
    _require(settings.model)
    processes = min(settings.processes, 1 + sum(len(a.text) for a in articles) // WORTH_A_PROCESS)
    model = settings.model
    found = _in_processes(articles, model, known, processes) if processes > 1 else _here(articles, model, known)
    yield from tqdm(found, total=len(articles), desc="Reading articles", unit="article", delay=1, disable=None)


def _require(model: str) -> None:
    from .pipeline import load

    try:
        load(model)
    except OSError as error:
        raise ModelMissing(
            f"the spaCy pipeline {model!r} is not installed: run 'python -m spacy download {model}', "
            "or unset DATELINE_MODEL to use the one that comes with Dateline"
        ) from error


def _here(articles: Sequence[Article], model: str, known: Desk) -> Iterator[Reading]:
    from .pipeline import read

    return read(articles, model, known)


def _batch(work: tuple[Sequence[Article], str, Desk]) -> list[Reading]:
    return list(_here(*work))


def _in_processes(articles: Sequence[Article], model: str, known: Desk, processes: int) -> Iterator[Reading]:
    """Batches to worker processes, which share the loaded model where the system can fork."""
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    batches = ((articles[i : i + BATCH], model, known) for i in range(0, len(articles), BATCH))
    with multiprocessing.get_context(method).Pool(processes) as pool:
        for readings in pool.imap(_batch, batches):
            yield from readings
