"""Events from reports: reports of one day with the same actors and type tell one event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ..model import Event, Evidence, Participant, Reading, Report
from .actors import Same

Told = tuple[Reading, Report]


def merge(readings: Sequence[Reading], same: Same) -> tuple[Event, ...]:
    """The events that the articles tell, in order of time; those without a date come last."""
    groups: dict[tuple[object, ...], list[Told]] = {}
    for reading in sorted(readings, key=lambda r: (r.article.published, r.article.id)):
        for report in reading.reports:
            groups.setdefault(_sameness(report, same[report.article]), []).append((reading, report))
    return tuple(sorted((_event(group, same) for group in groups.values()), key=_order))


def _sameness(report: Report, same: dict[str, str]) -> tuple[object, ...]:
    """What reports of one event share; an undated report, or one of no known type, shares it with none."""
    if report.when is None or report.type == "OTHER":
        return (report.id,)
    return (report.when.from_, report.when.to, report.type, frozenset(same[p.actor] for p in report.participants))


def _event(group: Sequence[Told], same: Same) -> Event:
    first = group[0][1]
    best = max((report for _, report in group), key=lambda r: (r.confidence, -len(r.summary)))
    articles = len({report.article for _, report in group})
    statuses = Counter(report.status for _, report in group)
    return Event(
        id=first.id,
        type=first.type,
        when=best.when,
        status=max(statuses, key=lambda s: (statuses[s], s == "happened", s)),
        summary=best.summary,
        participants=_participants((r for _, r in group), same),
        weight=round(best.confidence * (1 + 0.5 * (articles - 1)) * (0.5 if first.type == "OTHER" else 1), 3),
        confidence=best.confidence,
        reports=tuple(_evidence(reading, report) for reading, report in group),
    )


def _participants(reports: Iterable[Report], same: Same) -> tuple[Participant, ...]:
    roles = {(same[r.article][p.actor], p.role): None for r in reports for p in r.participants}
    actors: dict[str, str] = {}
    for actor, role in roles:
        actors.setdefault(actor, role)
    return tuple(Participant(actor, role) for actor, role in actors.items())


def _evidence(reading: Reading, report: Report) -> Evidence:
    sentence = reading.article.text[report.sentence.start : report.sentence.end]
    return Evidence(report.id, report.article, report.start, report.end, report.text, sentence, report.sentence.start)


def _order(event: Event) -> tuple[str, str, str]:
    if event.when is None:
        return ("~", "", event.id)
    return (event.when.from_ or "~", event.when.to or "", event.id)
