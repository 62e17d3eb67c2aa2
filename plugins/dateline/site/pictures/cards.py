"""Cards: what stands on the picture of an event, of an actor, and of the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..days import ENGLISH, year_words
from ..shown import ActorView, EventView

#: the most bars of a card, and how many years one may stand for
BARS = 80
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Card:
    """What a picture shows from above to below; what is empty is left out.

    ``title`` is large; ``label`` stands behind a ``shape`` in a ``colour``, both by the names that kinds of event have for
    them; ``text`` is wrapped; ``bars`` are counts, and ``ends`` the words below the first and the last of them; ``site`` is the
    foot.
    """

    site: str
    title: str = ""
    label: str = ""
    shape: str = ""
    colour: str = ""
    text: str = ""
    bars: tuple[int, ...] = ()
    ends: tuple[str, str] = ("", "")


def event_card(event: EventView, site: str) -> Card:
    """When it was, of what kind it is, and the event in one line. What did not simply happen says so."""
    status = event.status.replace("-", " ") if event.status != "happened" else ""
    label = ", ".join(part for part in (event.kind.label, event.event.mode, status) if part)
    title = event.when.said if event.when else ""
    return Card(site, title, label, event.kind.shape, event.kind.colour, event.summary)


def actor_card(actor: ActorView, events: Sequence[EventView], site: str, locale: str = ENGLISH) -> Card:
    """The name, and how many events there are in which years. ``events`` are the actor's."""
    bars, ends = _years(events, locale)
    return Card(site, actor.name, _count(len(events)), bars=bars, ends=ends)


def site_card(site: str, subtitle: str, events: Sequence[EventView], locale: str = ENGLISH) -> Card:
    """The name of the site, what it is about, and its events by years."""
    bars, ends = _years(events, locale)
    return Card(_count(len(events)), site, text=subtitle, bars=bars, ends=ends)


def _count(events: int) -> str:
    return "1 event" if events == 1 else f"{events:,} events"


def _years(events: Sequence[EventView], locale: str) -> tuple[tuple[int, ...], tuple[str, str]]:
    """How many events begin in each year, from the first such year to the last; over long times, in several years each."""
    years = [e.when.year for e in events if e.when]
    if not years:
        return (), ("", "")
    first, last = min(years), max(years)
    step = next((step for step in STEPS if (last - first) // step < BARS), (last - first) // BARS + 1)
    counts = Counter((year - first) // step for year in years)
    bars = tuple(counts[n] for n in range((last - first) // step + 1))
    return bars, (year_words(first, locale), year_words(last, locale) if last != first else "")
