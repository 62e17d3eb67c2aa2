"""Speed, in one run: extraction beside bare spaCy.

``python benchmarks/speed.py [FOLDER]``: FOLDER holds articles (default: content/articles). Compare ratios, not seconds:
machines differ, and one machine differs from one minute to the next.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import spacy
from dateline.model import Article
from dateline.pipeline import STAGES, date_reader, load, read, without_version_warning
from dateline.reading import read_all
from dateline.settings import DEFAULT_MODEL, Settings
from dateline.site.reader import article_file

ROOT = Path(__file__).parent.parent


def timed(act: Callable[[], object]) -> float:
    """Seconds that an act takes."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def extraction(folder: Path) -> None:
    """Words per second of bare ``nlp.pipe`` and of the whole pipeline, on the same articles; the best of three.

    What is loaded once (the words, the cities of the gazetteer) is loaded before, and its seconds are said beside.
    """
    articles = [article_file(p) for p in sorted(folder.glob("*.md"))] * 20
    words = sum(len(a.text.split()) for a in articles)
    with without_version_warning():
        nlp = spacy.load(DEFAULT_MODEL)

    def bare() -> None:
        for _doc in nlp.pipe((a.text for a in articles), batch_size=16):
            pass

    once = timed(lambda: list(read([Article("", "Police in Croydon met Ann Lee.", "2020-05-08")], DEFAULT_MODEL)))
    tries = [(timed(bare), timed(lambda: list(read(articles, DEFAULT_MODEL)))) for _ in range(3)]
    alone, whole = (min(seconds) for seconds in zip(*tries, strict=True))
    print(f"bare nlp.pipe      {words / alone:10,.0f} words/s")
    print(f"dateline annotate  {words / whole:10,.0f} words/s   ratio {alone / whole:.2f}   ({words:,} words)")
    print(f"dates, actors and events {whole / alone - 1:6.1%} on top of bare nlp.pipe; loaded once, {once:.1f} s")


def processes(folder: Path) -> None:
    """How many times sooner two processes have read the same articles than one, starting them included; the best of three.

    Beside it, how many times sooner two processes count than one: that is what the machine's cores give at this moment.
    """
    found = [article_file(p) for p in sorted(folder.glob("*.md"))]
    articles = [replace(a, id=f"{n}-{a.id}") for n in range(40) for a in found]  # the same article is read once
    load(DEFAULT_MODEL)

    def all_in(number: int) -> None:
        read_all(articles, Settings(processes=number, cache=None, desk=Path("no desk")))

    words = sum(len(a.text.split()) for a in articles)
    for _ in range(3):
        one, two = (timed(partial(all_in, number)) for number in (1, 2))
        print(f"two processes      {words / two:10,.0f} words/s   {one / two:.2f} times one   (counting: {cores():.2f} times)")


def cores() -> float:
    """How many times as much two processes count as one in the same time."""
    with ProcessPoolExecutor(2) as pool:
        one, two = (timed(partial(list, pool.map(count, [10**7] * number))) for number in (1, 2))
    return 2 * one / two


def count(number: int) -> int:
    return sum(range(number))


def dates(folder: Path) -> None:
    """Characters per second of the dates part alone, on a blank tokenizer's words; and its share on top of ``nlp.pipe``."""
    articles = [article_file(p) for p in sorted(folder.glob("*.md"))] * 20
    characters = sum(len(a.text) for a in articles)
    reader, blank = date_reader("en"), spacy.blank("en")
    nlp = load(DEFAULT_MODEL)
    with nlp.select_pipes(disable=["dateline_spans", *STAGES]):
        begun = time.perf_counter()
        parsed = list(nlp.pipe((a.text for a in articles), batch_size=16))
        bare = time.perf_counter() - begun
    unparsed = [blank.make_doc(a.text) for a in articles]
    for article, *docs in zip(articles, unparsed, parsed, strict=True):
        for doc in docs:
            doc._.article = article
    alone = min(timed(lambda: [reader(doc) for doc in unparsed]) for _ in range(3))
    on_top = min(timed(lambda: [reader(doc) for doc in parsed]) for _ in range(3))
    print(f"dates alone        {characters / alone:10,.0f} characters/s")
    print(f"dates on a parse   {on_top / bare:10.1%} of bare nlp.pipe")


if __name__ == "__main__":
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "content/articles"
    extraction(where)
    processes(where)
    dates(where)
