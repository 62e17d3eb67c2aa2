"""WordPress's short codes, words in square brackets that stand for a picture, a film or a shape, taken out of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

CODE = re.compile(r"\[(/?)([a-z][\w-]{0,40})((?:\s[^\[\]]{0,2000})?)/?\]", re.IGNORECASE)
#: short codes of WordPress that may have neither an attribute nor an end
BARE = frozenset({"gallery", "playlist"})
#: those that play something, and those whose words are no part of the text either
PLAYED = frozenset({"embed", "video", "audio", "youtube", "vimeo", "wpvideo", "dailymotion", "soundcloud", "iframe"})
UNREAD = PLAYED | {"caption", "wp_caption", "gallery", "playlist"}
ADDRESS = re.compile(r"https?://[^\s\"'<>\[\]]{1,2000}")
#: an address on a line of its own, which WordPress makes a film of
ALONE = re.compile(r"^[ \t]{0,20}(https?://[^\s<>]{1,2000})[ \t\r]{0,20}$", re.MULTILINE)


def without_codes(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without short codes, and the addresses of what some of them play. Words in brackets ("[sic]") stay.

    >>> without_codes("[caption id='1']A quay[/caption]Ships [sic] sank.[embed]https://v.example/1[/embed]")
    ('Ships [sic] sank.', ('https://v.example/1',))
    """
    parts, played, done = [], [], 0
    for start, end, name in _codes(text):
        parts.append(text[done:start])
        played += ADDRESS.findall(text[start:end]) if name in PLAYED else []
        done = end
    left = "".join([*parts, text[done:]])
    return ALONE.sub("", left), tuple(dict.fromkeys([*played, *ALONE.findall(left)]))


def _codes(text: str) -> Iterator[tuple[int, int, str]]:
    """Where short codes stand, each with what it holds where that is no part of the text."""
    found = list(CODE.finditer(text))
    ends = {one[2].lower(): one.start() for one in found if one[1]}
    done = 0
    for one in found:
        name = one[2].lower()
        if one.start() < done or not (name in ends or name in BARE or "=" in one[3]):
            continue
        done = one.end()
        if name in UNREAD and not one[1] and ends.get(name, 0) >= done:
            done = next(end.start() for end in found if end[1] and end[2].lower() == name and end.start() >= done)
        yield one.start(), done, name
