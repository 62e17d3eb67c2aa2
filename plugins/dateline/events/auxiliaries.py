"""The auxiliaries of a verb, also those that it shares with a verb to which it is joined."""

from __future__ import annotations

from ..model.words import Word

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
AUXILIARY = frozenset({"aux", "auxpass"})
INFINITE = frozenset({"VB", "VBN", "VBG"})


def auxiliaries(verb: Word) -> list[Word]:
    """Its own, else those of the verb that it continues ("would give notice and leave")."""
    own = [t for t in verb.children if t.dep_ in AUXILIARY]
    if own or not continues(verb):
        return own
    return [t for t in auxiliaries(verb.head) if t.lower_ != "to"]


def has_subject(verb: Word) -> bool:
    """Whether a verb has a subject of its own."""
    return any(t.dep_ in SUBJECTS for t in verb.children)


def continues(verb: Word) -> bool:
    """Whether a verb is joined to another in its form, with neither auxiliary nor subject of its own."""
    if verb.dep_ != "conj" or has_subject(verb):
        return False
    own = any(t.dep_ in AUXILIARY for t in verb.children)
    return not own and verb.tag_ == verb.head.tag_


def first_joined(word: Word) -> Word:
    """The first of the verbs or nouns to which a word is joined so that it shares what stands above them."""
    while word.dep_ == "conj" and word.head is not word:
        if word.pos_ in {"VERB", "AUX"} and not _shares_governor(word):
            break
        word = word.head
    return word


def _shares_governor(verb: Word) -> bool:
    """Whether a joined verb is governed by what governs the first: "denied attacking and looting", "to meet and to sign"."""
    if continues(verb):
        return verb.tag_ in INFINITE
    both = (verb, verb.head)
    return not has_subject(verb) and all(any(t.lower_ == "to" and t.dep_ == "aux" for t in v.children) for v in both)


def is_infinitive(verb: Word) -> bool:
    """Whether "to" stands before a verb, or before the verb that it continues."""
    first = first_joined(verb)
    return any(t.lower_ == "to" and t.dep_ == "aux" for t in first.children)


def is_passive(verb: Word) -> bool:
    """Whether a verb has the auxiliary or the subject of a passive."""
    return any(t.dep_ in {"auxpass", "nsubjpass"} for t in verb.children)
