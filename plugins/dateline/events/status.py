"""Whether it happened: from negation, modals and tense of the verb that tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

PRESENT = frozenset({"is", "are", "'s", "’s", "'re", "’re"})


def status(verb: Token, cues: Mapping[str, Sequence[str]], *, intent: bool = False) -> str:
    """happened, ongoing, planned, possible, denied or called-for. ``cues`` gives the auxiliaries of each of the last."""
    marks = {t.lower_ for t in verb.children if t.dep_ in {"aux", "auxpass", "mark"}}
    perfect = marks & {"have", "had", "has"}
    if any(t.dep_ == "neg" for t in verb.children):
        return "denied"
    for name, words in cues.items():
        if marks & set(words) and not (name == "planned" and perfect):
            return name
    if marks & {"if", "unless"}:
        return "possible"
    if intent or (verb.dep_ == "xcomp" and "to" in marks):
        return "planned"
    if verb.tag_ == "VBG" and marks & PRESENT:
        return "ongoing"
    return "happened"
