"""Whether it happened: from negation, modals and tense of the verb that tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model.words import Word

PRESENT = frozenset({"is", "are", "'s", "’s", "'re", "’re"})


def auxiliaries(verb: Word) -> list[Word]:
    """The auxiliaries of a verb; one that is joined to another, in its form and without a subject, shares those of that
    ("would give notice and leave").
    """
    own = [t for t in verb.children if t.dep_ in {"aux", "auxpass"}]
    subject = any(t.dep_ in {"nsubj", "nsubjpass"} for t in verb.children)
    if own or subject or verb.dep_ != "conj" or verb.tag_ != verb.head.tag_:
        return own
    return [t for t in auxiliaries(verb.head) if t.lower_ != "to"]


def status(verb: Word, cues: Mapping[str, Sequence[str]], *, intent: bool = False) -> str:
    """happened, ongoing, planned, possible, denied or called-for. ``cues`` gives the auxiliaries of each of the last."""
    marks = {t.lower_ for t in (*auxiliaries(verb), *(c for c in verb.children if c.dep_ == "mark"))}
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
    if verb.tag_ == "VBG" and marks & (PRESENT | ({"been"} if marks & {"have", "has"} else set())):
        return "ongoing"
    return "happened"
