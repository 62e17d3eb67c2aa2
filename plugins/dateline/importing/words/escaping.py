"""Words as Markdown that reads back as those words: nothing in them becomes a heading, a list, a link or HTML."""

from __future__ import annotations

import re

from ...model.invisible import visible

#: characters that no file can hold, or that mean nothing in one
CONTROLS = re.compile("[\x80-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
#: ends of pages and the like
ENDS = re.compile("[\x0b\x0c\x1c-\x1f]")
#: fillers of Hangul, which are shown as a space
BLANKS = re.compile("[\u3164\uffa0]")
MARKS = re.compile(r"[\\`*_\[\]{}]")
ENTITY = re.compile(r"&(?=#?\w+;)")
NUMBERED = re.compile(r"(?<!\d)(\d{1,9})([.)])(?=\s|$)")
NUMBER = re.compile(r"&#(\d{2,3});")
LINK = re.compile(r"(?<!\\)\[((?:\\.|[^\[\]\\])*)\]\([^()\s]*\)")
ESCAPED = re.compile(r"\\([\\`*_\[\]{}#>+\-.~:=|)!])")


def clean(words: str) -> str:
    """The words without control characters and what no reader sees; pages that end, end lines."""
    return CONTROLS.sub("", visible(BLANKS.sub(" ", ENDS.sub("\n", words))))


def squeezed(words: str) -> str:
    """The words on one line, without control characters, their spaces single."""
    return " ".join(clean(words).split())


def escaped(words: str) -> str:
    r"""The words with what Markdown would read as its own taken for what it is.

    >>> escaped("<b>2*3</b> [x]")
    '&lt;b>2\\*3&lt;/b> \\[x\\]'
    """
    return ENTITY.sub("&amp;", MARKS.sub(r"\\\g<0>", clean(words))).replace("<", "&lt;")


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
