"""Rendering: what the templates need beside a page's own context: navigation, addresses, scripts, JSON-LD, pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import Any

from babel import Locale
from markupsafe import Markup
from pelican.utils import get_relative_path, path_to_url

from . import directives, linked
from .host import Host
from .marks import marks
from .pages import Page
from .pictures import actor_card, event_card, picture, site_card
from .prose import Prose
from .shown import ArticleView
from .views import Views, heaviest

NAV = (
    ("Timeline", "timeline/"),
    ("Storylines", "storylines/"),
    ("Actors", "actors/"),
    ("Places", "places/"),
    ("Articles", "articles/"),
    ("Search", "search/"),
)
LISTS = ("events", "results", "picture", "sift", "filters", "band", "keys")
#: the scripts that a page loads, by template
SCRIPTS = {
    **dict.fromkeys(("timeline", "span", "undated", "actor", "type", "place", "relation", "storyline"), LISTS),
    "home": ("keys",),
    "overview": ("keys",),
    "event": ("keys", "copy"),
    "article": ("marks",),
    "compare": ("events", "picture", "compare"),
    "search": ("search",),
    "on_this_day": ("today",),
    "on_this_day_month": ("keys",),
}
#: what a page may load and do: the site's own files, and no script that stands in a page; Pagefind's search is WebAssembly
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "media-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'"
)
EMPTY: Mapping[str, Any] = {}
#: as many events have a picture of their own, the heaviest; as many events an actor needs to have one
PICTURES, FEW = 500, 3


#: a picture for links elsewhere: where, and how to draw it
Picture = tuple[str, Callable[[], bytes]]


class Rendering:
    """Made once a build. ``sources`` are Pelican's articles by slug, ``pages`` its pages; ``lists``: what directives show."""

    def __init__(
        self,
        views: Views,
        settings: Mapping[str, Any],
        at: Host,
        pages: Sequence[Any] = (),
        sources: Mapping[str, Any] = EMPTY,
        lists: Mapping[str, str] = EMPTY,
    ) -> None:
        self.views = views
        self.settings = at.settings(settings)
        self.at = at
        self.pages = pages
        self.sources = sources
        self.lists = lists
        self.site = str(self.settings["SITEURL"])
        self.relative = bool(settings["RELATIVE_URLS"])

    def everywhere(self) -> dict[str, Any]:
        """What any template of the site may need of Dateline, beside its own context."""
        found = {"date_locale": self.views.locale, "dateline_nav": self.nav()}
        if not self.at.adopted:
            found |= {"nav": found["dateline_nav"], "text_direction": Locale.parse(self.views.locale).text_direction}
        return found

    def context(self, page: Page) -> dict[str, Any]:
        """The page's own context, and what every page has."""
        found = {
            **page.context,
            "nav": self.nav(page.path),
            "adopted": self.at.adopted,
            "scripts": SCRIPTS.get(page.template, ()),
            "text_direction": Locale.parse(self.views.locale).text_direction,
            "date_locale": self.views.locale,
            "address": self.site,
            "policy": POLICY,
            "canonical": self._canonical(page),
            "linked": self._linked(page),
            "picture": self._picture(page),
        }
        if page.template == "article" and page.context["article"].text == "all":
            found["body_html"] = self._body(page.context["article"], page.file)
        if page.template == "page":
            found["content_html"] = Markup(page.context["page"].get_content(self._root(page.file)))
        return found

    def nav(self, path: str = "-") -> list[dict[str, Any]]:
        """Where a reader can go; a blog has its own ways to articles and pages."""
        pages = [(p.title, f"{p.slug}/") for p in self.pages]
        found = [("Overview", ""), *(one for one in NAV if one[0] != "Articles")] if self.at.adopted else [*NAV, *pages]
        return [{"label": label, "url": url, "current": path.startswith(url) if url else not path} for label, url in found]

    def _canonical(self, page: Page) -> str:
        if not self.site:
            return ""
        return f"{self.site}/{page.context['leads_to'] if page.template == 'moved' else page.path}"

    def _linked(self, page: Page) -> Markup | None:
        if page.template == "event":
            return linked.script(linked.event(page.context["event"], self.settings))
        if page.template == "article":
            return linked.script(linked.news_article(page.context["article"], self.settings))
        return linked.script(linked.site(self.settings)) if page.template == "home" else None

    def _body(self, article: ArticleView, name: str) -> Markup:
        """An article's text as Pelican links it, with what was read in it marked, and the lists that its directives ask for."""
        root, index = self._root(name), "index.html" if self.relative else ""
        same, known = self.views.timeline.same[article.id], self.views.actors
        actors = {own: known[id].url for own, id in same.items() if id in known}
        events = {report: event.url for report, event in self.views.telling(article).items()}
        found = marks(article, events, actors, lambda path: f"{root}/{path}{index}")
        source = self.sources[article.id]
        text = str(source._update_content(source._content, root))
        lists = {one: source._update_content(self.lists.get(one, ""), root) for one in directives.asked(text)}
        return Markup(directives.put_in(Prose(text).marked(found), lists))

    def _root(self, name: str) -> str:
        return str(path_to_url(get_relative_path(name))) if self.relative else self.site

    @cached_property
    def _with_picture(self) -> dict[str, str]:
        """Paths of pictures, by the path of the page that they stand for."""
        actors = (a for a in self.views.actors.values() if a.count >= FEW)
        urls = [e.url for e in heaviest(self.views.events, PICTURES)]
        urls += [a.url for a in sorted(actors, key=lambda a: (-a.count, a.id))[:PICTURES]]
        return {url: f"pictures/{url.rstrip('/')}.png" for url in urls}

    def _picture(self, page: Page) -> str:
        return f"{self.site}/{self._with_picture.get(page.path, 'pictures/site.png')}" if self.site else ""

    def pictures(self) -> Iterator[Picture]:
        """The pictures that other sites show with a link here; none where the site does not know its address."""
        if not self.site:
            return
        name, views, under = str(self.settings["SITENAME"]), self.views, self.settings.get("SITESUBTITLE") or ""
        yield "pictures/site.png", partial(_drawn, site_card, name, under, views.events, views.locale)
        for event in heaviest(views.events, PICTURES):
            if path := self._with_picture.get(event.url):
                yield path, partial(_drawn, event_card, event, name)
        for actor in views.actors.values():
            if path := self._with_picture.get(actor.url):
                yield path, partial(_drawn, actor_card, actor, views.of_actor(actor.id), name, views.locale)


def _drawn(card: Callable[..., Any], *shown: Any) -> bytes:
    return picture(card(*shown))
