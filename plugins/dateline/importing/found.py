"""An article as a source gives it, the pieces that sources are made of, and why one is not imported."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

#: fewer characters than these are no article
SHORTEST = 200
#: more bytes than these are not read as one article
LARGEST = 10_000_000


@dataclass(frozen=True, slots=True)
class Found:
    """An article as found. ``date`` is an ISO date or date-time, ``text`` Markdown, ``url`` the canonical address; what is
    not known is empty. ``urls`` are further addresses under which it was met, ``left_out`` films and frames that the text
    had, by their addresses or kinds.
    """

    title: str = ""
    date: str = ""
    author: str = ""
    source: str = ""
    url: str = ""
    location: str = ""
    lang: str = ""
    tags: tuple[str, ...] = ()
    image: str = ""
    image_credit: str = ""
    text: str = ""
    urls: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    def completed(self, other: Found) -> Found:
        """This article, with what it lacks taken from the other."""
        empty = [f.name for f in fields(self) if not getattr(self, f.name)]
        given: dict[str, Any] = {name: getattr(other, name) for name in empty}
        return replace(self, **given)


@dataclass(frozen=True, slots=True)
class Piece:
    """One source: ``name`` is what to call it, ``digest`` of its bytes (empty for addresses); ``read`` gives the article, or
    the further pieces of which it turns out to be made. Raises Refused.
    """

    name: str
    digest: str
    read: Callable[[], Found | Iterator[Piece]]


class Refused(Exception):
    """Why a source is not imported, and what to do about it."""

    def __init__(self, why: str, advice: str) -> None:
        super().__init__(f"{why}: {advice}")


def refused(name: str, error: Refused) -> Piece:
    """A piece that cannot be read."""

    def read() -> Found:
        raise error

    return Piece(name, "", read)
