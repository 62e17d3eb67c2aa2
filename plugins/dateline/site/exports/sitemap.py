"""The sitemap: every page of the site for search engines. A site that does not know its address has none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol
from xml.sax.saxutils import escape

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


def write(pages: Sequence[Paged], settings: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """``sitemap.xml``; where there are too many pages for one, several, and an index of them."""
    site = settings["SITEURL"]
    if not site:
        return
    urls = [f"{site}/{p.path}" for p in pages if p.template != "moved" and not p.path.startswith(APART)]
    parts = [urls[n : n + MOST] for n in range(0, len(urls), MOST)]
    if len(parts) == 1:
        yield "sitemap.xml", _xml("urlset", "url", urls)
        return
    names = [f"sitemap-{n}.xml" for n in range(1, len(parts) + 1)]
    yield "sitemap.xml", _xml("sitemapindex", "sitemap", [f"{site}/{name}" for name in names])
    for name, part in zip(names, parts, strict=True):
        yield name, _xml("urlset", "url", part)


def _xml(root: str, item: str, urls: Sequence[str]) -> bytes:
    rows = "".join(f"<{item}><loc>{escape(url)}</loc></{item}>\n" for url in urls)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="utf-8"?>\n<{root} xmlns="{space}">\n{rows}</{root}>\n'.encode()
