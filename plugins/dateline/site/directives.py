"""Directives: ``[timeline actor="Vladimir Putin" from=2020-04]``, a paragraph of a text that asks for a small timeline.

It is taken out of the HTML as a comment before anything reads the text, and the list is put in its place when the text is
shown: so no offset moves.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

PARAGRAPH = re.compile(r"<p(?:\s[^<>]*)?>\s*\[timeline(?P<words>(?:\s[^\]<]*)?)\]\s*</p>")
COMMENT = re.compile(r"<!--dateline:timeline(?P<words>.*?)-->", re.DOTALL)
PAIR = re.compile(r"""(?<![\w-])(?P<key>[\w-]++)=(?:"(?P<quoted>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>\S+))""")
CURLY = str.maketrans("“”„‘’", '"""\'\'')
#: as many events a directive shows that names no limit
LIMIT = 10


def taken_out(source: str) -> str:
    """The HTML with a comment in place of each directive."""
    return PARAGRAPH.sub(lambda found: f"<!--dateline:timeline{found['words'].replace('--', '&#45;&#45;')}-->", source)


def put_in(source: str, lists: Mapping[str, str]) -> str:
    """The HTML with its list, by the words of the directive, in place of each comment; nothing where there is none."""
    return COMMENT.sub(lambda found: lists.get(found["words"], ""), source)


def asked(source: str) -> list[str]:
    """The words of each directive in HTML that ``taken_out`` has been over."""
    return [found["words"] for found in COMMENT.finditer(source)]


def given(words: str) -> dict[str, str]:
    """What a directive's words ask for, by key. Raises ValueError, in words for its author."""
    text = " ".join(html.unescape(words).translate(CURLY).split())
    if rest := PAIR.sub("", text).split():
        raise ValueError(f"{rest[0]!r} is no key=value: what has a blank in it needs quotes")
    found = {m["key"]: m["quoted"] or m["single"] or m["bare"] or "" for m in PAIR.finditer(text)}
    return {"limit": str(LIMIT), **found}
