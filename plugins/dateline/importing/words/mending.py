"""Text that was encoded twice, or read by the wrong table, as it was meant: an apostrophe that had become three signs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from ..found import Found

#: a closing quotation mark of two bytes, since the third is no sign in Windows-1252 and was lost
CUT = re.compile("\u00e2\u20ac(?=[ \t.,;:!?)<]|\\Z)")
CLOSING = "\u00e2\u20ac\x9d"
#: two signs that no language writes one after the other, and that are one letter read by the wrong table (ÃŽle for Île);
#: ftfy leaves so few alone
PAIR = re.compile("[ÃÄÅ][ŒŠŽšœžŸ]|Ã…(?=[^\\W\\d_])")
#: JSON's way to write a letter that may be the half of another
ESCAPE = re.compile(r"(?<!\\)((?:\\\\){0,20})\\u00([89a-fA-F][0-9a-fA-F])")
#: attributes that are words
WORDS = ("content", "title", "alt")
FIELDS = ("title", "author", "source", "location", "image_credit", "text")


def mended(words: str) -> str:
    """The words, each line of them that was encoded twice mended; all others stay as they are."""
    if words.isascii():
        return words
    return "\n".join(map(_line, words.split("\n")))


def mend_article(found: Found) -> Found:
    """The article with all its words mended."""
    words: dict[str, Any] = {name: mended(getattr(found, name)) for name in FIELDS}
    return replace(found, tags=tuple(map(mended, found.tags)), **words)


def mend_tree(root: Any) -> None:
    """Mend all words in a tree of HTML where they stand."""
    for element in root.iter():
        if element.text and isinstance(element.tag, str):
            element.text = _script(element.text) if element.tag == "script" else mended(element.text)
        if element.tail:
            element.tail = mended(element.tail)
        for name in WORDS:
            if value := element.get(name):
                element.set(name, mended(value))


def _script(text: str) -> str:
    """Data in a script (JSON-LD), letters that are written as numbers among them."""
    return mended(ESCAPE.sub(lambda found: found[1] + chr(int(found[2], 16)), text))


def _line(words: str) -> str:
    from ftfy import fix_encoding

    if words.isascii():
        return words
    return PAIR.sub(_letter, fix_encoding(CUT.sub(CLOSING, words)))


def _letter(pair: re.Match[str]) -> str:
    return pair[0].encode("cp1252").decode("utf-8")
