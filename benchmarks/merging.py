"""Merging at scale: made-up reports with planted duplicates, at 25, 50 and 100 thousand; time, memory, precision and recall.

``python benchmarks/merging.py [REPORTS ...]`` (default: 25000 50000 100000). Each size runs in a process of its own, so that
its peak of memory is its own. Five reports an article; an event is told by one to six articles, within a week of its day, in
words that differ; half of the actors are in many events. Precision and recall are of pairs of reports of one event.
"""

from __future__ import annotations

import multiprocessing
import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import comb, log

from dateline.corpus.timeline import timeline
from dateline.model import Actor, Article, Participant, Reading, Report, Span, Timeline, When

KINDS = {
    "CONSULT": ("met", "spoke with", "held talks with"),
    "SANCTION": ("imposed sanctions on", "sanctioned", "penalised"),
    "AID": ("sent aid to", "helped", "supplied"),
    "DISAPPROVE": ("criticised", "condemned", "accused"),
    "DEAL": ("bought shares of", "sold a plant to", "signed a contract with"),
    "LAUNCH": ("presented a ship to", "unveiled a plan for", "showed a model to"),
}
SYLLABLES = ("ba", "ro", "mi", "ten", "sol", "ka", "ver", "li", "dun", "or", "pa", "shi", "gra", "nel", "to")
DAYS = 3650
EACH = 5


def name(rng: random.Random) -> str:
    """A made-up name of two words."""
    return " ".join("".join(rng.choices(SYLLABLES, k=rng.randint(2, 4))).capitalize() for _ in range(2))


def happenings(rng: random.Random, number: int) -> Iterator[tuple[str, str, str, date, tuple[str, ...]]]:
    """Events: kind, who, whom, day, and words that their reports share."""
    people = list(dict.fromkeys(name(rng) for _ in range(max(40, number // 20))))
    known, words = people[: len(people) // 10], ["".join(rng.choices(SYLLABLES, k=3)) for _ in range(4000)]
    for _ in range(number):
        one = rng.choice(known if rng.random() < 0.5 else people)
        two = rng.choice([p for p in rng.sample(people, 3) if p != one])
        day = date(2010, 1, 1) + timedelta(days=rng.randrange(DAYS))
        yield rng.choice(sorted(KINDS)), one, two, day, tuple(rng.sample(words, 5))


def made(number: int) -> tuple[list[Reading], dict[str, int]]:
    """Articles with this many reports in all, and which event each report tells."""
    rng = random.Random(number)
    waiting: dict[date, list[tuple[int, str, str, str, date, tuple[str, ...]]]] = defaultdict(list)
    told = 0
    for event, (kind, one, two, day, words) in enumerate(happenings(rng, number)):
        for _ in range(min(6, 1 + int(rng.expovariate(1.0)))):
            waiting[day + timedelta(days=rng.randint(0, 6))].append((event, kind, one, two, day, words))
            told += 1
        if told >= number:
            break
    readings: list[Reading] = []
    truth: dict[str, int] = {}
    for published in sorted(waiting):
        rng.shuffle(waiting[published])
        for at in range(0, len(waiting[published]), EACH):
            readings.append(_article(rng, len(readings), published, waiting[published][at : at + EACH], truth))
    return readings, truth


def _article(rng: random.Random, number: int, published: date, rows: Sequence[tuple], truth: dict[str, int]) -> Reading:
    text, reports, actors = "", [], {}
    for event, kind, one, two, day, words in rows:
        verb = rng.choice(KINDS[kind])
        told = f"{one} {verb} {two} about {' and '.join(rng.sample(words, 3))} on {day:%A}."
        start = len(text) + 1 if text else 0
        text = f"{text} {told}" if text else told
        ids = tuple(n.lower().replace(" ", "-") for n in (one, two))
        actors |= {i: Actor(i, n, "person") for i, n in zip(ids, (one, two), strict=True)}
        iso = day.isoformat()
        when = When(iso, iso, iso, iso, "date in the clause") if rng.random() < 0.8 else None
        id = f"{number}-{len(reports)}"
        truth[id] = event
        span = Span(start, start + len(told))
        at = start + len(one) + 1
        parts = (Participant(ids[0], "source"), Participant(ids[1], "target"))
        reports.append(
            Report(
                id, f"a{number:06}", kind, at, at + len(verb.split()[0]), verb.split()[0], span, told, ids[:1], ids[1:], parts,
                when, "happened", None, 0.7, worth=0.8, state=_state(rng, event),
            )
        )  # fmt: skip
    return Reading(Article(f"a{number:06}", text, published.isoformat()), (), tuple(actors.values()), tuple(reports))


def _state(rng: random.Random, event: int) -> tuple[int, ...]:
    """What the encoder would hold of a word: much the same for all that tell one event."""
    own = random.Random(event)
    return tuple(own.randint(-30, 30) + rng.randint(-10, 10) for _ in range(32))


def judged(line: Timeline, truth: dict[str, int]) -> tuple[float, float]:
    """Precision and recall of pairs of reports that are in one event."""
    right = found = 0
    for event in line.events:
        sizes: dict[int, int] = defaultdict(int)
        for report in event.reports:
            sizes[truth[report.report]] += 1
        right += sum(comb(n, 2) for n in sizes.values())
        found += comb(len(event.reports), 2)
    planted: dict[int, int] = defaultdict(int)
    for event in truth.values():
        planted[event] += 1
    wanted = sum(comb(n, 2) for n in planted.values())
    return right / max(1, found), right / max(1, wanted)


def measured(number: int) -> tuple[int, int, float, float, float, float]:
    """Reports, articles, seconds, peak megabytes that merging adds, precision, recall."""
    readings, truth = made(number)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.perf_counter()
    line = timeline(readings)
    seconds = time.perf_counter() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    precision, recall = judged(line, truth)
    print(f"    of {memory / 1024:.0f} MB in all, {before / 1024:.0f} MB were the articles", flush=True)
    return len(truth), len(readings), seconds, memory / 1024, precision, recall


def main(sizes: Sequence[int]) -> None:
    """Print a row for each size, and the exponent of growth."""
    rows = []
    for size in sizes:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            rows.append(pool.apply(measured, (size,)))
        number, articles, seconds, memory, precision, recall = rows[-1]
        print(f"{number:8,} reports in {articles:7,} articles  {seconds:6.1f} s  {memory:6.0f} MB", end="  ")
        print(f"precision {precision:.3f}  recall {recall:.3f}")
    if len(rows) > 1:
        exponent = log(rows[-1][2] / rows[0][2]) / log(rows[-1][0] / rows[0][0])
        print(f"time grows with the {exponent:.2f}th power of the reports")


if __name__ == "__main__":
    main([int(n) for n in sys.argv[1:]] or [25_000, 50_000, 100_000])
