"""Links of a built site: every one, and every asset, leads to something that is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')


class Links(HTMLParser):
    """The links and ids of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"href", "src"} and value:
                self.links.append(value)
            if name == "id" and value:
                self.ids.add(value)


def pages(output: Path) -> dict[str, Links]:
    """The links and ids of each HTML page, by its path."""
    found = {}
    for path in sorted(output.rglob("*.html")):
        page = Links()
        page.feed(path.read_text(encoding="utf-8"))
        found[path.relative_to(output).as_posix()] = page
    return found


def broken(output: Path, base: str) -> Iterator[tuple[str, str]]:
    """Pages with links that lead nowhere, and which, where the site's root stands at ``base`` (an address that ends in "/")."""
    all_pages = pages(output)
    for name, page in all_pages.items():
        for link in page.links:
            target = urlsplit(urljoin(base + name, link))
            root = urlsplit(base)
            if target.netloc != root.netloc or target.scheme != root.scheme:
                continue
            if not target.path.startswith(root.path):
                yield name, f"the link {link!r} leaves the site"
                continue
            path = unquote(target.path[len(root.path) :])
            if root.scheme.startswith("http") and (not path or path.endswith("/")):
                path += "index.html"
            if not (output / path).is_file():
                yield name, f"the link {link!r} is not there"
            elif target.fragment and path in all_pages and unquote(target.fragment) not in all_pages[path].ids:
                yield name, f"the link {link!r} has no such place"


def base(output: Path) -> str:
    """The address that a built site was made for; that of any disk where it knows none."""
    found = CANONICAL.search((output / "index.html").read_text(encoding="utf-8"))
    return found[1] if found else "file:///"
