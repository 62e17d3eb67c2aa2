"""The sitemap: every page of the site for search engines. A site that does not know its address has none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol
from xml.sax.saxutils import escape

from ..shown import ArticleView

#: pages that are no reader's goal, by the start of their path
APART = ("embed/", "review/", "404.html")
#: the most addresses a sitemap may hold (sitemaps.org)
MOST = 50_000


class Paged(Protocol):
    """A page, as far as a sitemap knows one."""

    @property
    def path(self) -> str: ...
    @property
    def template(self) -> str: ...
    @property
    def context(self) -> dict[str, Any]: ...


def write(pages: Sequence[Paged], settings: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """``sitemap.xml``; where there are too many pages for one, several, and an index of them."""
    site = settings["SITEURL"]
    if not site:
        return
    rows = [_row(f"{site}/{p.path}", _changed(p)) for p in pages if p.template != "moved" and not p.path.startswith(APART)]
    parts = [rows[n : n + MOST] for n in range(0, len(rows), MOST)]
    if len(parts) == 1:
        yield "sitemap.xml", _xml("urlset", "url", rows)
        return
    names = [f"sitemap-{n}.xml" for n in range(1, len(parts) + 1)]
    yield "sitemap.xml", _xml("sitemapindex", "sitemap", [_row(f"{site}/{name}") for name in names])
    for name, part in zip(names, parts, strict=True):
        yield name, _xml("urlset", "url", part)


def _changed(page: Paged) -> str:
    """The day on which an article was last changed, or the last of the articles that tell an event; empty for other pages."""
    if page.template == "article":
        articles: Sequence[ArticleView] = [page.context["article"]]
    else:
        articles = page.context["event"].articles if page.template == "event" else ()
    return max(((one.modified or one.article.published)[:10] for one in articles if not one.coming), default="")


def _row(url: str, changed: str = "") -> str:
    return f"<loc>{escape(url)}</loc>" + (f"<lastmod>{changed}</lastmod>" if changed else "")


def _xml(root: str, item: str, rows: Sequence[str]) -> bytes:
    lines = "".join(f"<{item}>{row}</{item}>\n" for row in rows)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="utf-8"?>\n<{root} xmlns="{space}">\n{lines}</{root}>\n'.encode()
