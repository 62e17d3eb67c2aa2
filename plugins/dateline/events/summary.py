"""One line that says what a report tells, in the sentence's own words."""

from __future__ import annotations

from spacy.tokens import Token

LIMIT = 140
LEFT_OUT = frozenset({"advcl", "parataxis", "cc", "conj", "punct", "relcl", "mark", "ccomp"})


def summary(verb: Token, subjects: list[Token]) -> str:
    """Subject, verb and what hangs on it, without further clauses; cut at a word's end to at most 140 characters."""
    kept = {t.i for subject in subjects[:1] for t in subject.subtree}
    kept |= {verb.i}
    for child in verb.children:
        if child.dep_ not in LEFT_OUT:
            kept |= {t.i for t in child.subtree}
    doc = verb.doc
    words = "".join(doc[i].text_with_ws if i + 1 in kept else doc[i].text + " " for i in sorted(kept))
    return shortened(" ".join(words.split()))


def shortened(text: str) -> str:
    """The text in at most 140 characters, cut between words."""
    text = text.strip(" ,;:–—-")
    text = text[:1].upper() + text[1:]
    if len(text) <= LIMIT:
        return text
    return text[: LIMIT - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
