"""The pages of the site, in a visible list. Each maker is a pure function from the views to pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..views import Views
from .actors import actors, each_actor, moved_actors
from .anniversaries import anniversaries
from .articles import articles, each_article
from .embeds import embeds
from .events import each_event, moved
from .front import compare, data, home, lost, method, overview, search
from .groups import place_pages, type_pages
from .page import Page
from .review import review
from .spans import each_year, timeline
from .stories import relation_pages, storyline_pages

__all__ = ["IN_A_BLOG", "PAGES", "Page", "review"]

PAGES: tuple[Callable[[Views], Iterator[Page]], ...] = (
    home, lost, timeline, each_year, each_event, moved, actors, each_actor, moved_actors, storyline_pages, relation_pages,
    type_pages, place_pages, articles, each_article, anniversaries, compare, search, data, method, embeds,
)  # fmt: skip

#: those that are written into a blog, which has a home and articles of its own
IN_A_BLOG = (overview, *(make for make in PAGES if make not in (home, lost, articles, each_article)))
