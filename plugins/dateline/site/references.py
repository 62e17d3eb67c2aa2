"""References: what an article's links and pictures lead to, looked up before the site is built."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from .. import frontmatter
from ..frontmatter import ENDINGS
from .addresses import OF_ARTICLES, OWN, folder
from .clean import SCHEMES
from .conventions import UNKNOWN, Conventions
from .findings import Finding
from .reference import RUNNING, SCHEME, Lines, Reference, references

#: Pelican's ways to name a file, and its lists that have no page here
NAMED = re.compile(r"[{|](?P<what>\w+)[|}](?P<path>.*)", re.DOTALL)
FILES = frozenset({"filename", "static", "attach"})
LISTS = {"author": "authors", "category": "categories", "tag": "tags"}
#: how an address begins that only one computer knows: of a file there, or of what a mail or a browser holds
LOCAL = re.compile(r"(?:file|cid|mid|blob|content|webkit-fake-url|[a-z]):|\\\\", re.IGNORECASE)
#: an address of the web, or of somebody's mail, as it is spoken; other names with dots may be those of files
SPOKEN = re.compile(r"(?i)(?:[\w-]+\.)+(?:(?<=www\.)[\w-]+|com|org|net|edu|gov|int|[a-z]{2,20}(?=/))(?:[/?#:].*)?")
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
#: where an article's page stands, whatever it is called, and the address of any
HERE = "/articles/-/"
ARTICLE = re.compile(r"/articles/(?P<slug>[^/]+)/(?:index\.html)?")
REMOTE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//|#|/|[{|]\w+[|}])", re.IGNORECASE)
ALONE = "leads there only where the site is alone on its host"
#: characters of a link that are shown
LONGEST = 80
#: when something is published that is now, and when something that no day is known of
PUBLISHED, UNPUBLISHED = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class ContentFile:
    """The file that a reference stands in: its path, what to call it, the folder of content, the conventions of its site."""

    path: Path
    name: str
    content: Path
    site: Conventions = UNKNOWN


def findings(source: str, place: ContentFile, published: Mapping[str, str] | None = None) -> Iterator[Finding]:
    """What is wrong with the links and pictures of an article's HTML, as it is before it is cleaned. ``published`` are the
    files of the articles that the site publishes, by the folders of their addresses, where they are known. Raises OSError."""
    lines: Lines | None = None
    for one in references(source):
        if wrong := _wrong(one, place, published):
            lines = lines or Lines(place.path)
            yield Finding(place.name, lines.line(one), *wrong)


def _wrong(one: Reference, place: ContentFile, published: Mapping[str, str] | None) -> tuple[str, bool] | None:
    """What is wrong with a reference, and whether the site cannot be published with it."""
    says = _local(one.link) or _of_page(one.link, place, published)
    if says is None:
        return None
    if says:
        return _said(one, says), True
    if not place.site.adopted and (says := _unseen(one)):
        return says, False
    link = one.link.split("#")[0].split("?")[0]
    named = NAMED.fullmatch(link)
    what, path = (named["what"], named["path"]) if named else ("", link)
    if what in FILES or not ELSEWHERE.match(link):
        says, error = _missing(path, what, place) if path else ("", True)
        says += _spoken(one.link, place) if says else ""
    elif place.site.adopted:
        return None
    else:
        says, error = _unmade(link, what, place), True
    return (_said(one, says), error) if says else None


def _said(one: Reference, says: str) -> str:
    return f"the {_noun(one)} {one.link[:LONGEST]!r} {says}"


def _local(link: str) -> str:
    """What is wrong with an address that only one computer knows."""
    if not LOCAL.match(link):
        return ""
    return f"lies on your computer, where no reader can open it: {_saved(link)}"


def _of_page(link: str, place: ContentFile, published: Mapping[str, str] | None) -> str | None:
    """What is wrong with the address of a page; None where nothing is known to be, empty where it is no such address."""
    path = link.split("#")[0].split("?")[0]
    if not _is_page(path, place):
        return ""
    at = unquote(urljoin(HERE, path))
    if not place.site.adopted and at.startswith(HERE):  # below an article's page is none
        return ""
    found = ARTICLE.fullmatch(at)
    if place.site.adopted or published is None or not found or found["slug"] in OF_ARTICLES:
        return None
    file = published.get(folder(found["slug"]))
    if file is None:
        return "leads to no article that is published here: take it out, or write '{filename}' and the path of one"
    return f"{ALONE}: write '{{filename}}/{os.path.relpath(file, place.content)}'" if path.startswith("/") else None


def _is_page(path: str, place: ContentFile) -> bool:
    """Whether an address is that of a page, and not of a file; what a blog calls its pages is not known here."""
    ends = ("/", ".html") if place.site.adopted else ("/", "/index.html")
    elsewhere = not re.match("/(?!/)", path) and ELSEWHERE.match(path)
    return path.endswith(ends) and not elsewhere and not os.path.exists(_target(path, place))


def _spoken(link: str, place: ContentFile) -> str:
    """What to write for an address of the web or of mail that lacks its scheme; nothing where it may be a file's."""
    if os.path.exists(_target(link, place)):
        return ""
    scheme = "https://" if SPOKEN.fullmatch(link) else "mailto:" if MAIL.fullmatch(link) else ""
    return f": write '{scheme}{link}', if that is meant" if scheme else ""


