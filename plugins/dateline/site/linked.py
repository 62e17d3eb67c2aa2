"""JSON-LD: what a page is about in the words of schema.org, for search engines. Plain dicts; what is empty is left out.

Without SITEURL no page has an address, so none is given.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from .conventions import moment
from .exports.spans import span
from .exports.wording import address, sentence
from .shown import ActorView, ArticleView, EventView

CONTEXT = "https://schema.org"
#: what schema.org calls the kinds of actor that it knows
TYPES = {"person": "Person", "organisation": "Organization", "place": "Place", "group": "Organization"}
#: characters that could end the script or, in old JavaScript, a line of it, as JSON may write them too
UNSAFE = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def site(settings: Mapping[str, Any]) -> dict[str, Any]:
    """The WebSite."""
    return {"@context": CONTEXT, **_site(settings)}


def news_article(article: ArticleView, settings: Mapping[str, Any]) -> dict[str, Any]:
    """A NewsArticle. The site publishes it here; ``sourceOrganization`` is who wrote it first, and ``isBasedOn`` where."""
    return _known(
        {
            "@context": CONTEXT,
            **_article(article, settings),
            "author": article.author and {"@type": "Person", "name": article.author},
            "publisher": _known({"@type": "Organization", "name": settings["SITENAME"], "url": address(settings, "")}),
            "sourceOrganization": article.source and {"@type": "Organization", "name": article.source},
            "isBasedOn": article.source_url,
            "inLanguage": article.article.lang,
        }
    )


def event(event: EventView, settings: Mapping[str, Any]) -> dict[str, Any]:
    """An Event: with dates as precise as they are known, those who take part as ``about``, its articles as ``subjectOf``.

    schema.org has performers, organizers and attendees of an event, and none of these is what one who is attacked, or
    negotiates, is. Its ``eventStatus`` tells of schedules; so whether it happened stands among the keywords.
    """
    first, last = span(event) or ("", "")
    articles = {article.id: article for article in event.articles}
    return _known(
        {
            "@context": CONTEXT,
            "@type": "Event",
            "identifier": event.id,
            "name": event.summary,
            "description": sentence(event),
            "startDate": first,
            "endDate": last if last != first else "",
            "url": address(settings, event.url),
            "keywords": [event.kind.label, *([event.status] if event.status != "happened" else [])],
            "location": [_actor(place, settings) for place in event.where],
            "about": [_actor(actor, settings) for actor in event.actors],
            "subjectOf": [_article(article, settings) for article in articles.values()],
        }
    )


def script(data: Mapping[str, Any]) -> Markup:
    """The JSON as it may stand between ``<script type="application/ld+json">`` and its end, whatever it says."""
    return Markup(json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(UNSAFE))


def _site(settings: Mapping[str, Any]) -> dict[str, Any]:
    return _known(
        {
            "@type": "WebSite",
            "name": settings["SITENAME"],
            "description": settings.get("SITESUBTITLE"),
            "url": address(settings, ""),
            "inLanguage": settings.get("DEFAULT_LANG"),
        }
    )


def _article(article: ArticleView, settings: Mapping[str, Any]) -> dict[str, Any]:
    return _known(
        {
            "@type": "NewsArticle",
            "headline": article.title,
            "datePublished": _time(article.article.published, settings),
            "dateModified": _time(article.modified, settings),
            "url": address(settings, article.url),
        }
    )


def _time(iso: str, settings: Mapping[str, Any]) -> str:
    """A time with its zone; a day alone, and nothing, as they are."""
    return moment(iso, settings.get("TIMEZONE") or "UTC").isoformat() if "T" in iso else iso


def _actor(actor: ActorView, settings: Mapping[str, Any]) -> dict[str, Any]:
    kind = TYPES.get(actor.kind, "Thing")
    return _known({"@type": kind, "name": actor.name, "url": address(settings, actor.url)})


def _known(data: dict[str, Any]) -> dict[str, Any]:
    """Without what is empty."""
    return {key: value for key, value in data.items() if value}
