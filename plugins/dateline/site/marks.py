"""Marks: an article's dates, actors and events, shown in its own text."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Mapping

from .prose import Mark
from .views import ArticleView

Link = Callable[[str], str]


def marks(article: ArticleView, events: Mapping[str, str], actors: Mapping[str, str], link: Link) -> list[Mark]:
    """What to mark in this article: ``events`` has the page of an event by report id, ``actors`` that of an actor by its id in
    the article. What has no page, since the editors hide it, is not marked."""
    return [*_events(article, events, link), *_dates(article), *_actors(article, actors, link)]


def _dates(article: ArticleView) -> Iterator[Mark]:
    for date in article.reading.dates:
        if date.from_ and date.from_ == date.to:
            yield Mark(date.start, date.end, f'<time class="m-date" datetime="{date.from_}">', "</time>")
        else:
            yield Mark(date.start, date.end, '<span class="m-date">', "</span>")


def _actors(article: ArticleView, actors: Mapping[str, str], link: Link) -> Iterator[Mark]:
    for actor in (a for a in article.reading.actors if a.id in actors):
        to = html.escape(link(actors[actor.id]))
        for mention in (m for m in actor.mentions if not m.pronoun):
            yield Mark(mention.start, mention.end, f'<a class="m-actor" href="{to}">', "</a>")


def _events(article: ArticleView, events: Mapping[str, str], link: Link) -> Iterator[Mark]:
    for report in (r for r in article.reading.reports if r.id in events):
        to = html.escape(link(events[report.id]))
        yield Mark(report.start, report.end, f'<a class="m-event" href="{to}">', "</a>")
