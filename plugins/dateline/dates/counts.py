"""Counts that look like years: "police arrested 2019 protesters"."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from .grammar import Match
from .values import Calendar, bare

FIGURES = 4
COUNTED = re.compile(r"[12]\d\d\d\s+(?:and\s+[12]\d\d\d\s+)?[a-z]")
YEAR = re.compile(r"[12]\d\d\d")
#: what makes the number before a noun a year: "the 2019 protests", "last year's 2019 sales", "early 2019 talks"
DETERMINED = frozenset({"det", "poss", "amod"})
#: ... but for words that stand before a number that is about so
ABOUT = frozenset({"some", "about", "around", "nearly", "over"})


def is_count(doc: Doc, text: str, match: Match) -> bool:
    """Whether what was found is four figures that count the noun in plural right behind them. Without a parse nobody knows."""
    meaning, start = bare(match.meaning), match.end - FIGURES
    if not isinstance(meaning, Calendar) or meaning.month is not None or not COUNTED.match(text, start):
        return False
    span = doc.char_span(start, match.end) if doc.has_annotation("DEP") else None
    if span is None or len(span) > 1:
        return False
    token: Token = span[0]
    if token.dep_ == "quantmod" or (token.i and token.nbor(-1).lower_ == "between"):
        token = next((t for t in doc[token.i + 1 : token.i + 3] if YEAR.fullmatch(t.text)), token)
    return _counts(token)


def _counts(token: Token) -> bool:
    noun = token.head
    if token.dep_ != "nummod" or noun.tag_ != "NNS" or noun.i != token.i + 1:
        return False
    before = token.nbor(-1) if token.i else None
    if before is not None and before.pos_ == "ADP" and before.lower_ not in {"to", "than", *ABOUT}:
        return False
    return not any(t.dep_ in DETERMINED and t.lower_ not in ABOUT for t in noun.lefts if t is not token)
