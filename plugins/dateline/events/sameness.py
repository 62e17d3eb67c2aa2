"""Sameness: which words of a sentence tell one happening, as a verb does with the noun that it carries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from .status import REAL
from .told import OTHER, Told

#: dependents through which a noun and its verb tell one thing ("the attack killed", "carried out an attack")
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: clauses that say what a verb is about, or what for
CONTENT = frozenset({"xcomp", "ccomp", "advcl"})
#: forms of verbs that tell nothing by themselves
UNFINISHED = frozenset({"VB", "VBG"})


def leads(told: Sequence[Told], light: frozenset[str]) -> dict[int, Told]:
    """For each trigger, by its index, the one that tells the whole of its happening: itself, or what it belongs to.

    ``light`` are the verbs that tell nothing beside their noun.
    """
    by_word = {one.token.i: one for one in told}
    above = {one.trigger.noun.i: one for one in told if one.trigger.noun is not None}
    for one in told:
        other = _belongs(one, by_word)
        if other is not None and _agree(one, other):
            above.setdefault(one.token.i, other)
        elif other is not None and _leads(one, other, light):
            above.setdefault(other.token.i, one)
    return {one.token.i: _top(one, above) for one in told}


def _top(one: Told, above: Mapping[int, Told]) -> Told:
    """The last of those that each belong to the next."""
    seen = {one.token.i}
    while one.token.i in above and above[one.token.i].token.i not in seen:
        one = above[one.token.i]
        seen.add(one.token.i)
    return one


def _belongs(one: Told, told: Mapping[int, Told]) -> Told | None:
    """What a word's happening belongs to: the verb whose subject or object it is, or whose content, where that is no event."""
    word, verb = one.token, told.get(one.token.head.i)
    if verb is None:
        return None
    if word.pos_ == "NOUN":
        return verb if word.dep_ in ARGUMENTS else None
    content = word.dep_ in CONTENT and word.tag_ in UNFINISHED and not one.whole
    return verb if content and _known(verb) else None


def _leads(noun: Told, verb: Told, light: frozenset[str]) -> bool:
    """Whether a noun tells what its verb does not: of a light verb, or of one that only says what became of its subject."""
    if not _known(noun) or _known(verb) or verb.status not in REAL:
        return False
    others = {*verb.source, *verb.target} - {*noun.source, *noun.target}
    became = noun.token.dep_ in SUBJECTS and bool(noun.source or noun.target) and not others
    return became or verb.token.lemma_.lower() in light


def _known(one: Told) -> bool:
    return one.kind != OTHER.kind


def _agree(one: Told, verb: Told) -> bool:
    """Whether what stands below a verb tells nothing else: a clause, or a noun of no other kind with nobody else in it."""
    if one.token.pos_ != "NOUN":
        return True
    others = {*one.source, *one.target} - {*verb.source, *verb.target}
    return not others and (one.kind == verb.kind or not _known(one))


def as_one(told: Sequence[Told], light: frozenset[str]) -> list[Told]:
    """What is told, all of one happening with the kind, status and roles of what tells the whole of it."""
    lead = leads(told, light)
    return [_like(one, lead[one.token.i]) for one in told]


def _like(one: Told, lead: Told) -> Told:
    if lead is one:
        return one
    like = replace(one, kind=lead.kind, source=lead.source, target=lead.target, lead=lead.token.i)
    return replace(like, status=lead.status, confidence=lead.confidence)
