"""Heads: the agency, place and author that an article's place line and byline name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import TextSpan
from .rules import part

#: spans among which the article's own place line and byline stand; those further down are another's
HEAD = 8
BRACKET = re.compile(r"[(\[]([^()\[\],]{2,40})")


def source_and_place(text: str, spans: Sequence[TextSpan]) -> tuple[str, str]:
    """What the place lines at the head say; empty what they do not."""
    lines = [text[span.start : span.end] for span in spans[:HEAD] if span.kind == "dateline"]
    found = [BRACKET.search(line) for line in lines]
    agency = next((one[1].strip() for one in found if one), "")
    place = next((said[0].strip() for line in lines if (said := part("en", "place").match(line))), "")
    return agency, place


def author(text: str, spans: Sequence[TextSpan]) -> str:
    """Who the first byline with names says has written it, as it stands there; empty where none does."""
    lines = (text[span.start : span.end] for span in spans[:HEAD] if span.kind == "byline")
    found = (part("en", "names").search(line) for line in lines)
    return next((one[0] for one in found if one), "")
