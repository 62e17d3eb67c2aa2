"""Builds of any folder of Markdown: the first, one where nothing changed, and where one article did, beside plain Pelican.

``python benchmarks/builds.py [FOLDER] [--number N] [--changes K]``: FOLDER holds articles (default: content/articles). With
``--number`` they are repeated, with other names each time, until there are N. It prints seconds, the memory of the largest
process, and ratios to plain Pelican with its theme ``simple`` on the same articles, in the same run.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from calendar import day_name, month_name
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
PLAIN = (
    "PATH={0!r}\nOUTPUT_PATH={1!r}\nSITENAME='x'\nTIMEZONE='UTC'\nTHEME='simple'\nPLUGINS=['yaml_metadata']\n"
    "SLUGIFY_SOURCE='basename'\nFEED_ALL_ATOM=CATEGORY_FEED_ATOM=None\n"
)
WORD = re.compile(r"[A-Za-z]+")
#: capitalised words that are no names
CALENDAR = {*day_name, *month_name}
#: letters that may stand for each other, so that other names look like names
ALIKE = ("aeiou", "bdgptk", "lmnr", "fsvz")


def written(folder: Path, to: Path, number: int) -> int:
    """Write the articles of a folder, repeated with other names until there are so many. How many there are."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.md"))]
    if not texts:
        raise SystemExit(f"{folder}: no articles (.md) there")
    names = _names(texts)
    to.mkdir(parents=True)
    for n in range(number or len(texts)):
        edition, place = divmod(n, len(texts))
        (to / f"a{n:05}.md").write_text(_printed(texts[place], names, edition), encoding="utf-8")
    return number or len(texts)


def _printed(text: str, names: set[str], edition: int) -> str:
    return WORD.sub(lambda found: _renamed(found[0], names, edition), text) if edition else text


def _names(texts: Sequence[str]) -> set[str]:
    """The words that stand only with a capital."""
    words = {word for text in texts for word in WORD.findall(text)}
    return {word for word in words if word.istitle() and word.lower() not in words} - CALENDAR


def _renamed(word: str, names: set[str], edition: int) -> str:
    """A name as another edition has it: each letter but the first is another of its kind."""
    return word[0] + "".join(_shifted(letter, edition) for letter in word[1:]) if word in names else word


def _shifted(letter: str, by: int) -> str:
    kind = next((letters for letters in ALIKE if letter in letters), letter)
    return kind[(kind.index(letter) + by) % len(kind)]


def timed(command: Sequence[str], env: dict[str, str]) -> tuple[float, float]:
    """Seconds, and megabytes of the largest process, of a command that must end well."""
    begun = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as child:
        said = child.stdout.read() if child.stdout else ""
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(command[:4])} ended with {child.returncode}: {said[-500:]}")
    return time.perf_counter() - begun, used.ru_maxrss / (1024 if sys.platform != "darwin" else 1 << 20)


def measured(place: Path, changes: int) -> Iterator[tuple[str, float, float]]:
    """What each build of the content there takes: its name, seconds, megabytes."""
    content, output = place / "content", place / "output"
    plain = place / "plain.py"
    plain.write_text(PLAIN.format(str(content), str(place / "plain")), encoding="utf-8")
    env = {**os.environ, "DATELINE_CACHE": str(place / "cache"), "PYTHONPATH": str(ROOT / "plugins")}
    pelican = [sys.executable, "-m", "pelican", str(content), "-s"]
    ours = [*pelican, str(ROOT / "pelicanconf.py"), "-o", str(output)]
    yield "plain Pelican", *timed([*pelican, str(plain)], env)
    yield "first build", *timed(ours, env)
    yield "nothing changed", *timed(ours, env)
    for changed in sorted((content / "articles").glob("*.md"))[:changes]:
        with changed.open("a", encoding="utf-8") as file:
            file.write("\nNorway thanked Denmark on Monday.\n")
        yield "one changed", *timed(ours, env)


def main() -> None:
    """Print a row for each build."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "content/articles")
    parser.add_argument("--number", type=int, default=0)
    parser.add_argument("--changes", type=int, default=2)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        print(f"{written(given.folder, Path(place, 'content/articles'), given.number):,} articles", flush=True)
        beside = 0.0
        for name, seconds, memory in measured(Path(place), given.changes):
            beside = beside or seconds
            print(f"{name:16} {seconds:8.1f} s {seconds / beside:7.2f} times {memory:7.0f} MB", flush=True)
        files = [path.stat().st_size for path in Path(place, "output").rglob("*") if path.is_file()]
        print(f"{len(files):,} files, {sum(files) / 1e6:,.0f} MB")


if __name__ == "__main__":
    main()
