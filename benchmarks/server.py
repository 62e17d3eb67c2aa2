"""A server that builds again at each change: seconds from saving an article to its fresh page, and until all is made.

``python benchmarks/server.py [ARTICLES] [SAVES]``: so many made-up articles (1,000), one of which is saved so many times (4).
The model is loaded by the first build; the third build is the first that finds the articles parsed.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from large import ROOT, write

#: seconds to wait for anything
PATIENCE = 600
#: what Pelican and Dateline say at the end of a build
ENDS = ("Done:", "Nothing changed:")


def until(happened: Callable[[], bool]) -> float:
    """Seconds until something has happened."""
    begun = time.perf_counter()
    while not happened():
        if time.perf_counter() - begun > PATIENCE:
            raise SystemExit(f"nothing for {PATIENCE} seconds")
        time.sleep(0.02)
    return time.perf_counter() - begun


def builds(log: Path) -> int:
    """How many builds have ended."""
    said = log.read_text(encoding="utf-8", errors="replace")
    return sum(said.count(end) for end in ENDS)


def save(article: Path, page: Path, log: Path, word: str) -> tuple[float, float]:
    """Save a sentence with a word: seconds until the page has it, and until Pelican says that it is done."""
    before = builds(log)
    with article.open("a", encoding="utf-8") as file:
        file.write(f"\nNorway thanked {word} on Monday.\n")
    fresh = until(lambda: page.is_file() and word in page.read_text(encoding="utf-8"))
    return fresh, fresh + until(lambda: builds(log) > before)


def main(number: int, saves: int) -> None:
    """Print what each save takes."""
    with tempfile.TemporaryDirectory() as place:
        content, output, log = (Path(place, name) for name in ("content", "output", "log"))
        write(number, content / "articles")
        article = content / f"articles/a{number // 2:05}.md"
        env = {**os.environ, "DATELINE_CACHE": str(Path(place, "cache")), "PYTHONPATH": str(ROOT / "plugins")}
        command = [sys.executable, "-m", "pelican", "-lr", str(content), "-o", str(output), "-s", str(ROOT / "pelicanconf.py")]
        with (
            log.open("w") as said,
            subprocess.Popen(
                [*command, "-p", "8137"], cwd=ROOT, env=env, stdout=said, stderr=said, start_new_session=True
            ) as server,
        ):
            try:
                print(f"first build of {number:,} articles: {until(lambda: builds(log) > 0):.1f} s", flush=True)
                until(lambda: any(output.glob(f"articles/*-{number // 2}/index.html")))  # all is moved there last
                [page] = output.glob(f"articles/*-{number // 2}/index.html")
                for n in range(saves):
                    time.sleep(4)  # Pelican looks for changes again
                    fresh, ended = save(article, page, log, f"Zanzibar{n}x")
                    print(f"save {n + 1}: fresh page after {fresh:.1f} s, all made after {ended:.1f} s", flush=True)
            finally:
                os.killpg(server.pid, signal.SIGTERM)


if __name__ == "__main__":
    number, saves = [*map(int, sys.argv[1:]), *(1_000, 4)[len(sys.argv) - 1 :]]
    main(number, saves)
