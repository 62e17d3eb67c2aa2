"""What a Dask cluster costs: two worker processes on this machine beside Dateline's own two, on the same articles in one run.

``python benchmarks/cluster.py [FOLDER]``: FOLDER holds articles (default: content/articles). The workers have the model loaded
before they are measured. Needs the extra ``cluster``.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path

from dateline.model import Article
from dateline.pipeline import load
from dateline.reading import read_all, read_each
from dateline.settings import DEFAULT_MODEL, Settings
from dateline.site.reader import article_file
from distributed import LocalCluster

ROOT = Path(__file__).parent.parent
SETTINGS = Settings(processes=2, cache=None, desk=Path("no desk"))
TRIES = 3


def copies(folder: Path, times: int, name: str) -> list[Article]:
    """The articles so many times over, none of them alike."""
    found = [article_file(p) for p in sorted(folder.glob("*.md"))]
    return [replace(a, id=f"{name}-{n}-{a.id}") for n in range(times) for a in found]


def main(folder: Path) -> None:
    load(DEFAULT_MODEL)
    with LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=":0", silence_logs=50) as cluster:
        list(read_each(copies(folder, 4, "first"), SETTINGS, cluster.scheduler_address))
        for number in range(TRIES):
            articles = copies(folder, 40, str(number))
            words = sum(len(a.text.split()) for a in articles)
            begun = time.perf_counter()
            here = read_all(articles, SETTINGS)
            between = time.perf_counter()
            there = list(read_each(articles, SETTINGS, cluster.scheduler_address))
            ended = time.perf_counter()
            assert here == there
            own, dask = between - begun, ended - between
            print(f"own processes {words / own:8,.0f} words/s   cluster {words / dask:8,.0f} words/s   ratio {own / dask:.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "content/articles")
