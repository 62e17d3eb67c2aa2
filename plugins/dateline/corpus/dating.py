"""When an event happened, over all its reports: the date that the best grounds support, and what contradicts it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ..model import IN_TEXT, REPORTED_ON, When
from ..model.days import number
from .interval import bounds
from .told import Told

#: how much a date is worth by what it rests on
GROUNDS = {
    "date in the clause": 3.0, "range in the clause": 2.0, "told from another event": 2.0, IN_TEXT: 1.0,
    REPORTED_ON: 0.5,
}  # fmt: skip


def dated(group: Sequence[Told]) -> When | None:
    """The date that editors give, else the one with most support; of those that agree, the most precise; of mere days of
    report the first, since it had happened by then.

    One that an undated first report takes from a later article says so.
    """
    if edited := [t.report.when for t in group if "date" in t.report.edited]:
        return edited[-1]
    dates = [t.report.when for t in group if t.report.when is not None]
    if dates and all(when.basis == REPORTED_ON for when in dates):
        return min(dates, key=lambda when: bounds(when)[0] or 0)
    support: dict[tuple[str | None, str | None], float] = defaultdict(float)
    best: dict[tuple[str | None, str | None], When] = {}
    for told in group:
        when = told.report.when
        if when is None:
            continue
        key = (when.from_, when.to)
        support[key] += GROUNDS.get(when.basis, 1.0) * (0.5 + told.report.confidence)
        if key not in best or GROUNDS.get(when.basis, 1.0) > GROUNDS.get(best[key].basis, 1.0):
            best[key] = when
    if not best:
        return None
    chosen = best[max(support, key=lambda key: (support[key] + _inside(key, support), -_days(best[key]), str(key)))]
    lent = group[0].report.when is None and all(t.report.when is None for t in group if t.article.id == group[0].article.id)
    return replace(chosen, basis="date from another article") if lent else chosen


def contradictions(group: Sequence[Told], chosen: When | None) -> tuple[str, ...]:
    """What other sources say, a line each: dates in a clause that lie wholly outside of the chosen one."""
    first, last = bounds(chosen)
    if first is None or last is None:
        return ()
    said = (t for t in group if t.first is not None and t.last is not None and t.stated and "date" not in t.report.edited)
    outside = (t for t in said if (t.first or 0) > last or (t.last or 0) < first)
    return tuple(dict.fromkeys(f"{t.article.id} says {t.report.when.value}" for t in outside if t.report.when))


def _inside(key: tuple[str | None, str | None], support: dict[tuple[str | None, str | None], float]) -> float:
    """The support of wider dates that this one lies in."""
    first, last = key
    if first is None or last is None:
        return 0.0
    begin, end = number(first), number(last)
    wider = ((f, t) for f, t in support if (f, t) != key and f is not None and t is not None)
    return sum(support[f, t] for f, t in wider if number(f) <= begin and end <= number(t))


def _days(when: When) -> int:
    first, last = bounds(when)
    return last - first if first is not None and last is not None else 10**6
