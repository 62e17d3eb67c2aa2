"""The band: units of time, and the shares of events that lie in them."""

from __future__ import annotations

import pytest
from dateline.site.band import Band
from dateline.site.units import days_of, months_of, years_of
from hypothesis import given
from hypothesis import strategies as st

from .views import event, views


def years(*firsts: str) -> list[str]:
    seen = views([event(str(n), first) for n, first in enumerate(firsts)])
    return [u.label for u in years_of(seen.dated, "en_GB", lambda year: "")]


@pytest.mark.parametrize(
    ("firsts", "labels"),
    [
        ((), []),
        (("2014-05-01",), ["2014"]),
        (("2014-05-01", "2017-01-01"), ["2014", "2015", "2016", "2017"]),
        (("1945-05-08", "2014-05-01"), ["1945", "…", "2014"]),
        (("-0043-03-15", "0001-01-01"), ["44 BC", "…", "1 AD"]),
    ],
)
def test_years_without_events_become_a_gap(firsts: tuple[str, ...], labels: list[str]) -> None:
    """Two empty years stand there; more of them are one gap."""
    assert years(*firsts) == labels


def test_long_times_are_told_in_decades_and_centuries() -> None:
    """As large as it takes to keep the bars apart."""
    assert years(*[f"{y}-01-01" for y in range(1800, 2000, 2)])[:2] == ["1800", "1810"]
    assert years(*[f"{y:04}-01-01" for y in range(100, 2000, 10)])[:2] == ["100", "200"]


def test_what_is_dated_to_the_unit_is_certain_and_the_rest_is_spread() -> None:
    """A year lies in all twelve months, as shares that sum to one event; a day lies in one."""
    seen = views(
        [event("year", "2021-01-01", "2021-12-31"), event("day", "2021-06-17"), event("month", "2021-06-01", "2021-06-30")]
    )
    bars = Band(months_of(2021, "en_GB", lambda iso: ""), seen.dated).all.bars
    assert [bar.certain for bar in bars] == [0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0]
    assert sum(bar.spread for bar in bars) == pytest.approx(1)
    assert bars[5].spread == pytest.approx(30 / 365)
    assert max(bar.height + bar.hatched for bar in bars) <= 88.1


def test_the_table_says_what_the_picture_shows() -> None:
    """Each row has the certain events, and how many others may lie there."""
    seen = views([event("week", "2021-06-14", "2021-06-20"), event("day", "2021-06-17")])
    rows = Band(days_of("2021-06", "en_GB", lambda iso: ""), seen.dated).rows
    assert [(bar.unit.iso[-2:], bar.certain, maybe) for bar, maybe in rows] == [
        (str(day), int(day == 17), 1) for day in range(14, 21)
    ]


def test_lanes_by_tone_and_by_kind() -> None:
    """Each event stands in one lane of each; rare kinds share one."""
    kinds = ("CONSULT", "CONSULT", "FIGHT", "AID", "LAW", "TRIAL", "DEATH", "MARKET")
    seen = views([event(str(n), "2021-06-17", kind=kind) for n, kind in enumerate(kinds)])
    band = Band(months_of(2021, "en_GB", lambda iso: ""), seen.dated)
    assert {lane.key: lane.count for lane in band.tones} == {"cooperative": 3, "neutral": 4, "hostile": 1}
    assert [lane.count for lane in band.kinds] == [2, 1, 1, 1, 1, 2]


@given(st.lists(st.tuples(st.integers(-800_000, 800_000), st.integers(0, 5_000)), max_size=30))
def test_no_event_is_lost_from_a_band_of_years(spans: list[tuple[int, int]]) -> None:
    """Whatever the years, an event that begins in one of the units has a share of the picture."""
    from dateline.site.days import day_iso

    events = [event(str(n), day_iso(first), day_iso(first + long)) for n, (first, long) in enumerate(sorted(spans))]
    seen = views(events)
    band = Band(years_of(seen.dated, "en_GB", lambda year: ""), seen.dated)
    total = sum(bar.certain + bar.spread for bar in band.all.bars)
    assert total <= len(events) + 0.01
    assert all(
        any(b.unit.first <= e.when.days[0] <= b.unit.last for b in band.all.bars if b.unit.iso) for e in seen.dated if e.when
    )
