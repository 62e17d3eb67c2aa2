"""What a source is taken apart into, and the articles that come out of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from dateline.importing.found import Found, Piece, Refused
from dateline.importing.options import Limits
from dateline.importing.sources import gathering
from dateline.importing.web.client import Client

TEXT = (
    "Ministers of six countries met on Friday to speak of the prices of grain, which have doubled within a year.\n\n"
    "They agreed to meet again in June. A paper with the figures is to be ready by then, the host of the talks told reporters."
)


@pytest.fixture(scope="module")
def reader() -> Iterator[gathering.Gathering]:
    """Takes sources apart, and may ask this machine."""
    with Client(Limits(backoff=0), pause=0, allow_loopback=True) as client:
        yield gathering.Gathering(client)


def articles(pieces: Iterator[Piece]) -> Iterator[Found | str]:
    """The articles of all pieces, or why there is none."""
    for piece in pieces:
        try:
            read = piece.read()
        except Refused as error:
            yield str(error)
            continue
        if isinstance(read, Found):
            yield read
        else:
            yield from articles(read)


def titles(pieces: Iterator[Piece]) -> list[str]:
    """The titles of all articles, or why there is none."""
    return [found if isinstance(found, str) else found.title for found in articles(pieces)]
