"""What is in a built site: its links, each of which leads to something that is there, and the words of all its files."""

from __future__ import annotations

import zlib
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit


class _Links(HTMLParser):
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


def pages(output: Path) -> dict[str, _Links]:
    """The links and ids of each HTML page, by its path."""
    found = {}
    for path in sorted(output.rglob("*.html")):
        page = _Links()
        page.feed(path.read_text(encoding="utf-8"))
        found[path.relative_to(output).as_posix()] = page
    return found


def broken(output: Path, base: str) -> list[str]:
    """Links that lead nowhere, where the site's root stands at ``base`` (an URL that ends in "/")."""
    all_pages = pages(output)
    wrong = []
    for name, page in all_pages.items():
        for link in page.links:
            target = urlsplit(urljoin(base + name, link))
            root = urlsplit(base)
            if target.netloc != root.netloc or target.scheme != root.scheme:
                continue
            if not target.path.startswith(root.path):
                wrong.append(f"{name}: {link} leaves the site")
                continue
            path = unquote(target.path[len(root.path) :])
            if root.scheme.startswith("http") and (not path or path.endswith("/")):
                path += "index.html"
            if not (output / path).is_file():
                wrong.append(f"{name}: {link} is not there")
            elif target.fragment and path in all_pages and target.fragment not in all_pages[path].ids:
                wrong.append(f"{name}: {link} has no such place")
    return wrong


def texts(output: Path) -> dict[str, str]:
    """Every file of a site as text, what is packed unpacked."""
    found = {}
    for path in sorted(p for p in output.rglob("*") if p.is_file()):
        content = path.read_bytes()
        if path.name.endswith((".pf_fragment", ".pf_index", ".pf_meta", ".pf_filter")):
            content = zlib.decompress(content, wbits=zlib.MAX_WBITS | 16)
        found[path.relative_to(output).as_posix()] = (
            content.decode("utf-8", "replace").replace("<mark>", "").replace("</mark>", "")
        )
    return found
