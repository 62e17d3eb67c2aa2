"""A huge site: time and memory of the corpus step and of a build at 100,000 made-up articles.

``python benchmarks/huge.py [EDITIONS]``: the 10,000 articles of ``large.py`` are read once; then each comes in so many editions
(10 if nothing is given), in which the people have other names of the same length. So what an edition says is known from what
its first says, and is put into the cache: to read them all would take an hour and measure nothing new.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from string import ascii_lowercase

from dateline.cache import Cache, key
from dateline.desk.actors import actors
from dateline.model import Reading
from dateline.reading import read_each
from dateline.serial import packed, unpacked
from dateline.settings import Settings, from_environment
from dateline.site.reader import article_file
from large import READ, ROOT, run, surnames, write

FIRST = 10_000
WORD = re.compile(r"[A-Za-z]+")


def names(edition: int) -> dict[str, str]:
    """The surnames of an edition by those of the first, in both spellings: each letter is so many further in the alphabet."""
    shifted = str.maketrans(ascii_lowercase, ascii_lowercase[edition:] + ascii_lowercase[:edition])
    lower = {name.lower(): name.lower().translate(shifted) for name in surnames(FIRST)}
    return lower | {name.capitalize(): other.capitalize() for name, other in lower.items()}


def printed(text: str, edition: int, table: Mapping[str, str]) -> str:
    """A text as that edition has it."""
    return WORD.sub(lambda found: table.get(found[0], found[0]), text) if edition else text


def said(reading: Reading, edition: int, table: Mapping[str, str]) -> Reading:
    """What an article says in that edition."""
    data = json.loads(printed(packed(reading).decode(), edition, table))
    old, title = data["article"]["id"], data["article"]["title"]
    data["article"] |= {"id": f"{old}-{edition}", "title": f"{title} ({edition})"}
    for report in data["reports"]:
        report["id"] = hashlib.sha256(f"{report['id']} {edition}".encode()).hexdigest()[:10]
        report["article"] = f"{old}-{edition}"
    return unpacked(Reading, json.dumps(data).encode())


def prepare(editions: int, content: Path, settings: Settings) -> None:
    """Write all editions, and put what they say into the cache."""
    write(FIRST, content / "articles")
    first = sorted((content / "articles").glob("*.md"))
    known, _ = actors(settings.desk / "actors.yaml")
    tables = [names(edition) for edition in range(editions)]
    with Cache(settings.cache) as cache:
        for path, reading in zip(first, read_each([article_file(path) for path in first], settings), strict=True):
            text = path.read_text(encoding="utf-8")
            found = [said(reading, edition, table) for edition, table in enumerate(tables)]
            cache.put({key(one.article, settings.model, known): one for one in found})
            for edition, one in enumerate(found):
                head = text.replace(f"title: {reading.article.title}\n", f"title: {one.article.title}\n", 1)
                path.with_stem(f"{path.stem}-{edition}").write_text(printed(head, edition, tables[edition]), encoding="utf-8")
            path.unlink()


def main(editions: int) -> None:
    """Print what the corpus step and the build take."""
    with tempfile.TemporaryDirectory() as place:
        content = Path(place, "content")
        os.environ["DATELINE_CACHE"] = str(Path(place, "cache"))
        env = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
        took, _, _ = run([sys.executable, __file__, str(editions), str(content)], env)  # memory is told of processes apart
        print(f"articles {FIRST * editions:,}, made in {took:,.0f} s", flush=True)
        _, memory, told = run([sys.executable, "-c", READ, str(content)], env)
        read, corpus, _, events = map(float, told.split()[-4:])
        print(f"from the cache {read:,.0f} s, corpus {corpus:,.0f} s, events {events:,.0f}, {memory:,.0f} MB", flush=True)
        command = [sys.executable, "-m", "pelican", str(content), "--quiet", "-s", str(ROOT / "pelicanconf.py")]
        for what in ("first build", "nothing changed"):
            took, memory, _ = run([*command, "-o", str(Path(place, "output"))], env)
            print(f"{what} {took:,.0f} s, {memory:,.0f} MB", flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        prepare(int(sys.argv[1]), Path(sys.argv[2]), from_environment())
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
