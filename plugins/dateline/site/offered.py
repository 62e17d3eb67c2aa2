"""What Dateline offers to the whole site: ``article.dateline`` and ``timeline()`` to templates, small timelines to texts."""

from __future__ import annotations

import html
import logging
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from ..model import Reading
from . import directives
from .chosen import Choice
from .host import Host
from .pages.articles import named
from .shown import ActorView, ArticleView, EventView
from .views import Views

log = logging.getLogger(__name__)
#: what stands before the paths of events where Pelican's ``{filename}`` knows them, and what makes ``href`` write such links
PAGES = "dateline/"
LINKS = {"SITEURL": "{filename}", "RELATIVE_URLS": False, "DATELINE_PATH": PAGES}


@dataclass(frozen=True, slots=True)
class Told:
    """What an article tells: its events in order of time, whom it names, and its reading; nothing for one that was not read."""

    events: Sequence[EventView] = ()
    actors: tuple[ActorView, ...] = ()
    article: ArticleView | None = None

    @property
    def reading(self) -> Reading | None:
        return self.article.reading if self.article else None


@dataclass(frozen=True, slots=True)
class Target:
    """What Pelican needs to know of a page that a text links to with ``{filename}``."""

    url: str


def told(views: Views, article: str) -> Told:
    """What the article of this id tells."""
    return Told(views.of_article(article), tuple(named(views, article)), views.by_article[article])


def timelines(choice: Choice) -> Callable[..., list[EventView]]:
    """The function ``timeline(actor=..., type=..., place=..., limit=...)`` of templates; asked wrongly, it gives none."""

    def timeline(**given: object) -> list[EventView]:
        try:
            return choice.events(given)
        except ValueError as error:
            log.warning("timeline() in a template: %s", error)
            return []

    return timeline


def targets(events: Iterable[EventView], at: Host, *, with_index: bool) -> dict[str, Target]:
    """The pages of events, for links in texts; ``with_index`` names the file in the folder, for reading from disk."""
    file = "index.html" if with_index else ""
    return {f"{PAGES}{e.url}": Target(f"{at.folder}{e.url}{file}") for e in events}


def fill(contents: Iterable[Any], choice: Choice, small: Callable[[list[EventView]], str]) -> dict[str, str]:
    """Let texts of Pelican's show the timelines that they ask for, which ``small`` writes. The lists, by directive; a wrong one
    is named with its file, and shows nothing."""
    lists: dict[str, str] = {}
    for content in contents:
        words = directives.asked(content._content or "")
        lists |= {one: small(events) for one in words if (events := _events(content, one, choice))}
        if words:
            content._get_content = partial(_shown, content, lists)
    return lists


def _shown(content: Any, lists: Mapping[str, str]) -> str:
    return directives.put_in(content._content, lists)


def _events(content: Any, words: str, choice: Choice) -> list[EventView]:
    try:
        return choice.events(directives.given(words))
    except ValueError as error:
        path = os.path.relpath(content.source_path)
        log.warning("%s: [timeline%s]: %s (nothing is shown)", path, html.unescape(words), error)
        return []
