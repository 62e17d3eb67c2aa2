"""Counts that look like years: "police arrested 2019 protesters"."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from .grammar import Match
from .values import Calendar, bare

FIGURES = 4
#: how a number ends that counts whatever stands behind it
ROUND = "00"
COUNTED = re.compile(r"[12]\d\d\d\s+[a-z]")
#: what makes the number before a noun a year: "the 2019 protests", "last year's 2019 sales", "early 2019 talks"
DETERMINED = frozenset({"det", "poss", "amod"})
#: ... but for words that stand before a number that is about so, and the ends of "up to" and "more than"
ABOUT = frozenset({"some", "about", "around", "nearly", "over"})
ENDS = {"to": {"up"}, "than": {"more", "fewer", "less"}}


def is_count(doc: Doc, text: str, match: Match, counted: re.Pattern[str]) -> bool:
    """Whether what was found is four figures that count the noun in plural right behind them, one of those that ``counted``
    matches, or any where the number is round. Without a parse nobody knows.
    """
    meaning, start = bare(match.meaning), match.end - FIGURES
    if not isinstance(meaning, Calendar) or meaning.month is not None or not COUNTED.match(text, start):
        return False
    span = doc.char_span(start, match.end) if doc.has_annotation("DEP") else None
    return span is not None and len(span) == 1 and _counts(span[0], counted)


def _counts(token: Token, counted: re.Pattern[str]) -> bool:
    noun = token.head
    if token.dep_ != "nummod" or noun.tag_ != "NNS" or noun.i != token.i + 1:
        return False
    if not token.text.endswith(ROUND) and not counted.fullmatch(noun.lower_):
        return False
    before = token.nbor(-1) if token.i else None
    if before is not None and before.lower_ in ENDS:
        return token.i > 1 and token.nbor(-2).lower_ in ENDS[before.lower_]
    if before is not None and before.pos_ == "ADP" and before.lower_ not in ABOUT:
        return False
    return not any(t.dep_ in DETERMINED and t.lower_ not in ABOUT for t in noun.lefts if t is not token)
