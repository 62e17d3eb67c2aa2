"""Words as Markdown that reads back as those words: nothing in them becomes a heading, a list, a link or HTML."""

from __future__ import annotations

import re

#: characters that no text needs: controls, and the marks that turn the direction of what follows
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
INLINE = re.compile(r"[\\`*_\[\]{}]")
ENTITY = re.compile(r"&(?=#?\w+;)")
NUMBERED = re.compile(r"(?<!\d)(\d{1,9})([.)])(?=\s|$)")
NUMBER = re.compile(r"&#(\d{2,3});")
LINK = re.compile(r"(?<!\\)\[((?:\\.|[^\[\]\\])*)\]\([^()\s]*\)")
ESCAPED = re.compile(r"\\([\\`*_\[\]{}#>+\-.~:=|)])")


def clean(words: str) -> str:
    """The words without control characters."""
    return CONTROLS.sub("", words)


def squeezed(words: str) -> str:
    """The words on one line, without control characters, their spaces single."""
    return " ".join(clean(words).split())


def escaped(words: str) -> str:
    r"""The words with what Markdown would read as its own taken for what it is.

    >>> escaped("<b>2*3</b> [x]")
    '&lt;b>2\\*3&lt;/b> \\[x\\]'
    """
    return ENTITY.sub("&amp;", INLINE.sub(r"\\\g<0>", clean(words))).replace("<", "&lt;")


def paragraph(words: str) -> str:
    r"""Escaped words as a paragraph of one line, whose beginning means nothing to Markdown.

    >>> paragraph(" 1. May ")
    '1\\. May'
    """
    line = " ".join(words.split())
    if line[:1] in {"#", ">", "-", "+"}:
        return "\\" + line
    if line[:1] in {":", "~", "=", "|"}:
        return f"&#{ord(line[0])};{line[1:]}"
    return NUMBERED.sub(r"\1\\\2", line, count=1) if NUMBERED.match(line) else line


def bare(markdown: str) -> str:
    """The words of Markdown, for counting and comparing: without the addresses of links, escapes and marks of blocks."""
    text = LINK.sub(r"\1", markdown)
    text = re.sub(r"^[ \t]*(?:#{1,6} |> ?|-   ?|\d+\. )+", "", text, flags=re.MULTILINE)
    text = NUMBER.sub(lambda found: chr(int(found[1])), ESCAPED.sub(r"\1", text).replace("&lt;", "<"))
    return text.replace("&amp;", "&")
