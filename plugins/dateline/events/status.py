"""Whether it happened: from negation, modals and tense of the verb that tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Token


def status(verb: Token, cues: Mapping[str, Sequence[str]]) -> str:
    """happened, ongoing, planned, possible, denied or called-for. ``cues`` gives the auxiliaries of each of the last."""
    marks = {t.lower_ for t in verb.children if t.dep_ in {"aux", "auxpass", "mark"}}
    if any(t.dep_ == "neg" for t in verb.children):
        return "denied"
    for name, words in cues.items():
        if marks & set(words):
            return name
    if marks & {"if", "unless"}:
        return "possible"
    if verb.dep_ == "xcomp" and "to" in marks:
        return "planned"
    if verb.tag_ == "VBG" and any(t.lower_ in {"is", "are", "'s", "’s", "'re", "’re"} for t in verb.children):
        return "ongoing"
    return "happened"
