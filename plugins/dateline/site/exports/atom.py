"""Atom: the newest events, for a feed reader."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

from feedgenerator import Atom1Feed

from ..views import EventView, Views

NEWEST = 50


def write(views: Views, settings: dict[str, Any]) -> bytes:
    """``feeds/all.atom.xml``: the 50 events reported last."""
    site = settings["SITEURL"]
    feed = Atom1Feed(
        title=settings["SITENAME"],
        link=f"{site}/",
        description=settings.get("SITESUBTITLE") or "",
        feed_url=f"{site}/feeds/all.atom.xml",
        language=settings["DEFAULT_LANG"],
    )
    newest = sorted(views.events, key=lambda e: (_reported(e), e.id), reverse=True)[:NEWEST]
    for event in newest:
        feed.add_item(
            title=event.summary,
            link=f"{site}/{event.url}",
            unique_id=f"urn:dateline:{event.id}",
            description=event.event.reports[0].sentence,
            pubdate=_reported(event),
            updateddate=_reported(event),
        )
    out = io.StringIO()
    feed.write(out, "utf-8")
    return out.getvalue().encode()


def _reported(event: EventView) -> datetime:
    """When the first article that tells the event was published."""
    when = datetime.fromisoformat(event.evidence[0].article.article.published)
    return when if when.tzinfo else when.replace(tzinfo=UTC)
