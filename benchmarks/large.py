"""Large sites: time and memory of reading, of the corpus step and of builds, at 1,250, 2,500 and 5,000 made-up articles.

``python benchmarks/large.py [--whole] [ARTICLES ...]``: ``--whole`` adds 10,000. Each step runs in a process of its own, whose
peak of memory is told; the articles are the same for the same number. Ratios are to plain Pelican with its theme ``simple`` on
the same articles, in the same run.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import log
from pathlib import Path

ROOT = Path(__file__).parent.parent
SYLLABLES = ("ba", "ro", "mi", "ten", "sol", "ka", "ver", "li", "dun", "or", "pa", "shi", "gra", "nel", "to", "es", "har")
FIRST = ("Anna", "John", "Maria", "Peter", "Olga", "David", "Laura", "Ivan", "Helen", "Carlos", "Emma", "Viktor")
PLACES = ("Paris", "London", "Moscow", "Berlin", "Tokyo", "Cairo", "Madrid", "Oslo", "Lima", "Kyiv", "Ankara", "Delhi")
LANDS = ("France", "Russia", "Germany", "Japan", "Egypt", "Spain", "Norway", "Peru", "Ukraine", "Turkey", "India", "China")
TOPICS = ("trade", "fishing", "gas", "the border", "grain", "visas", "the harbour", "steel", "the treaty", "water")
WHEN = ("on {day}", "last month", "in {year}", "on {date}", "two weeks ago", "in early {year}")
TOLD = (
    "{a} met {b} in {place} {when} for talks on {topic}.",
    "{land} imposed sanctions on {other} {when} over {topic}.",
    "{a} accused {b} of breaking a promise on {topic} {when}.",
    "Thousands protested in {place} {when} against the new rules on {topic}.",
    "{land} and {other} signed an agreement on {topic} in {place} {when}.",
    "Police in {place} arrested {a} {when}, a spokesman said.",
    "{a} will travel to {place} next week, where {b} is expected to speak about {topic}.",
    "The government of {land} sent aid to {other} {when}, the ministry said.",
)
IDLE = (
    "The talks followed months of quiet work by officials, who had hoped for a sign from the other side.",
    "Analysts said that little would change soon, though the tone had become friendlier than it was.",
    "Prices of {topic} have moved little, and few expect them to before the end of the season.",
)
PLAIN = (
    "PATH={0!r}\nOUTPUT_PATH={1!r}\nSITENAME='x'\nTIMEZONE='UTC'\nTHEME='simple'\nPLUGINS=['yaml_metadata']\n"
    "FEED_ALL_ATOM=CATEGORY_FEED_ATOM=None\n"
)
READ = """
import glob, sys, time
from pathlib import Path
from dateline.reading import read_all
from dateline.settings import from_environment
from dateline.site.reader import article_file
articles = [article_file(Path(p)) for p in sorted(glob.glob(sys.argv[1] + "/articles/*.md"))]
begun = time.perf_counter()
readings = read_all(articles, from_environment())
read = time.perf_counter() - begun
from dateline.corpus.timeline import timeline
begun = time.perf_counter()
line = timeline(readings)
print(read, time.perf_counter() - begun, sum(len(a.text.split()) for a in articles), len(line.events))
"""


def write(number: int, folder: Path) -> None:
    """This many articles over ten years; a third of the people are in most of them."""
    rng = random.Random(number)
    people = _people(rng, number)
    folder.mkdir(parents=True)
    for n in range(number):
        day = date(2013, 1, 1) + timedelta(days=n * 3650 // number)
        head = f"---\ntitle: {rng.choice(LANDS)} and {rng.choice(TOPICS)}, {n}\ndate: {day}\nsource: The Gazette\n---\n\n"
        (folder / f"a{n:05}.md").write_text(head + "\n\n".join(_paragraphs(rng, people, day)) + "\n", encoding="utf-8")


def _people(rng: random.Random, number: int) -> list[str]:
    return [f"{rng.choice(FIRST)} {''.join(rng.choices(SYLLABLES, k=3)).capitalize()}" for _ in range(60 + number // 5)]


def surnames(number: int) -> set[str]:
    """The surnames of all who act in this many articles."""
    return {person.split()[1] for person in _people(random.Random(number), number)}


def _paragraphs(rng: random.Random, people: Sequence[str], day: date) -> Iterator[str]:
    for _ in range(rng.randint(4, 8)):
        yield " ".join(_sentence(rng, people, day) for _ in range(rng.randint(2, 4)))


def _sentence(rng: random.Random, people: Sequence[str], day: date) -> str:
    one, two = (people[int(len(people) * rng.random() ** 2)] for _ in range(2))
    near = day - timedelta(days=rng.randint(0, 5))
    when = rng.choice(WHEN).format(day=f"{near:%A}", year=day.year, date=f"{near:%d %B %Y}".lstrip("0"))
    land, other = rng.sample(LANDS, 2)
    words = {"a": one, "b": two, "place": rng.choice(PLACES), "land": land, "other": other, "topic": rng.choice(TOPICS)}
    return rng.choice((*TOLD, *IDLE)).format(when=when, **words)


def run(command: Sequence[str], env: dict[str, str]) -> tuple[float, float, str]:
    """Seconds, peak megabytes (of the largest process), and what it printed."""
    begun = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as child:
        said = child.stdout.read() if child.stdout else ""
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(command[:4])} ended with {child.returncode}")
    return time.perf_counter() - begun, _megabytes(used), said


def _megabytes(used: resource.struct_rusage) -> float:
    return used.ru_maxrss / (1024 if sys.platform != "darwin" else 1 << 20)


def measured(number: int) -> dict[str, float]:
    """What each step takes at this many articles."""
    with tempfile.TemporaryDirectory() as place:
        content, plain = Path(place, "content"), Path(place, "plain.py")
        write(number, content / "articles")
        plain.write_text(PLAIN.format(str(content), str(Path(place, "plain"))), encoding="utf-8")
        env = {**os.environ, "DATELINE_CACHE": str(Path(place, "cache")), "PYTHONPATH": str(ROOT / "plugins")}
        pelican = [sys.executable, "-m", "pelican", str(content), "--quiet", "-s"]
        ours = [*pelican, str(ROOT / "pelicanconf.py"), "-o", str(Path(place, "output"))]
        _, memory, said = run([sys.executable, "-c", READ, str(content)], env)
        read, corpus, words, events = map(float, said.split()[-4:])
        first, build, _ = run(ours, env)
        again, _, _ = run(ours, env)
        changed = content / "articles/a00000.md"
        changed.write_text(changed.read_text(encoding="utf-8") + "\nNorway thanked Denmark on Monday.\n", encoding="utf-8")
        one, _, _ = run(ours, env)
        beside, _, _ = run([*pelican, str(plain)], env)
    return {
        "articles": number, "words": words, "events": events, "reading, s": read, "words a second": words / read,
        "reading, MB": memory, "corpus, s": corpus, "first build, s": first, "build, MB": build,
        "nothing changed, s": again, "one changed, s": one, "plain Pelican, s": beside,
        "nothing changed to plain Pelican": again / beside, "one changed to plain Pelican": one / beside,
    }  # fmt: skip


def main(sizes: Sequence[int]) -> None:
    """Print what each size takes, and with which power of the articles it grows."""
    rows = []
    for size in sizes:
        rows.append(measured(size))
        print("  ".join(f"{name} {value:,.{0 if value >= 100 else 2}f}" for name, value in rows[-1].items()), flush=True)
    if len(rows) > 1:
        grown = log(rows[-1]["articles"] / rows[0]["articles"])
        for name in (
            "reading, s",
            "reading, MB",
            "corpus, s",
            "first build, s",
            "build, MB",
            "nothing changed, s",
            "one changed, s",
        ):
            print(f"{name}: grows with the {log(rows[-1][name] / rows[0][name]) / grown:.2f}th power of the articles")


if __name__ == "__main__":
    given = [int(a) for a in sys.argv[1:] if a != "--whole"]
    main(given or [1_250, 2_500, 5_000, *([10_000] if "--whole" in sys.argv else [])])
