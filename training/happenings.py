"""How well events over articles are what happened: pairs over two articles, B-cubed, and what is told more than once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from dateline.corpus.clusters import Likeness, clusters
from dateline.corpus.events import event
from dateline.corpus.line import captioned, printed_once, usual, worthy
from dateline.corpus.told import Told

#: a report that tells a happening: its event, the happening, and its article
Item = tuple[int, str, str]


class Gold(Protocol):
    """What figures need of a corpus."""

    name: str
    part: str
    group: str
    told: Sequence[Told]
    tells: Sequence[frozenset[str]]


def figures(corpora: Iterable[Gold], tables: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """By story, and of all topics together."""
    topics: list[Item] = []
    for one in corpora:
        found = items(one, tables[one.part])
        if one.group == "stories":
            yield f"  {one.name}: {said(found)}"
            continue
        first = max((number for number, _, _ in topics), default=0) + 1
        topics += [(first + number, f"{one.name} {told}", article) for number, told, article in found]
    if topics:
        yield f"  topics: {said(topics)}"


def items(one: Gold, table: Mapping[str, Any]) -> list[Item]:
    """Of each report of an event that would be listed, what it tells."""
    tells = {t.id: sorted(told) for t, told in zip(one.told, one.tells, strict=True)}
    groups, _ = clusters(one.told, Likeness(one.told, table))
    shown = printed_once(worthy(captioned(event(group), {}), usual()) for group in groups)
    cited = [(n, r) for n, found in enumerate(shown) if found.listed for r in found.reports]
    return [(n, told, r.article) for n, r in cited for told in tells[r.report]]


def said(found: Sequence[Item]) -> str:
    """The figures in words."""
    precision, recall = across(found)
    right, whole = b_cubed(found)
    counts = defaultdict(Counter)
    for number, told, _ in found:
        counts[number][told] += 1
    main = [min(told, key=lambda one, told=told: (-told[one], one)) for told in counts.values()]
    doubles = 1 - len(set(main)) / max(1, len(main))
    mixed = sum(len(told) > 1 for told in counts.values()) / max(1, len(counts))
    values = (precision, recall, _f1(precision, recall), right, whole, _f1(right, whole), doubles, mixed)
    p, r, f, bp, br, bf, d, m = (f"{100 * value:.1f}" for value in values)
    return f"across {p} {r} {f}, b3 {bp} {br} {bf}, doubles {d}, mixed {m}"


def across(found: Sequence[Item]) -> tuple[float, float]:
    """Precision and recall of pairs of two articles."""
    both, mine, theirs = (_pairs(found, key) for key in ((0, 1), (0,), (1,)))
    return both / mine if mine else 0.0, both / theirs if theirs else 0.0


def _pairs(found: Sequence[Item], key: Sequence[int]) -> int:
    """How many pairs of two articles agree in these places."""
    every = Counter(tuple(one[k] for k in key) for one in found)
    within = Counter((*(one[k] for k in key), one[2]) for one in found)
    return sum(n * (n - 1) // 2 for n in every.values()) - sum(n * (n - 1) // 2 for n in within.values())


def b_cubed(found: Sequence[Item]) -> tuple[float, float]:
    """Precision and recall in the mean of all reports: how many of those in its event tell the same, and the other way."""
    events, told, both = (Counter(tuple(one[k] for k in key) for one in found) for key in ((0,), (1,), (0, 1)))
    count = max(1, len(found))
    right = sum(both[one[:2]] / events[one[:1]] for one in found) / count
    return right, sum(both[one[:2]] / told[one[1:2]] for one in found) / count


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
