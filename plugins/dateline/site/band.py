"""The band: how many events fall into each unit of time, as bars of an SVG and as rows of a table.

Bars stand at shares of the width, in percent, so that the picture fits any screen and its words keep their size. What is dated
less finely than the unit is spread over all the units that it may lie in, and drawn hatched.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from .shown import EventView
from .units import Unit

#: heights in CSS pixels: of the main bars, and of each lane's
TALL, LOW = 88, 20
#: kinds of event that have a lane of their own
KINDS = 5
TONES = ("cooperative", "neutral", "hostile")


@dataclass(frozen=True, slots=True)
class Bar:
    """What one unit holds: ``certain`` events, and ``spread``, the shares of those that may lie there."""

    unit: Unit
    certain: int
    spread: float
    x: float
    width: float
    #: pixels
    height: float
    hatched: float


@dataclass(frozen=True, slots=True)
class Lane:
    """The bars of events of one sort. ``key`` says which ("hostile", "AID"), ``label`` the same for people."""

    key: str
    label: str
    colour: str
    shape: str
    bars: tuple[Bar, ...]
    count: int


@dataclass(frozen=True)
class Band:
    """A picture of time: all events, and the same by tone and by kind. ``step`` is each how many units one is named."""

    units: Sequence[Unit]
    events: Sequence[EventView]

    @property
    def marks(self) -> str:
        """The units for scripts: "2014 2015", "1990/1999 2000/2009"; a gap is "_"."""
        return " ".join(u.mark for u in self.units)

    @property
    def step(self) -> int:
        return max(1, -(-len(self.units) // 12))

    @cached_property
    def all(self) -> Lane:
        return self._lane("all", "", "", "", self.events, TALL)

    @cached_property
    def tones(self) -> list[Lane]:
        """One lane each for cooperative, neutral and hostile events."""
        by = {tone: [e for e in self.events if e.kind.tone == tone] for tone in TONES}
        return [self._lane(tone, tone, tone, "", found, LOW) for tone, found in by.items() if found]

    @cached_property
    def kinds(self) -> list[Lane]:
        """The most frequent kinds, and one lane for the others."""
        by: dict[str, list[EventView]] = {}
        for event in self.events:
            by.setdefault(event.kind.id, []).append(event)
        ranked = sorted(by.values(), key=lambda es: (-len(es), es[0].kind.id))
        lanes = [
            self._lane(es[0].kind.id, es[0].kind.plural, es[0].kind.colour, es[0].kind.shape, es, LOW) for es in ranked[:KINDS]
        ]
        rest = [e for es in ranked[KINDS:] for e in es]
        return [*lanes, self._lane("rest", "", "grey", "", rest, LOW)] if rest else lanes

    @cached_property
    def rows(self) -> list[tuple[Bar, int]]:
        """For the table: the bars of units with events, each with how many events may lie there beside the certain ones."""
        counts = _counted(self.units, self.events)
        return [(bar, counts[n][2]) for n, bar in enumerate(self.all.bars) if bar.certain or counts[n][2]]

    def _lane(self, key: str, label: str, colour: str, shape: str, events: Sequence[EventView], pixels: int) -> Lane:
        counts = _counted(self.units, events)
        most = max((certain + spread for certain, spread, _ in counts), default=0) or 1
        width = 100 / max(len(self.units), 1)
        bars = tuple(
            Bar(
                unit, certain, spread, round(n * width + width * 0.1, 2), round(width * 0.8, 2),
                round(pixels * certain / most, 1), round(pixels * spread / most, 1),
            )
            for n, (unit, (certain, spread, _)) in enumerate(zip(self.units, counts, strict=True))
        )  # fmt: skip
        return Lane(key, label, colour, shape, bars, len(events))


def _counted(units: Sequence[Unit], events: Iterable[EventView]) -> list[tuple[int, float, int]]:
    """For each unit: events that lie in it, the sum of the shares of those that may, and how many those are."""
    certain, spread, maybe = [0] * len(units), [0.0] * len(units), [0] * len(units)
    for event in events:
        if event.when is None:
            continue
        first, last = event.when.days
        hit = [n for n in _from(units, first) if units[n].first <= last and units[n].last >= first and units[n].iso]
        if len(hit) == 1 and units[hit[0]].first <= first and last <= units[hit[0]].last:
            certain[hit[0]] += 1
            continue
        for n in hit:
            inside = min(last, units[n].last) - max(first, units[n].first) + 1
            spread[n] += inside / (last - first + 1)
            maybe[n] += 1
    return list(zip(certain, spread, maybe, strict=True))


def _from(units: Sequence[Unit], day: int) -> range:
    """The units from the one that holds this day on, by bisection."""
    low, high = 0, len(units)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if units[middle].last < day else (low, middle)
    return range(low, len(units))
