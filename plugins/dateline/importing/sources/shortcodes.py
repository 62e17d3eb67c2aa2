"""WordPress's short codes, words in square brackets that stand for a picture, a film or a shape, taken out of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..page.media import is_player
from ..words.wordlists import lists

CODES: dict[str, list[str]] = lists("wordpress")["codes"]
SITES = frozenset(CODES["sites"])
PLAYED = SITES | frozenset(CODES["players"])
WORDLESS = PLAYED | frozenset(CODES["wordless"])
BARE = frozenset(CODES["bare"])
CODE = re.compile(r"(?<!\[)\[(/?)([a-z][\w-]{0,40})((?:[\s=][^\[\]]{0,2000})?)/?\]", re.IGNORECASE)
#: how the words of any code begin, those of a known one, and those of one that is named for a site
QUOTED = re.compile(r"\s{1,9}(?:[a-z][\w-]{0,40}\s?=\s?(?:[\"'“”″]|&(?:quot|#0?34|#822\d);)|ids?=\d)", re.IGNORECASE)
GIVEN = re.compile(r"=|\s{1,9}(?:https?://|[a-z][\w-]{0,40}\s?=)", re.IGNORECASE)
NUMBER = re.compile(r"\s{1,9}[^\s\d]{0,40}\d\S{0,200}\s{0,9}\Z")
URL = re.compile(r"https?://[^\s\"'<>\[\]]{1,2000}")
#: an address on a line of its own
ALONE = re.compile(r"^([ \t]{0,20})(https?://[^\s<>\"]{1,2000})(?=[ \t\r]{0,20}$)", re.MULTILINE)


def without_codes(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without short codes, and what some of them play: addresses, or a code's own words where it has none. An address
    on a line of its own is played where it is a film's, and else a link. Words in brackets ("[sic]") stay.

    >>> without_codes("[caption id='1']A quay[/caption]Ships [sic] sank.[embed]https://v.example/1[/embed]")
    ('Ships [sic] sank.', ('https://v.example/1',))
    """
    parts, played, done = [], [], 0
    for start, end, name in _codes(text):
        code = text[start:end]
        parts.append(text[done:start])
        if name in PLAYED and not code.startswith("[/"):
            played += URL.findall(code) or [code.partition("]")[0].strip("[/ ")]
        done = end
    left = "".join([*parts, text[done:]])
    films = [url for _, url in ALONE.findall(left) if is_player(url)]
    return ALONE.sub(_line, left), tuple(dict.fromkeys([*played, *films]))


def _line(found: re.Match[str]) -> str:
    """A link for an address that is alone on its line; nothing for a film's."""
    return "" if is_player(found[2]) else f'{found[1]}<a href="{found[2]}">{found[2]}</a>'


def _codes(text: str) -> Iterator[tuple[int, int, str]]:
    """Where short codes stand, each with what it holds where that is no part of the text."""
    found = list(CODE.finditer(text))
    ends = {one[2].lower(): one.start() for one in found if one[1]}
    done = 0
    for one in found:
        name = one[2].lower()
        if one.start() < done or not (name in ends or _is_code(name, one[3])):
            continue
        done = one.end()
        if name in WORDLESS and not one[1] and ends.get(name, 0) >= done:
            done = next(end.start() for end in found if end[1] and end[2].lower() == name and end.start() >= done)
        yield one.start(), done, name


def _is_code(name: str, words: str) -> bool:
    """Whether what stands in brackets, with no end to it, is a code: by how its words begin, and for known names by less."""
    if QUOTED.match(words):
        return True
    if name in BARE and not words.strip():
        return True
    return bool((name in WORDLESS and GIVEN.match(words)) or (name in SITES and NUMBER.match(words)))
