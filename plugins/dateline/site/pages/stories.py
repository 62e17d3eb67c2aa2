"""Pages that follow a story: storylines, and relations of two actors."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..days import day_words
from ..shown import EventView, RelationView
from ..views import Views
from .page import Page, listing

#: the sides of the picture of a relation, from the line outwards
SIDES = ("cooperative", "hostile")
ACTS = ("verbal", "material")
#: as many storylines stand in the list of all, the weightiest
LISTED = 300
#: half the picture's height in CSS pixels
HALF = 64


@dataclass(frozen=True, slots=True)
class Bars:
    """A year of a relation: how many events of each tone and act, and the bars that show them.

    ``x`` and ``width`` are shares of the picture in percent; ``scale`` is the pixels of one event. A bar is (tone, act, top,
    height) in pixels from the picture's top; hostile ones lie below the line in its middle.
    """

    iso: str
    words: str
    x: float
    width: float
    counts: dict[tuple[str, str], int]
    scale: float

    @property
    def bars(self) -> list[tuple[str, str, float, float]]:
        found = []
        for tone in SIDES:
            reach = 0.0
            for act in ACTS:
                height = round(self.of(tone, act) * self.scale, 1)
                top = HALF - reach - height if tone == "cooperative" else HALF + reach
                found += [(tone, act, round(top, 1), height)] if height else []
                reach += height
        return found

    def of(self, tone: str, act: str) -> int:
        """How many events of this tone and act."""
        return self.counts.get((tone, act), 0)


def by_year(events: Sequence[EventView], locale: str) -> list[Bars]:
    """The years of dated events, each with what they were."""
    counts: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for event in events:
        if event.when:
            counts[event.when.year_iso][event.kind.tone, event.kind.act] += 1
    most = max((sum(c[tone, act] for act in ACTS) for c in counts.values() for tone in SIDES), default=0) or 1
    width = 100 / max(len(counts), 1)
    ordered = sorted(counts.items(), key=lambda item: int(item[0]))
    return [
        Bars(y, day_words(y, locale), round(n * width + width * 0.2, 2), round(width * 0.6, 2), dict(found), HALF / most)
        for n, (y, found) in enumerate(ordered)
    ]


def storyline_pages(views: Views) -> Iterator[Page]:
    """A page of all storylines, and one for each."""
    yield Page("storylines/", "storylines", {"stories": views.stories[:LISTED], "relations": views.relations[:30]})
    for story in views.stories:
        yield Page(story.url, "storyline", {"story": story, "listing": listing(story.events, f"story:{story.id}")})


def relation_pages(views: Views) -> Iterator[Page]:
    """A page for each two actors that have one."""
    return (_relation(one, views.locale) for one in views.relations)


def _relation(relation: RelationView, locale: str) -> Page:
    shown = listing(relation.events, f"actor:{relation.one.id},{relation.two.id}")
    years = by_year(relation.events, locale)
    return Page(relation.url, "relation", {"relation": relation, "listing": shown, "years": years, "half": HALF})
