"""Pages as browsers and archives save them: where they were, which the page itself may not say."""

from __future__ import annotations

import re

from ..web.urls import absolute
from ..words.markup import decode_entities

#: the value of an attribute
QUOTED = r"(?:\"([^\"\s]{1,2000})\"|'([^'\s]{1,2000})'|([^\"'\s>]{1,2000}))"
#: by whom a page was saved, and how that program writes where it was
NOTES = (
    re.compile(r"<!-- {0,3}saved from url=\(\d{1,6}\)(\S{1,2000})"),  # Chrome, Edge, Internet Explorer
    re.compile(r"Page saved with SingleFile\s{1,20}url:\s{0,9}(\S{1,2000})"),
    re.compile(rf"<meta name=[\"']?savepage-url[\"']? content={QUOTED}"),  # Save Page WE
    re.compile(rf"data-scrapbook-source={QUOTED}"),  # WebScrapBook
    re.compile(r"<!-- Saved from (\S{1,2000}) at \d"),  # monolith
    re.compile(r"<!-- Mirrored from (\S{1,2000}) by HTTrack"),
    re.compile(r"__wm\.wombat\([\"']([^\"'\s]{1,2000})[\"']"),  # the Wayback Machine
)
#: when an archive took a copy, and how its links go on
TAKEN = r"(?:web/\d{4,14}|\d{14}|\d{4}\.\d\d\.\d\d-\d{6}|o/\w{3,9})(?:[a-z]{2}_)?/(?=https?:/)"
#: an archive's address of a copy, up to the original's: the Wayback Machine's, archive.today's, or one of their kind
COPIED = re.compile(rf"(?<![\w/:.-])(?:(?:https?:)?//[\w.:-]{{1,99}})?/(?:[\w-]{{1,40}}/){{0,3}}{TAKEN}")
#: what only such a copy has
COPY = re.compile(
    r"__wm\.wombat\(|BEGIN WAYBACK TOOLBAR INSERT|FILE ARCHIVED ON \d|\bwbinfo\.timestamp\b"
    rf"|(?:canonical|og:url)[^<>]{{0,199}}/{TAKEN}|//web\.archive\.org/web/\d[^<>]{{0,999}}(?:canonical|og:url)"
)
BAR = ("<!-- BEGIN WAYBACK TOOLBAR INSERT -->", "<!-- END WAYBACK TOOLBAR INSERT -->")
#: characters among which such notes stand
HEAD = 100_000


def restored(text: str, url: str = "") -> tuple[str, str]:
    """The page and its address as they were before it was saved; the address is empty where nothing tells it."""
    where = absolute(url) or _noted(text)
    if not COPIED.match(where) and not COPY.search(text):
        return text, where
    return COPIED.sub("", _without_bar(text)), absolute(COPIED.sub("", where, count=1))


def _noted(text: str) -> str:
    """Where a saved page was; empty where nothing says so."""
    notes = (note.search(text[:HEAD]) for note in NOTES)
    links = (decode_entities(found[found.lastindex or 0]).removesuffix("-->") for found in notes if found)
    return next(filter(None, (absolute(link if ":" in link else f"https://{link}") for link in links)), "")


def _without_bar(text: str) -> str:
    """The page without the bar that the Wayback Machine puts above it."""
    before, _, rest = text.partition(BAR[0])
    _, end, after = rest.partition(BAR[1])
    return before + after if end else text
