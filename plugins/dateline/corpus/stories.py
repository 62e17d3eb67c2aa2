"""Storylines: events joined into threads that a reader can follow, by who takes part, what is told, and when."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from math import exp, fsum, log

from ..model import Actor, Event, Storyline
from .interval import bounds
from .told import Told
from .words import cosine

#: how many events make a storyline
FEW = 3
#: how well an event must fit a thread to go on with it
ENOUGH = 0.45
#: days in which a thread fades to a third
FADES = 60
#: days after which not even the same people and words go on with it
FORGOTTEN = -FADES * log(ENOUGH)
#: of how many threads with one of its actors an event looks at the latest
LOOKED_AT = 12


@dataclass(slots=True)
class Thread:
    """Events so far, by ids, of which kinds they are and what they weigh; who takes part in them and how much that says; how
    the latest was told, and its day."""

    events: list[str] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    weight: float = 0.0
    actors: Counter[str] = field(default_factory=Counter)
    worth: float = 0.0
    told: Told | None = None
    last: int = 0

    def take(self, event: Event, who: set[str], told: Told | None, day: int, rarity: Mapping[str, float]) -> None:
        """Go on with an event."""
        self.events.append(event.id)
        self.kinds.update((event.type,) if event.type != "OTHER" else ())
        self.weight += event.weight
        self.worth += fsum(rarity[a] for a in who - self.actors.keys())
        self.actors.update(who)
        self.told, self.last = told, day


def storylines(events: Sequence[Event], told: Sequence[Told], actors: Sequence[Actor]) -> tuple[Storyline, ...]:
    """The threads with events enough, the weightiest first. Only dated events with named actors are joined."""
    named = {a.id: a.name for a in actors if any(c.isupper() for c in a.name)}
    by_report = {t.id: t for t in told}
    rarity = _rarity(events)
    threads: list[Thread] = []
    by_actor: dict[str, deque[Thread]] = defaultdict(partial(deque[Thread], maxlen=LOOKED_AT))
    for event in events:
        first, _ = bounds(event.when)
        who = {p.actor for p in event.participants if p.actor in named}
        if first is None or not who:
            continue
        how = by_report.get(event.reports[0].report)
        latest = {id(t): t for actor in sorted(who) for t in by_actor[actor] if first - t.last <= FORGOTTEN}
        thread = _best(latest.values(), who, how, first, rarity) or Thread()
        for actor in sorted(who - thread.actors.keys()):
            by_actor[actor].append(thread)
        thread.take(event, who, how, first, rarity)
        if len(thread.events) == FEW:
            threads.append(thread)
    found = [_storyline(t, named) for t in threads]
    return tuple(sorted(found, key=lambda s: (-s.weight, s.id)))


def _best(threads: Iterable[Thread], who: set[str], told: Told | None, day: int, rarity: Mapping[str, float]) -> Thread | None:
    """The thread that an event goes on with best, of several the first; None where it goes on with none."""
    worth = fsum([rarity[a] for a in who])
    fits = [(_fit(t, who, worth, told, day, rarity), -n, t) for n, t in enumerate(threads)]
    score, _, thread = max(fits, key=lambda f: f[:2], default=(0.0, 0, None))
    return thread if score >= ENOUGH else None


def _rarity(events: Sequence[Event]) -> dict[str, float]:
    """How much it says that an actor takes part: less for one who does everywhere."""
    counts = Counter(p.actor for e in events for p in e.participants if p.actor)
    return {actor: log(1 + len(events) / n) for actor, n in counts.items()}


def _fit(thread: Thread, who: set[str], worth: float, told: Told | None, day: int, rarity: Mapping[str, float]) -> float:
    """How well an event goes on with a thread, 0 to 1: by actors, each by its rarity (``worth`` is the sum), words and time; 0
    where no words would make it enough.

    Sums do not depend on the order of sets (``fsum``), which is another in each run, since of two that fit alike one is chosen.
    """
    shared = fsum([rarity[a] for a in who if a in thread.actors])
    total, smaller = worth + thread.worth - shared, min(worth, thread.worth)
    same = 0.5 * shared / total + 0.5 * shared / smaller if total and smaller else 0.0
    fresh = exp(-max(0, day - thread.last) / FADES)
    if (0.6 * same + 0.4) * fresh < ENOUGH:
        return 0.0
    alike = cosine(told.vector, thread.told.vector) if told and thread.told else 0.0
    return (0.6 * same + 0.4 * min(1.0, 2 * alike)) * fresh


def _storyline(thread: Thread, named: Mapping[str, str]) -> Storyline:
    ranked = sorted(thread.actors, key=lambda a: (-thread.actors[a], a))
    main = [a for a in ranked if thread.actors[a] * 2 >= thread.actors[ranked[0]]][:2]
    return Storyline(
        id=thread.events[0],
        title=" and ".join(named[a] for a in main),
        kind=max(thread.kinds, key=lambda k: (thread.kinds[k], k), default="OTHER"),
        actors=tuple(ranked),
        events=tuple(thread.events),
        weight=round(thread.weight, 3),
    )
