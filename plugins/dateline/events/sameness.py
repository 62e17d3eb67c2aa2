"""Sameness: which words of a sentence tell one happening, as a verb does with the noun that it carries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from .told import OTHER, Told

#: dependents through which a noun and its verb tell one thing ("the attack killed", "carried out an attack")
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
#: clauses that say what a verb is about, or what for
CONTENT = frozenset({"xcomp", "ccomp", "advcl"})
#: forms of verbs that tell nothing by themselves
UNFINISHED = frozenset({"VB", "VBG"})


def leads(told: Sequence[Told]) -> dict[int, Told]:
    """For each trigger, by its index, the one that tells the whole of its happening: itself, or what it belongs to."""
    by_word = {one.token.i: one for one in told}
    above = {one.trigger.noun.i: one for one in told if one.trigger.noun is not None}
    for one in told:
        other = _belongs(one, by_word)
        if other is not None and _known(one) and not _known(other):
            above.setdefault(other.token.i, one)
        elif other is not None:
            above.setdefault(one.token.i, other)
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
        return verb if word.dep_ in ARGUMENTS and _agree(one, verb) else None
    content = word.dep_ in CONTENT and word.tag_ in UNFINISHED and not one.whole
    return verb if content and _known(verb) else None


def _known(one: Told) -> bool:
    return one.kind != OTHER.kind


def _agree(noun: Told, verb: Told) -> bool:
    """Whether a noun and its verb may tell one thing: they are of one kind, or one of them of none that is known."""
    return noun.kind == verb.kind or not (_known(noun) and _known(verb))


def as_one(told: Sequence[Told]) -> list[Told]:
    """What is told, all of one happening with the kind, status and roles of what tells the whole of it."""
    lead = leads(told)
    return [_like(one, lead[one.token.i]) for one in told]


def _like(one: Told, lead: Told) -> Told:
    if lead is one:
        return one
    return replace(one, kind=lead.kind, source=lead.source, target=lead.target, status=lead.status, lead=lead.token.i)
