"""Events from clusters of reports: what they agree on, how it changed, and what contradicts it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import islice

from ..model import Change, Event, Evidence, Participant
from ..model.days import number
from .clusters import Likeness, clusters, learnt
from .dating import contradictions, dated
from .line import best_line
from .told import Told
from .weight import weight

#: how much less than the best a report may be worth that speaks for its event
NEARLY = 0.3
#: of so many other articles it is said why they tell the same
EXPLAINED = 3
#: what settles whether an event happened; what had been planned may still be any of them
SETTLED = frozenset({"happened", "denied", "cancelled"})


def merge(told: Sequence[Told], apart: Sequence[Set[str]]) -> tuple[list[Event], list[tuple[str, str]]]:
    """The events that reports, in order of publication, tell; and pairs of reports, by id, that may tell one event after all.

    ``apart`` are sets of ids of reports of which the editors say that each tells an event of its own.
    """
    likeness = Likeness(told, learnt(told))
    groups, near = clusters(told, likeness)
    parts = (part for group in groups for part in _parted(group, apart))
    events = [replace(event(part), why=tuple(_why(part, likeness))) for part in parts]
    return events, [(one.id, two.id) for one, two in near]


def _why(group: Sequence[Told], likeness: Likeness) -> Iterator[str]:
    """Why the first report and those of other articles are one event."""
    first = group[0]
    later = {t.article.id: t for t in reversed(group) if t.article.id != first.article.id}
    yield from islice((likeness.why(first, t) for t in group if later.get(t.article.id) is t), EXPLAINED)


def _parted(group: Sequence[Told], apart: Sequence[Set[str]]) -> Iterable[Sequence[Told]]:
    """A cluster without the reports that the editors take out of it, and each set of those."""
    for ids in apart:
        if taken := [t for t in group if t.id in ids]:
            yield taken
            group = [t for t in group if t.id not in ids]
    if group:
        yield group


def _bodies(group: Sequence[Told]) -> Sequence[Told]:
    """Without the headlines, where a sentence of an article's body tells the event, too."""
    return [t for t in group if not t.headline] or group


def _core(group: Sequence[Told]) -> Sequence[Told]:
    """Those that tell it best: nearly worth as much as the one that is worth most, or corrected by an editor."""
    most = max(t.report.worth for t in group)
    return [t for t in group if t.report.worth >= most - NEARLY or t.report.edited]


def event(told: Sequence[Told]) -> Event:
    """The event that these reports tell; the first gives its id, and what editors say of one wins."""
    group = _bodies(told)
    core = _core(group)
    first = group[0].report
    summary, line = best_line(core)
    if line.from_ == "kind":
        summary, line = best_line(group)
    when = dated(group)
    return Event(
        id=first.id,
        type=_type(group),
        when=when,
        status=_status(group),
        summary=summary,
        line=line,
        participants=_participants(core),
        weight=weight(group),
        worth=max(t.report.worth for t in told),
        confidence=max(t.report.confidence for t in group),
        reports=tuple(_evidence(t) for t in group),
        history=tuple(_history(group)),
        contradictions=contradictions(group, when),
        headlines=tuple(t.id for t in told if t not in group),
        mode=next((t.report.mode for t in group if t.report.mode), None),
        where=_where(core),
    )


def order(event: Event) -> tuple[bool, int, int, str]:
    """By date, then id; without a date, last."""
    when = event.when
    if when is None or not when.from_:
        return (True, 0, 0, event.id)
    return (False, number(when.from_), number(when.to or when.from_), event.id)


def _type(group: Sequence[Told]) -> str:
    edited = [t.report.type for t in group if "type" in t.report.edited]
    if edited:
        return edited[-1]
    sure: dict[str, float] = defaultdict(float)
    for told in group:
        sure[told.report.type] += told.report.confidence
    return max(sure, key=lambda kind: (kind != "OTHER", round(sure[kind], 4), kind))


def _status(group: Sequence[Told]) -> str:
    """What editors say, else the latest report that settles it, else the latest."""
    if edited := [t for t in group if "status" in t.report.edited]:
        return edited[-1].report.status
    settled = [t for t in group if t.report.status in SETTLED]
    return (settled or group)[-1].report.status


def _history(group: Sequence[Told]) -> Iterable[Change]:
    """What later articles say anew: another status, or a date that is not but a wider one than was told before."""
    status, when = group[0].report.status, group[0]
    for told in group[1:]:
        dated_anew = told.first is not None and not told.guessed and not _wider(told, when)
        if told.article.id != group[0].article.id and (told.report.status != status or dated_anew):
            value = told.report.when.value if told.report.when else None
            yield Change(told.article.published[:10], told.report.id, told.report.status, value)
        status, when = told.report.status, told if dated_anew else when


def _wider(one: Told, two: Told) -> bool:
    """Whether a date holds another, or is the same."""
    if one.first is None or one.last is None or two.first is None or two.last is None:
        return False
    return one.first <= two.first and two.last <= one.last


def _participants(group: Sequence[Told]) -> tuple[Participant, ...]:
    """Everybody who takes part, each in the first role that a report gives; those without a name after the actors."""
    roles = {(p.actor, p.text): p.role for t in reversed(group) for p in t.participants}
    found = [Participant(actor, role, text) for (actor, text), role in roles.items()]
    return tuple(sorted(found, key=lambda p: (p.role, p.actor is None, p.actor or p.text)))


def _where(group: Sequence[Told]) -> tuple[str, ...]:
    """The places that reports name: those that most of them do, then those named first."""
    return tuple(id for id, _ in Counter(id for t in group for id in t.where).most_common())


def _evidence(told: Told) -> Evidence:
    report = told.report
    return Evidence(
        report.id, report.article, report.start, report.end, report.text, told.sentence, report.sentence.start, told.said_by
    )
