"""When it happened: the date an event takes, and on what grounds. No date is better than a wrong one."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from ..model import DateMention, When

TOLD_AS_NEWS = frozenset({"VBD", "VBN", "VBZ", "VBP", "VBG"})


def anchor(verb: Token, dates: Sequence[DateMention], published: str) -> When | None:
    """The date in the verb's own clause, else, for the main verb of a sentence in a news text, the day of publication."""
    inside = [d for d in dates if d.from_ and _governed(verb, d)]
    if inside:
        nearest = min(inside, key=lambda d: abs(d.start - verb.idx))
        return When(nearest.value, nearest.edtf, nearest.from_, nearest.to, "date in the clause")
    if _main(verb) and verb.tag_ in TOLD_AS_NEWS:
        day = published[:10]
        return When(day, day, day, day, "publication date")
    return None


def _governed(verb: Token, mention: DateMention) -> bool:
    """Whether this verb is the nearest verb above the date in the tree."""
    token = _root(verb.doc, mention)
    if token is None or token.sent != verb.sent:
        return False
    above = next((t for t in (token, *token.ancestors) if t.pos_ in {"VERB", "AUX"}), None)
    return above is not None and above.i in {verb.i, verb.head.i if verb.dep_ == "xcomp" else verb.i}


def _root(doc: Doc, mention: DateMention) -> Token | None:
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return span.root if span is not None else None


def _main(verb: Token) -> bool:
    return verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT")
