"""What the exports say alike: the sentence and the sources of an event, addresses, and text that XML and calendars can hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..host import below
from ..views import EventView

#: what XML 1.0 has no way to write
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """The text in one line, without the characters that XML cannot hold."""
    return " ".join(UNWRITABLE.sub("", text).split())


def sentence(event: EventView) -> str:
    """The first sentence that tells the event, in one line; empty where the site publishes none of them."""
    return next((found for told in event.event.reports if (found := clean(told.sentence))), "")


def sources(event: EventView) -> tuple[str, ...]:
    """The names of those who published the articles that tell the event, each once."""
    return tuple(dict.fromkeys(name for article in event.articles if (name := clean(article.source))))


def address(settings: Mapping[str, Any], path: str) -> str:
    """The full address of a page of the site; empty where the site has none, since it is read from disk."""
    site = settings.get("SITEURL") or ""
    return below(site, path) if site.startswith("http") else ""
