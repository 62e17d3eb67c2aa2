"""Ranges: two expressions that are the ends of one stretch of time ("from June to September") know the whole of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ..model import DateMention
from .grammar import Match

BETWEEN = re.compile(r",?\s*(?:to|through|until|till|into|[-–—])\s*(?:the\s+)?")
AND = re.compile(r"\s+and\s+")
BETWIXT = re.compile(r"(?<!\w)between\s+(?:the\s+)?$", re.IGNORECASE)
FROM = re.compile(r"(?<!\w)(?:from)\s+(?:the\s+)?$", re.IGNORECASE)


def joined(mentions: Sequence[DateMention], matches: Sequence[Match], text: str) -> Iterator[DateMention]:
    """The mentions, those that are ends of a range with its whole as an EDTF interval."""
    parts = {m.start: m.part for m in matches}
    whole: dict[int, str] = {}
    for one, two in pairwise(mentions):
        interval = _interval(one, two)
        if interval and ((parts.get(one.start) == 1 and parts.get(two.start) == 2) or _is_range(one, two, text)):
            whole[one.start] = whole[two.start] = interval
    return (replace(m, range=whole.get(m.start)) for m in mentions)


def _is_range(one: DateMention, two: DateMention, text: str) -> bool:
    """Whether the words say that the first is where a stretch of time begins and the second where it ends."""
    link, before = text[one.end : two.start], text[max(0, one.start - 16) : one.start]
    if BETWEEN.fullmatch(link):
        return bool(FROM.search(before)) or not link.strip().startswith("to")
    return bool(AND.fullmatch(link) and BETWIXT.search(before))


def _interval(one: DateMention, two: DateMention) -> str | None:
    """From the beginning of one to the end of the other, where both are fixed and in order."""
    if one.from_ is None or two.to is None or one.edtf is None or two.edtf is None:
        return None
    if _order(one.from_) > _order(two.to):
        return None
    return f"{one.edtf.split('/')[0]}/{two.edtf.split('/')[-1]}"


def _order(iso: str) -> tuple[int, str]:
    """A key that sorts ISO dates of years before 1, too."""
    year, rest = iso.rsplit("-", 2)[0], iso[-6:]
    return int(year), rest
