"""Marks: an article's dates, actors and events, shown in its own text."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Mapping

from ..model import Event
from .prose import Mark
from .views import ArticleView, event_url

Link = Callable[[str], str]


def marks(article: ArticleView, events: Mapping[str, Event], same: Mapping[str, str], link: Link) -> list[Mark]:
    """What to mark in this article. ``events`` by report id; ``same`` from the article's actor ids to the site's."""
    return [*_events(article, events, link), *_dates(article), *_actors(article, same, link)]


def _dates(article: ArticleView) -> Iterator[Mark]:
    for date in article.reading.dates:
        if date.from_ and date.from_ == date.to:
            yield Mark(date.start, date.end, f'<time class="m-date" datetime="{date.from_}">', "</time>")
        else:
            yield Mark(date.start, date.end, '<span class="m-date">', "</span>")


def _actors(article: ArticleView, same: Mapping[str, str], link: Link) -> Iterator[Mark]:
    for actor in article.reading.actors:
        to = html.escape(link(f"actors/{same[actor.id]}/"))
        for mention in actor.mentions:
            yield Mark(mention.start, mention.end, f'<a class="m-actor" href="{to}">', "</a>")


def _events(article: ArticleView, events: Mapping[str, Event], link: Link) -> Iterator[Mark]:
    for report in article.reading.reports:
        to = html.escape(link(event_url(events[report.id])))
        yield Mark(report.start, report.end, f'<a class="m-event" href="{to}">', "</a>")
