"""Who else published an article: the further sources that its front matter names under ``also``, as ``dateline import`` does.

They are copies of one text, so they are named and linked, and counted nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Also:
    """A further source: its name, and where its copy stands, if that is an address of the web."""

    name: str
    url: str | None = None


def further(given: Any, url: str = "") -> tuple[Also, ...]:
    """The further sources in what a front matter gives under ``also``, each once; what is none is passed over. ``url`` is the
    article's own address.

    >>> further([{"url": "https://www.b.example/2", "title": "A call"}, {"source": "The Herald"}])
    (Also(name='b.example', url='https://www.b.example/2'), Also(name='The Herald', url=None))
    """
    return tuple(dict.fromkeys(one for one in _all(given) if one.name and (not one.url or one.url != url)))


def _all(given: Any) -> Iterator[Also]:
    for row in given if isinstance(given, list) else ():
        if isinstance(row, dict):
            name, url = (" ".join(str(row.get(key) or "").split()) for key in ("source", "url"))
            host = _host(url)
            yield Also(name or host, url if host else None)


def _host(url: str) -> str:
    """The host of an address of the web; empty where it is none."""
    try:
        found = urlsplit(url)
    except ValueError:
        return ""
    return (found.hostname or "").removeprefix("www.") if found.scheme in {"http", "https"} else ""
