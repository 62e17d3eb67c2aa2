"""The sitemap: pages, and when what they show was changed last."""

from __future__ import annotations

import re

from dateline.site.exports import sitemap
from dateline.site.pages import Page

from .exported import PUBLISHED, article, views


def changed(*pages: Page) -> list[tuple[str, str]]:
    """The pages of a sitemap, each with its day."""
    [(_, content)] = sitemap.write(pages, PUBLISHED)
    rows = re.findall(r"<loc>https://example.org/repo/(.*?)</loc>(?:<lastmod>(.*?)</lastmod>)?", content.decode())
    return [(path, day) for path, day in rows]


def test_articles_and_events_say_when_they_changed() -> None:
    """The last of an event's articles counts; a list of everything says nothing."""
    event = Page("events/x/", "event", {"event": views().by_id["day"]})
    late = Page("events/y/", "event", {"event": views(modified="2021-07-01T08:00:00+02:00").by_id["day"]})
    one = Page("articles/a/", "article", {"article": article()})
    other = Page("articles/b/", "article", {"article": article(modified="2021-07-01")})
    assert changed(event, late, one, other, Page("", "home", {})) == [
        ("events/x/", "2021-06-21"), ("events/y/", "2021-07-01"), ("articles/a/", "2021-06-18"), ("articles/b/", "2021-07-01"),
        ("", ""),
    ]  # fmt: skip


def test_a_day_that_is_yet_to_come_is_no_change() -> None:
    """Where a site publishes articles before their day."""
    assert changed(Page("articles/a/", "article", {"article": article(coming=True)})) == [("articles/a/", "")]
