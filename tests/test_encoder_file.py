"""The encoder that the package has: its files are whole, and every process reads the same from them."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context

import pytest
from dateline.events import encoder, schema
from dateline.events.encoder import Encoder
from dateline.lang import HERE

from .sentences import article, sentences

pytestmark = pytest.mark.slow
TEXTS = (
    ("A storm struck the port of Senta on Monday .", "Two ferries sank , the harbour master said ."),
    ("Olga Brenner was named head of the dairy council .", "She will take office in May ."),
)
MOST = 23_500_000


@cache
def reader() -> Encoder:
    return encoder.load(HERE / "en/encoder")


def said(number: int) -> bytes:
    """What is said of a text."""
    text = sentences(*TEXTS[number])
    found = reader().read(text, article(text), "A headline", range(len(text)))
    return b"".join(rows.tobytes() for rows in (found.states, found.worth, found.kinds, found.statuses))


def test_kinds_are_those_that_there_are() -> None:
    assert set(reader().kinds) == set(schema.kinds())


def test_it_is_small() -> None:
    assert reader().path.stat().st_size < MOST


def test_each_word_is_judged() -> None:
    text = sentences(*TEXTS[0])
    found = reader().read(text, article(text), "", range(len(text)))
    assert found.states.any(axis=1).all()
    assert found.kinds.sum(axis=1).round(2).tolist() == [1.0] * len(text)


def test_order_does_not_matter() -> None:
    first = [said(0), said(1)]
    assert [said(1), said(0)] == first[::-1]


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_every_process_reads_the_same(method: str) -> None:
    here = [said(0), said(1)]
    with ProcessPoolExecutor(2, mp_context=get_context(method)) as pool:
        assert list(pool.map(said, [0, 1, 0, 1])) == here * 2
