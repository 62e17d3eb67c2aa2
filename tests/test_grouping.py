"""How happenings of articles become events, by what pairs of reports are held for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from dateline.corpus.clusters import EXCLUDED, Grouping, Likeness
from dateline.corpus.told import Told, prepare

from .test_corpus import reading

Pair = tuple[int, int]


class Held(Likeness):
    """What each pair of reports is held for, told beforehand."""

    def __init__(self, told: Sequence[Told], chances: Mapping[Pair, float]) -> None:
        super().__init__(told, {"weights": {}, "enough": 0.5, "nearly": 0.5})
        self.chances = chances

    def of(self, one: int, two: int) -> float:
        return self.chances.get((one, two), 0.0)


def told(articles: Sequence[str]) -> list[Told]:
    """A report for each of these articles."""
    made = [prepare([reading(id, "2020-05-09", "2020-05-07")], {id: {}}) for id in articles]
    return [one for [one] in made]


def grouped(articles: str, happenings: Sequence[Sequence[int]], chances: dict[Pair, float]) -> list[list[int]]:
    grouping = Grouping(Held(told(articles), chances), happenings)
    pairs: Any = {(i, k): grouping._score(i, k) for i in range(len(happenings)) for k in range(i + 1, len(happenings))}
    grouping.join({pair: chance for pair, chance in pairs.items() if chance >= 0.5})
    return sorted(grouping.groups())


@pytest.mark.parametrize(
    ("articles", "happenings", "chances", "found"),
    [
        # as likely one as their likest reports
        ("aab", [[0, 1], [2]], {(1, 2): 0.9}, [[0, 1, 2]]),
        ("aab", [[0, 1], [2]], {(1, 2): 0.4}, [[0, 1], [2]]),
        # where half of the pairs exclude it, they are two
        ("aab", [[0, 1], [2]], {(0, 2): EXCLUDED, (1, 2): 0.9}, [[0, 1], [2]]),
        # a chain does not make one of what is unlike in the mean
        ("abc", [[0], [1], [2]], {(0, 1): 0.9, (1, 2): 0.8}, [[0, 1], [2]]),
        ("abc", [[0], [1], [2]], {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.3}, [[0, 1, 2]]),
        # nor of what excludes each other
        ("abc", [[0], [1], [2]], {(0, 1): 0.9, (1, 2): 0.9, (0, 2): EXCLUDED}, [[0, 1], [2]]),
    ],
)
def test_happenings_are_one_event_where_all_together_are_alike(
    articles: str, happenings: list[list[int]], chances: dict[Pair, float], found: list[list[int]]
) -> None:
    assert grouped(articles, happenings, chances) == found


def test_happenings_of_one_article_alone_are_never_joined() -> None:
    """Their article has said that they are two; a third article may bring them together."""
    assert grouped("aa", [[0], [1]], {(0, 1): 0.99}) == [[0], [1]]
    assert grouped("aab", [[0], [1], [2]], {(0, 2): 0.9, (1, 2): 0.9}) == [[0, 1, 2]]
