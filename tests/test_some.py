"""Sequences of what is made when it is asked for, and the same site whether much or little of it is at hand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from dateline.corpus import shelf
from dateline.model import Event, Span
from dateline.site import views as views_module
from dateline.site.building.fingerprints import Fingerprints
from dateline.site.pages import PAGES
from dateline.site.shards import shards
from dateline.site.some import Asked, ById, Some
from hypothesis import given
from hypothesis import strategies as st

from .exported import EVENTS, event, views, written

MANY = tuple(event(f"e{n:03}", f"20{n % 20:02}-0{n % 9 + 1}-11", weight=n % 7 / 7) for n in range(60))


def asked(count: int, few: int = 99) -> tuple[Asked[str], list[int]]:
    """The names of numbers, of which the greatest ranks first; and those that were made."""
    made: list[int] = []

    def make(place: int) -> str:
        made.append(place)
        return f"n{place}"

    return Asked(str, [f"{n}" for n in range(count)], make, few, lambda place: -place), made


@given(st.integers(0, 20), st.integers(1, 9), st.data())
def test_some_are_a_sequence(count: int, few: int, data: st.DataObject) -> None:
    """As the list of the same values is, from whatever end, in slices, of all and of some."""
    every, _ = asked(count, few)
    places = data.draw(st.lists(st.integers(0, count - 1), unique=True).map(sorted)) if count else []
    some, plain = Some(every, places), [f"n{p}" for p in places]
    assert (list(some), len(some), bool(some)) == (plain, len(plain), bool(plain))
    assert list(every.all()) == [f"n{p}" for p in range(count)]
    cut = data.draw(st.slices(len(places)))
    assert list(some[cut]) == plain[cut]
    assert [some[n] for n in range(-len(plain), len(plain))] == plain * 2


@given(st.lists(st.integers(0, 30), unique=True).map(sorted), st.integers(0, 40))
def test_the_first_by_rank_stand_in_the_order_given(places: Sequence[int], count: int) -> None:
    every, _ = asked(31)
    assert list(Some(every, places).first(count)) == [f"n{p}" for p in places[max(len(places) - count, 0) :]]


@pytest.mark.parametrize(("few", "times"), [(9, 1), (8, 2)])
def test_few_are_made_once(few: int, times: int) -> None:
    """And of many those that were not asked for lately again."""
    every, made = asked(9, few)
    for _ in range(2):
        assert len(list(every.all())) == 9
    assert len(made) == 9 * times


def test_some_are_added_and_compared_as_lists_are() -> None:
    """In a blog's templates."""
    some, other = Some(asked(9)[0], [1, 2]), Some(asked(9)[0], [5])
    assert (some + other, some + ["x"], some == other) == (["n1", "n2", "n5"], ["n1", "n2", "x"], False)  # noqa: RUF005
    assert (some == ["n1", "n2"], some.__radd__(["x"])) == (True, ["x", "n1", "n2"])
    assert f"{some}" == "['n1', 'n2']"


def test_a_view_that_is_made_anew_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views_module, "FEW", 1)
    seen = views()
    one = seen.events[6]
    assert (seen.events[3] != one, seen.events[6] is one, seen.events[6] == one) == (True, False, True)
    assert one in seen.of_article("harbour")


def test_what_nobody_asks_for_is_not_made() -> None:
    every, made = asked(9)
    assert ById(every, {"x": 3, "y": 5})["y"] == every.all()[2:][3] == "n5"
    assert made == [5]


def test_by_id_is_a_mapping() -> None:
    found = ById(asked(9)[0], {"x": 3, "y": 5})
    assert (dict(found), "x" in found, "z" in found, found.get("z")) == ({"x": "n3", "y": "n5"}, True, False, None)


@pytest.mark.parametrize("few", [1, 3])
@pytest.mark.parametrize("events", [EVENTS, MANY])
def test_a_site_is_the_same_with_little_at_hand(events: tuple[Event, ...], few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exports, data of the filters, and what pages are made of."""
    whole = everything(events)
    monkeypatch.setattr(views_module, "FEW", few)
    lying = shelf.Shelf(Event, few)
    for one in events:
        lying.append(one)
    assert everything(lying) == whole


def everything(events: Sequence[Event]) -> list[object]:
    seen = views(events)
    seen.timeline.same.update({article.id: {"denmark": "denmark"} for article in seen.articles})
    prints = Fingerprints()
    each = (page.page() for make in PAGES for page in make(seen))
    pages = [(page.path, prints.of((page.context, page.made_of))) for page in each]
    return [written(seen=seen), list(shards(seen)), pages]


def test_values_lie_on_a_shelf_where_they_are_many() -> None:
    assert shelf.shelved(Span, (Span(n, n) for n in range(3)), 3) == tuple(Span(n, n) for n in range(3))
    many = shelf.shelved(Span, (Span(n, n) for n in range(4)), 3)
    assert (type(many), list(many)) == (shelf.Shelf, [Span(n, n) for n in range(4)])
