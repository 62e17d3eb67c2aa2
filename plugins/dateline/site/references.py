"""References: what an article's links and pictures lead to, looked up before the site is built."""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import nh3

from .. import frontmatter
from ..frontmatter import ENDINGS
from .clean import SCHEMES
from .conventions import UNKNOWN, Conventions
from .elements import PLAYERS
from .findings import Finding

#: elements of players and of what else runs in a page, none of which is shown
RUNNING = (PLAYERS | {"embed", "object"}) - {"noembed", "noframes"}
#: the attribute by which an element leads somewhere
LEADING = {"a": "href", "area": "href", "img": "src", **dict.fromkeys(RUNNING, "src"), "object": "data"}
TAGS = {"pre", *LEADING}
ATTRIBUTES = {tag: {name} for tag, name in LEADING.items()}
#: Pelican's ways to name a file, and its lists that have no page here
NAMED = re.compile(r"[{|](?P<what>\w+)[|}](?P<path>.*)", re.DOTALL)
FILES = frozenset({"filename", "static", "attach"})
LISTS = {"author": "authors", "category": "categories", "tag": "tags"}
REMOTE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//|#|/|[{|]\w+[|}])", re.IGNORECASE)
#: characters of a link that are shown
LONGEST = 80
#: when something is published that is now, and when something that no day is known of
PUBLISHED, UNPUBLISHED = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Reference:
    """An element that leads to something: a link, a picture, a player. ``link`` is empty where it names nothing."""

    tag: str
    link: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article stands: its file, what to call it, the folder of the content, and the conventions of its site."""

    path: Path
    name: str
    content: Path
    site: Conventions = UNKNOWN


def findings(source: str, place: Place) -> Iterator[Finding]:
    """What is wrong with the links and pictures of an article's HTML, as it is before it is cleaned. Raises OSError."""
    lines: Lines | None = None
    for one in references(source):
        if wrong := _wrong(one, place):
            lines = lines or Lines(place.path)
            yield Finding(place.name, lines.line(one), *wrong)


def references(source: str) -> list[Reference]:
    """All references of HTML, in order, as a browser finds them."""
    found = _References()
    found.feed(nh3.clean(source, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES | {"data"}, link_rel=None))
    found.close()
    return found.found


class _References(HTMLParser):
    """Collects references."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Reference] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if leading := LEADING.get(tag):
            link = next((value for name, value in attrs if name == leading and value), "")
            self.found.append(Reference(tag, link.strip()))


def _wrong(one: Reference, place: Place) -> tuple[str, bool] | None:
    """What is wrong with a reference, and whether the site cannot be published with it."""
    if not place.site.adopted and (says := _unseen(one)):
        return says, False
    link = one.link.split("#")[0].split("?")[0]
    named = NAMED.fullmatch(link)
    what, path = (named["what"], named["path"]) if named else ("", link)
    if what in FILES or not ELSEWHERE.match(link):
        says, error = _missing(path, what, place) if path else ("", True)
    elif place.site.adopted:
        return None
    else:
        says, error = _unmade(link, what, place), True
    return (f"the {_noun(one)} {one.link[:LONGEST]!r} {says}", error) if says else None


def _unseen(one: Reference) -> str:
    """What is not shown on a page, since its policy forbids it."""
    shown = one.link[:LONGEST]
    if one.tag in RUNNING:
        instead = f"a link to {shown}" if shown else "a link"
        return f"<{one.tag}> is not shown, since pages hold no frames and players: write {instead}"
    if one.tag != "img":
        return ""
    name = ""
    if REMOTE.match(one.link):
        name = unquote(urlsplit(one.link).path).rpartition("/")[2][:LONGEST] or "NAME"
    elif not one.link or one.link.lower().startswith("data:"):
        name = "NAME"
    says = f"save it as a file beside the article and write '{{static}}{name}'"
    return f"the picture {shown!r} is not shown, since pages load files of the site alone: {says}" if name else ""


def _unmade(link: str, what: str, place: Place) -> str:
    """What is wrong with a link to what Pelican makes, which is not all made here; or to a file by its address."""
    if what in LISTS:
        says = f"this site has no pages of {LISTS[what]}: take it out, or link to an article with {{filename}}"
        return f"leads nowhere, since {says}"
    if link.startswith("/") and os.path.isfile(place.content / unquote(link).lstrip("/")):
        return f"leads there only where the site is alone on its host: write '{{static}}{link}'"
    return ""


def _missing(path: str, what: str, place: Place) -> tuple[str, bool]:
    """What is wrong with a link to a file of the site, and whether the site cannot be published with it."""
    target = _target(path, place)
    if not os.path.exists(target):
        return f"leads to no file ({os.path.relpath(target)})", True
    if not target.resolve().is_relative_to(place.content.resolve()):
        return f"leads out of {os.path.relpath(place.content)}: put there what it leads to", True
    if place.site.adopted or os.path.isdir(target):
        return "", False
    wanted = {"filename"} if _is_text(target) else {"static", "attach"}
    if what not in wanted:
        return f"leads nowhere once the site is built: write '{{{max(wanted)}}}{path}'", True
    return _unpublished(target, place) if _is_text(target) else ("", False)


def _unpublished(target: Path, place: Place) -> tuple[str, bool]:
    """What is wrong with a link to what is published later than the file that it stands in: an error once that is published."""
    own = _publication(place.path, place.site)
    if _publication(target, place.site) <= own:
        return "", False
    return "leads to what is not published (yet): publish that, or take the link out", own == PUBLISHED


def _target(path: str, place: Place) -> Path:
    """The file that a link names, as it is written or with its signs undone."""
    root = place.content if path.startswith("/") else place.path.parent
    found = [root / name.lstrip("/") for name in (path, unquote(path))]
    return next((one for one in found if os.path.exists(one)), found[0])  # a name that no file can have is of none


def _is_text(path: Path) -> bool:
    """Whether a file is an article or a page."""
    return path.suffix.lower() in ENDINGS


def _publication(path: Path, site: Conventions) -> datetime:
    """When an article or page is published; one that cannot be read is named by itself."""
    try:
        found = frontmatter.parse_file(path)
    except UnicodeDecodeError:
        return PUBLISHED
    if found.status != "published":
        return UNPUBLISHED
    day = site.publication(found.values.get("date"))
    return site.moment(day) if day and site.waits(day) else PUBLISHED


def _noun(one: Reference) -> str:
    return "picture" if one.tag == "img" else "link"


class Lines:
    """Finds the lines of an article's file on which its references stand; the next of two that are alike stands behind."""

    def __init__(self, path: Path) -> None:
        self.text = path.read_text(encoding="utf-8-sig")
        self.start = len(self.text) - len(frontmatter.parse(self.text).body)
        self.done: dict[str, int] = {}

    def line(self, one: Reference) -> int:
        """The line (from 1) of a reference; where it is written otherwise, the first of the article's text."""
        words = one.link or f"<{one.tag}"
        since = self.done.get(words, self.start)
        at = next((found for way in _ways(words) if (found := self._find(way, since)) >= 0), -1)
        if at >= 0:
            self.done[words] = at + 1
        return self.text.count("\n", 0, at if at >= 0 else since) + 1

    def _find(self, words: str, since: int) -> int:
        found = re.compile(rf"(?<![\w./-]){re.escape(words)}(?![\w/-])").search(self.text, since)
        return found.start() if found else -1


def _ways(link: str) -> Mapping[str, None]:
    """The ways in which a link may be written."""
    return dict.fromkeys((link, html.escape(link), html.escape(link, quote=False), quote(link, safe="/:?&=#%+{}|")))
