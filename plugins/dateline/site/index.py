"""Where each event stands in order of time, by whatever pages ask for it by: small, and made in one pass."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..corpus.once import Once
from ..events.schema import Kind, kinds
from ..model import Event
from .days import ENGLISH
from .when import WhenView, when_view

Places = dict[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Moment:
    """What pictures of time need of an event: its kind and its date; events that are alike in both share one."""

    id: str
    kind: Kind
    when: WhenView | None

    def mentioned(self) -> tuple[object, ...]:
        """What a picture can show of it."""
        return (self.id,)


@dataclass
class Index:
    """Of each event its id, its weight, its moment, and the ids of who takes part; the places of events by id and by alias, of
    those told in headlines by report, and of groups of them by actor, by article, by kind, and by where they were."""

    ids: list[str] = field(default_factory=list)
    weights: array[float] = field(default_factory=lambda: array("d"))
    moments: list[Moment] = field(default_factory=list)
    place: dict[str, int] = field(default_factory=dict)
    aliases: dict[str, int] = field(default_factory=dict)
    headlines: dict[str, int] = field(default_factory=dict)
    actors: list[tuple[str, ...]] = field(default_factory=list)
    by_actor: Places = field(default_factory=dict)
    by_article: Places = field(default_factory=dict)
    by_kind: Places = field(default_factory=dict)
    by_where: Places = field(default_factory=dict)

    def rank(self, place: int) -> tuple[float, str]:
        """By this the heaviest event comes first."""
        return -self.weights[place], self.ids[place]


def indexed(events: Iterable[Event], locale: str = ENGLISH) -> Index:
    """The index of events, which are given in order of time."""
    index, moments, once = Index(), dict[tuple[str, WhenView | None], Moment](), Once()
    for place, event in enumerate(events):
        kind, when = kinds()[event.type], when_view(event.when, locale)
        alike = kind.id, when
        if (moment := moments.get(alike)) is None:
            moment = moments[alike] = Moment(f"{kind.id} {when}", kind, when)
        index.ids.append(event.id)
        index.weights.append(event.weight)
        index.moments.append(moment)
        index.place[event.id] = place
        index.aliases.update(dict.fromkeys(event.aliases, place))
        index.headlines.update(dict.fromkeys(event.headlines, place))
        who = once(tuple(dict.fromkeys(part.actor for part in event.participants)))
        index.actors.append(who)
        _put(index.by_actor, who, place)
        _put(index.by_article, (told.article for told in event.reports), place)
        _put(index.by_kind, (kind.id,), place)
        _put(index.by_where, event.where, place)
    return index


def _put(groups: dict[str, Sequence[int]], keys: Iterable[str], place: int) -> None:
    for key in dict.fromkeys(keys):
        groups.setdefault(key, array("L")).append(place)  # type: ignore[attr-defined]
