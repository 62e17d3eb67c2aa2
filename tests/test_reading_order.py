"""Readings in the order of their articles, whatever comes first, and few of them in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

from dateline import reading
from dateline.model import Article, Reading
from dateline.settings import Settings
from hypothesis import given
from hypothesis import strategies as st

SETTINGS = Settings(cache=None, desk=Path("no desk"))


@given(st.integers(0, 9).flatmap(lambda count: st.permutations(range(count))), st.integers(1, 4))
def test_readings_come_in_order(order: Sequence[int], window: int) -> None:
    """Of a window of articles all are read before the first is given on; of the next one none is."""
    articles = [Article(f"a{number}", "", "2020-05-08") for number in range(len(order))]
    read: list[int] = []

    def shuffled(job: reading.Job, *_: object) -> Iterator[tuple[list[int], list[Reading]]]:
        numbers = {int(article.id[1:]): n for n, article in enumerate(job.articles)}
        for number in [one for one in order if one in numbers]:
            read.append(number)
            yield [numbers[number]], [Reading(articles[number])]

    with patch.object(reading, "_extracted", shuffled), patch.object(reading, "WINDOW", window):
        for number, one in enumerate(reading.read_each(articles, SETTINGS)):
            assert one == Reading(articles[number])
            assert len(read) == min(len(order), (number // window + 1) * window)
    assert sorted(read) == list(range(len(order)))
