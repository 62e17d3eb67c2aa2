"""Readings in the order of their articles, whatever comes first."""

from __future__ import annotations

from collections.abc import Sequence
from unittest.mock import patch

from dateline import reading
from dateline.model import Article, Reading
from dateline.settings import Settings
from hypothesis import given
from hypothesis import strategies as st


@given(st.integers(0, 9).flatmap(lambda count: st.permutations(range(count))), st.integers(1, 4))
def test_readings_come_in_order(order: Sequence[int], early: int) -> None:
    """Each as soon as it and all before it are there; those that wait may lie in a file."""
    found = [Reading(Article(f"a{number}", "", "2020-05-08")) for number in range(len(order))]
    given_so_far: list[int] = []

    def read_any(*_: object) -> object:
        for number in order:
            given_so_far.append(number)
            yield number, found[number]

    with patch.object(reading, "read_any", read_any), patch.object(reading, "EARLY", early):
        for number, one in enumerate(reading.read_each([], Settings())):
            assert one == found[number]
            assert {*range(number + 1)} <= {*given_so_far}
            assert given_so_far == list(order[: max(order.index(n) for n in range(number + 1)) + 1])
    assert given_so_far == list(order)
