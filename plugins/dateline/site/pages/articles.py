"""The articles: all of them, and the page of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..shown import ActorView, ArticleView, EventView, EvidenceView
from ..views import Views
from .page import Page, neighbours

#: as many articles a page lists; more, and each year has its own page, of which so many of the newest stand on the first
FULL, TOP = 400, 5


@dataclass(frozen=True, slots=True)
class Year:
    """A year's articles: those that are shown, how many there are, and where all of them are listed, if that is elsewhere."""

    words: str
    articles: Sequence[ArticleView]
    count: int
    url: str = ""


def articles(views: Views) -> Iterator[Page]:
    """All articles by year, the newest first; where they are too many for a page, each year on its own."""
    years = _by_year(views.articles)
    if len(views.articles) <= FULL:
        yield Page("articles/", "articles", {"years": [Year(y, found, len(found)) for y, found in years]})
        return
    yield Page("articles/", "articles", {"years": [Year(y, found[:TOP], len(found), _year_url(y)) for y, found in years]})
    for year, found in years:
        parts = [found[n : n + FULL] for n in range(0, len(found), FULL)]
        for before, at, after in neighbours(range(1, len(parts) + 1)):
            urls = {"before_url": before and _year_url(year, before), "after_url": after and _year_url(year, after)}
            yield Page(
                _year_url(year, at), "articles", {"years": [Year(year, parts[at - 1], len(found))], "above": True, **urls}
            )


def _by_year(articles: Sequence[ArticleView]) -> list[tuple[str, list[ArticleView]]]:
    return [(year, list(found)) for year, found in groupby(articles, key=lambda a: a.date_iso[:4])]


def _year_url(year: str, part: int = 1) -> str:
    """No article's own address begins so: theirs have no folder."""
    return f"articles/years/{year}/" + (f"{part}/" if part > 1 else "")


def each_article(views: Views) -> Iterator[Page]:
    """A page for each article, with what it tells and whom it names."""
    for article in views.articles:
        events = views.of_article(article.id)
        context = {"article": article, "events": events, "actors": named(views, article.id), "told": told(article, events)}
        beside = views.beside(article.id) if article.text == "all" else []
        yield Page(article.url, "article", {**context, "beside": beside})


def named(views: Views, article: str) -> list[ActorView]:
    """Whom an article names, the most active first."""
    found = dict.fromkeys(views.timeline.same[article].values())
    return sorted((views.actors[a] for a in found if a in views.actors), key=lambda a: (-a.count, a.name))


def told(article: ArticleView, events: Sequence[EventView]) -> list[tuple[EventView, EvidenceView]]:
    """The article's sentences that tell events, in its own order; all that is shown where only those may be published."""
    if article.text != "evidence":
        return []
    pairs = [(e, x, r.start) for e in events for x, r in zip(e.evidence, e.event.reports, strict=True) if x.article is article]
    return [(e, x) for e, x, _ in sorted(pairs, key=lambda pair: pair[2])]
