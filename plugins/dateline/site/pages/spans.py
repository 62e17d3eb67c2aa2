"""Pages of time: all of it, a year, and where a page would be too full, a month, and a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..band import Band
from ..days import day_words, year_iso
from ..shown import EventView
from ..units import days_of, months_of, years_of
from ..views import Views, heaviest, split
from .page import Page, listing, neighbours

#: more events than these on a page, and each of its parts gets a page of its own
FULL = 150
#: of a part that has its own page, so many of the heaviest events are shown
TOP = 5
UNDATED = "timeline/undated/"


@dataclass(frozen=True, slots=True)
class Group:
    """Events under one date; ``words`` is empty where the section's heading says it already."""

    iso: str
    words: str
    events: Sequence[EventView]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a span. ``url`` is its own page, where it has one; then ``groups`` hold the heaviest of its ``count`` events.

    ``vague`` says that its events are dated no finer than the whole page.
    """

    iso: str
    words: str
    count: int
    groups: Sequence[Group]
    url: str = ""
    vague: bool = False

    @property
    def anchor(self) -> str:
        return f"d{self.iso}"


def span_url(iso: str) -> str:
    """The page of a year, month or day: "timeline/2014/03/"."""
    return f"timeline/{iso[0]}{iso[1:].replace('-', '/')}/"


def timeline(views: Views) -> Iterator[Page]:
    """All years, each with its heaviest events, and what nothing dates."""
    undated, dated = views.undated, views.dated
    band = Band(years_of(dated, views.locale, lambda year: span_url(year_iso(year))), dated)
    found = [
        Section(year, day_words(year, views.locale), len(events), [Group(year, "", heaviest(events, 3))], span_url(year))
        for year, events in reversed(views.by_year.items())
    ]
    context = {"band": band, "sections": found, "undated_url": UNDATED if undated else None, "undated_count": len(undated)}
    yield Page("timeline/", "timeline", context)
    if undated:
        yield Page(UNDATED, "undated", {"listing": listing(undated, "year:undated")})


def each_year(views: Views) -> Iterator[Page]:
    """A page for each year with events; where it is full, for its months; where those are, for their days."""
    for around in neighbours(list(views.by_year)):
        year = around[1]
        events = views.by_year[year]
        full = len(events) > FULL
        sections = _sections(views, year, _split(events, 7), full=full)
        band = Band(months_of(int(year), views.locale, _place(year, sections)), events)
        yield _page(views, around, sections, band)
        if full:
            yield from _each_month(views, year, events)


def _each_month(views: Views, year: str, events: Sequence[EventView]) -> Iterator[Page]:
    groups = {month: found for month, found in _split(events, 7).items() if month != year}
    for around in neighbours(list(groups)):
        month = around[1]
        full = len(groups[month]) > 2 * FULL
        days = _split(groups[month], 10)
        sections = _sections(views, month, days, full=full)
        band = Band(days_of(month, views.locale, _place(month, sections)), groups[month])
        yield _page(views, around, sections, band, year)
        for near in neighbours([day for day in days if full and day != month]):
            yield _page(
                views, near, [Section(near[1], "", len(days[near[1]]), [Group(near[1], "", days[near[1]])])], None, month
            )


def _page(
    views: Views, around: tuple[str | None, str, str | None], sections: Sequence[Section], band: Band | None, above: str = ""
) -> Page:
    before, iso, after = around
    words = {
        name: day_words(of, views.locale) if of else "" for name, of in (("before", before), ("after", after), ("above", above))
    }
    urls = {
        "before_url": before and span_url(before),
        "after_url": after and span_url(after),
        "above_url": above and span_url(above),
    }
    found = {"iso": iso, "words": day_words(iso, views.locale), "count": sum(s.count for s in sections), "scope": f"span:{iso}"}
    return Page(span_url(iso), "span", {**found, **words, **urls, "sections": sections, "band": band})


def _sections(views: Views, whole: str, parts: Mapping[str, Sequence[EventView]], *, full: bool) -> list[Section]:
    """The parts of a span; what is dated no finer than the span comes first. Those of a full one have their own pages."""
    found = []
    for iso, events in parts.items():
        own = full and iso != whole
        groups = [Group(iso, "", heaviest(events, TOP))] if own else _groups(views, iso, events)
        found.append(
            Section(iso, day_words(iso, views.locale), len(events), groups, span_url(iso) if own else "", iso == whole)
        )
    return found


def _groups(views: Views, whole: str, events: Sequence[EventView]) -> list[Group]:
    days = _split(events, 10)
    return [Group(day, "" if day == whole else day_words(day, views.locale), found) for day, found in days.items()]


def _split(events: Sequence[EventView], size: int) -> dict[str, list[EventView]]:
    """Events by the first figures of their date ("2014-03" has 7), the shortest and earliest first."""
    return dict(sorted(split(events, lambda when: when.iso[: size + len(when.year_iso) - 4]).items()))


def _place(whole: str, sections: Sequence[Section]) -> Callable[[str], str]:
    """Where the events of a part of this span stand: on its own page, or below its heading on the span's."""
    places = {s.iso: s.url or f"{span_url(whole)}#{s.anchor}" for s in sections}
    return lambda iso: places.get(iso, "")
