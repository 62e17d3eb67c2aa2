"""When it happened: the date an event takes, and on what grounds. No date is better than a wrong one."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from ..model import DateMention, When

TOLD_AS_NEWS = frozenset({"VBD", "VBN", "VBZ", "VBP", "VBG"})


Governed = dict[int, list[DateMention]]


def governed(doc: Doc) -> Governed:
    """The dates that fix a time, by the index of the nearest verb above each in the tree."""
    found: Governed = {}
    at = {t.idx: t for t in doc}
    for mention in doc._.dates:
        token = at.get(mention.start)
        verb = _verb_above(token) if token is not None and mention.from_ else None
        if verb is not None:
            found.setdefault(verb.i, []).append(mention)
    return found


def anchor(verb: Token, dates: Governed, published: str) -> When | None:
    """The date in the verb's own clause, else, for the main verb of a sentence in a news text, the day of publication."""
    inside = dates.get(verb.i) or (dates.get(verb.head.i) if verb.dep_ == "xcomp" else None)
    if inside:
        nearest = min(inside, key=lambda d: abs(d.start - verb.idx))
        return When(nearest.value, nearest.edtf, nearest.from_, nearest.to, "date in the clause")
    if _main(verb) and verb.tag_ in TOLD_AS_NEWS:
        day = published[:10]
        return When(day, day, day, day, "publication date")
    return None


def _verb_above(token: Token) -> Token | None:
    return next((t for t in (token, *token.ancestors) if t.pos_ in {"VERB", "AUX"}), None)


def _main(verb: Token) -> bool:
    return bool(verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT"))
