"""Atom: what was reported or changed last, for a feed reader: of everything, of each actor, of each storyline."""

from __future__ import annotations

import html
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from heapq import nlargest
from typing import Any

from feedgenerator import Atom1Feed

from ..conventions import moment
from ..views import ArticleView, EventView, Views
from .wording import clean, sentence

NEWEST = 50
#: what a feed without entries gives for its last change; there is no clock to ask
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def everything(views: Views, settings: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """``feeds/all.atom.xml``: the 50 events reported last."""
    yield _feed("feeds/all.atom.xml", settings, "", settings.get("SITESUBTITLE") or "", views.events)


def each_actor(views: Views, settings: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """``feeds/actors/ID.atom.xml`` for each actor that takes part in an event, at each address that it had."""
    for id, actor in (*views.actors.items(), *views.moved_actors.items()):
        if events := views.of_actor(actor.id):
            yield _feed(f"feeds/actors/{id}.atom.xml", settings, actor.url, actor.name, events)


def each_storyline(views: Views, settings: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """``feeds/storylines/ID.atom.xml`` for each storyline."""
    for line in views.timeline.storylines:
        events = [views.by_id[i] for i in line.events if i in views.by_id]
        yield _feed(f"feeds/storylines/{line.id}.atom.xml", settings, f"storylines/{line.id}/", line.title, events)


def _feed(path: str, settings: Mapping[str, Any], page: str, about: str, events: Iterable[EventView]) -> tuple[str, bytes]:
    """The feed at a path, of the page that shows the same events; ``about`` says what of the site it is."""
    root = settings["SITEURL"] or "/".join(".." for _ in range(path.count("/")))
    name = clean(settings["SITENAME"])
    feed = Atom1Feed(
        title=f"{clean(about)} – {name}" if page else name,
        link=_link(settings, root, page),
        description=None if page else clean(about),
        feed_url=f"{root}/{path}",
        feed_guid=f"{settings['SITEURL']}/{page}" if settings["SITEURL"] else f"urn:dateline:{path}",
        language=settings["DEFAULT_LANG"],
        author_name=name,
    )
    zone = settings.get("TIMEZONE") or "UTC"
    told = [(*_times(event, zone), event) for event in events if _out(event)]
    newest = nlargest(NEWEST, told, key=lambda one: (one[1], one[2].id))
    for reported, changed, event in newest:
        _add(feed, event, _link(settings, root, event.url), reported, changed)
    last = newest[0][1] if newest else EPOCH
    feed.latest_post_date = lambda: last
    out = io.StringIO()
    feed.write(out, "utf-8")
    return path, out.getvalue().encode()


def _add(feed: Atom1Feed, event: EventView, link: str, reported: datetime, changed: datetime) -> None:
    feed.add_item(
        title=clean(event.summary),
        link=link,
        unique_id=f"urn:dateline:{event.id}",
        description=html.escape(sentence(event), quote=False) or None,
        categories=(event.kind.label,),
        pubdate=reported,
        updateddate=changed,
    )


def _link(settings: Mapping[str, Any], root: str, path: str) -> str:
    """A page of the site from its root; read from disk, folders get their ``index.html``."""
    return f"{root}/{path}" if settings["SITEURL"] else f"{root}/{path}index.html"


def _out(event: EventView) -> list[ArticleView]:
    """The articles that tell the event, but for those whose day is yet to come."""
    return [article for article in event.articles if not article.coming]


def _times(event: EventView, zone: str) -> tuple[datetime, datetime]:
    """When the first article that tells the event was published, and when one of them was last changed."""
    articles = _out(event)
    reported = moment(articles[0].article.published, zone)
    return reported, max([reported, *(moment(article.modified, zone) for article in articles if article.modified)])