def _saved(link: str) -> str:
    """What to do with a file that is not one of the site."""
    path = unquote(urlsplit(link).path).partition("@" if link.lower().startswith(("cid:", "mid:")) else "\0")[0]
    name = "" if link.lower().startswith("data:") else re.split(r"[/\\]", path)[-1][:LONGEST]
    return f"save it as a file beside the article and write '{{static}}{name or 'NAME'}'"


def _unseen(one: Reference) -> str:
    """What is not shown on a page, since its policy forbids it."""
    shown = one.link[:LONGEST]
    if one.tag in RUNNING:
        instead = f"a link to {shown}" if shown else "a link"
        return f"<{one.tag}> is not shown, since pages hold no frames and players: write {instead}"
    scheme = SCHEME.match(one.link.lower())
    if one.tag != "img":
        kept = not scheme or scheme[0] in SCHEMES
        return (
            "" if kept else f"the link {shown!r} is not kept, since links of pages are of http, https, mailto or tel: mend it"
        )
    if one.link and not scheme and not REMOTE.match(one.link):
        return ""
    return f"the picture {shown!r} is not shown, since pages load files of the site alone: {_saved(one.link)}"


def _unmade(link: str, what: str, place: ContentFile) -> str:
    """What is wrong with a link to what Pelican makes, which is not all made here; or to a file by its address."""
    if what in LISTS:
        says = f"this site has no pages of {LISTS[what]}: take it out, or link to an article with {{filename}}"
        return f"leads nowhere, since {says}"
    if not link.startswith("/") or link.startswith("//"):
        return ""
    target = place.content / unquote(link).lstrip("/")
    if os.path.isfile(target):
        return f"{ALONE}: write '{{static}}{link}'"
    top, _, rest = unquote(link).lstrip("/").partition("/")
    made = top in OWN or not rest or target.suffix in {"", ".html"}
    return "" if made else f"leads to no file ({os.path.relpath(target)})"


def _missing(path: str, what: str, place: ContentFile) -> tuple[str, bool]:
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


def _unpublished(target: Path, place: ContentFile) -> tuple[str, bool]:
    """What is wrong with a link to what is published later than the file that it stands in: an error once that is published."""
    own = _publication(place.path, place.site)
    if _publication(target, place.site) <= own:
        return "", False
    return "leads to what is not published (yet): publish that, or take the link out", own == PUBLISHED


def _target(path: str, place: ContentFile) -> Path:
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
