"""References of an article's HTML: the elements that lead somewhere, and the lines of its file on which they stand."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import nh3

from .. import frontmatter
from .clean import SCHEMES
from .elements import PLAYERS

#: elements of players and of what else runs in a page, none of which is shown
RUNNING = (PLAYERS | {"embed", "object"}) - {"noembed", "noframes"}
#: the attribute by which an element leads somewhere
LEADING = {"a": "href", "area": "href", "img": "src", **dict.fromkeys(RUNNING, "src"), "object": "data"}
TAGS = {"pre", *LEADING}
ATTRIBUTES = {tag: {name} for tag, name in LEADING.items()}
#: what may be the scheme of an address
SCHEME = re.compile(r"[a-z][a-z0-9+.-]{0,30}(?=:)")


@dataclass(frozen=True, slots=True)
class Reference:
    """An element that leads to something: a link, a picture, a player. ``link`` is empty where it names nothing."""

    tag: str
    link: str


def references(source: str) -> list[Reference]:
    """All references of HTML, in order, as a browser finds them."""
    found = _References()
    schemes = SCHEMES | set(SCHEME.findall(source.lower()))
    found.feed(nh3.clean(source, tags=TAGS, attributes=ATTRIBUTES, url_schemes=schemes, link_rel=None))
    found.close()
    return found.found


class _References(HTMLParser):
    """Collects references, and the line of each (from 1)."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Reference] = []
        self.lines: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if leading := LEADING.get(tag):
            link = next((value for name, value in attrs if name == leading and value), "")
            self.found.append(Reference(tag, link.strip()))
            self.lines.append(self.getpos()[0])


class Lines:
    """Finds the lines of an article's file on which its references stand; the next of two that are alike stands behind."""

    def __init__(self, path: Path) -> None:
        self.text = path.read_text(encoding="utf-8-sig")
        self.start = len(self.text) - len(frontmatter.parse(self.text).body)
        self.done: dict[str, int] = {}
        raw = _References()
        raw.feed("\n" * self.text.count("\n", 0, self.start) + self.text[self.start :])
        #: elements that lead nowhere, with their lines
        self.bare = [(one.tag, line) for one, line in zip(raw.found, raw.lines, strict=True) if not one.link]

    def line(self, one: Reference) -> int:
        """The line (from 1) of a reference; where it is written otherwise, the first of the article's text."""
        if not one.link and (bare := next((found for found in self.bare if found[0] == one.tag), None)):
            self.bare.remove(bare)
            return bare[1]
        since = self.done.get(one.link, self.start)
        at = next((found for way in _ways(one.link) if (found := self._find(way, since)) >= 0), -1) if one.link else -1
        if at >= 0:
            self.done[one.link] = at + 1
        return self.text.count("\n", 0, at if at >= 0 else since) + 1

    def _find(self, words: str, since: int) -> int:
        found = re.compile(rf"(?<![\w./-]){re.escape(words)}(?![\w/-])").search(self.text, since)
        return found.start() if found else -1


def _ways(link: str) -> Mapping[str, None]:
    """The ways in which a link may be written."""
    return dict.fromkeys((link, html.escape(link), html.escape(link, quote=False), quote(link, safe="/:?&=#%+{}|")))
