"""Roles from dependencies: which tokens act (source) and which are acted upon (target) in the clause of a trigger."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

SUBJECT = frozenset({"nsubj"})
PASSIVE_SUBJECT = frozenset({"nsubjpass"})
OBJECT = frozenset({"dobj", "dative", "obj"})
TOWARD = frozenset({"with", "to", "against", "on", "upon", "at", "from"})


def sources(verb: Token) -> list[Token]:
    """Who acts: the active subject, or the agent of a passive ("was expelled by Britain"), each with its conjuncts."""
    agents = (t for by in verb.children if by.dep_ == "agent" for t in by.children if t.dep_ == "pobj")
    return _with_conjuncts([*subjects(verb), *agents])


def targets(verb: Token) -> list[Token]:
    """Who is acted upon: objects, the subject of a passive, and the objects of "with", "to", "against"."""
    direct = [t for t in verb.children if t.dep_ in OBJECT | PASSIVE_SUBJECT]
    return _with_conjuncts([*direct, *_prepositional(verb)])


def subjects(verb: Token) -> list[Token]:
    """The active subject of a verb: its own, that of the verb it is joined to, or the noun that its clause describes."""
    own = [t for t in verb.children if t.dep_ in SUBJECT]
    passive = any(t.dep_ in PASSIVE_SUBJECT or t.dep_ == "auxpass" for t in verb.children)
    if passive:
        return []
    if any(t.tag_ in {"WDT", "WP"} for t in own) and verb.dep_ == "relcl":
        return [verb.head]
    if own:
        return own
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return subjects(verb.head)
    if verb.dep_ == "xcomp" and verb.head.pos_ == "VERB" and not any(t.dep_ in OBJECT for t in verb.head.children):
        return subjects(verb.head)
    return []


def _prepositional(verb: Token) -> Iterator[Token]:
    for prep in verb.children:
        if prep.dep_ in {"prep", "dative"} and prep.lower_ in TOWARD:
            yield from (t for t in prep.children if t.dep_ == "pobj")


def _with_conjuncts(tokens: list[Token]) -> list[Token]:
    joined = {c.i: c for t in tokens for c in (t, *t.conjuncts)}
    return [joined[i] for i in sorted(joined)]
