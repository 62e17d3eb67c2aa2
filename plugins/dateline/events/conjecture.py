"""Conjecture: what is asked, feared, rumoured or thought, or that nobody said, and so is not told to have happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..model.words import Word
from .auxiliaries import auxiliaries

#: what makes a clause a condition or an open question
OPEN = frozenset({"if", "unless", "whether"})
TURNED = frozenset({"should", "had", "were"})
GOVERNED = frozenset({"ccomp", "xcomp", "csubj", "acl", "pcomp"})
NOBODY = frozenset({"nobody", "none", "neither", "no"})
ENDS = frozenset({".", "?", "!", ";"})


def conjecture(word: Word, cues: Mapping[str, Sequence[str]], saying: frozenset[str]) -> bool:
    """Whether something above a word that tells an event makes it conjecture.

    ``cues`` has the lemmas that do so (``verbs``, ``nouns``, ``adjectives``) and the auxiliaries that leave a verb of saying
    as it is (``sure``); ``saying`` has the verbs that do so where they are negated, modal or conditional.
    """
    for one in above(word):
        if is_condition(one):
            return True
        if one.dep_ in GOVERNED and _makes_it_one(one.head, one, cues, saying):
            return True
        if one.dep_ == "pobj" and one.head.head.pos_ == "NOUN" and one.head.head.lemma_.lower() in cues["nouns"]:
            return True
    return False


def is_condition(verb: Word) -> bool:
    """Whether a clause is a condition or an open question, by its first word or its order ("Should we hear from them, …")."""
    marks = any(c.dep_ in {"mark", "advmod"} and c.lower_ in OPEN for c in verb.children)
    subject = next((c.i for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), -1)
    return marks or any(c.dep_ in {"aux", "auxpass"} and c.lower_ in TURNED and c.i < subject for c in verb.children)


def is_asked(word: Word) -> bool:
    """Whether a word stands in a question: the next sign that ends a sentence is a question mark."""
    _, end = word.words.sentence(word.i)
    return next((other.text for other in word.words[word.i : end] if other.text in ENDS), "") == "?"


def is_unsaid(verb: Word, sure: Sequence[str]) -> bool:
    """Whether a verb of saying tells of no saying: it is negated, modal or conditional, or nobody is its subject."""
    marks = [word for word in verb.children if word.dep_ == "neg" or word.lower_ in OPEN]
    modals = [word for word in auxiliaries(verb) if word.tag_ == "MD" and word.lower_ not in sure]
    subjects = [word for word in verb.children if word.dep_ in {"nsubj", "nsubjpass"}]
    nobody = any(one.lower_ in NOBODY for word in subjects for one in (word, *word.children))
    return bool(marks or modals) or nobody


def above(word: Word) -> Iterator[Word]:
    """A word and what governs it, up to a clause that describes a noun, which tells for itself."""
    yield word
    while word.head is not word and word.dep_ not in {"relcl", "appos"}:
        word = word.head
        yield word


def _makes_it_one(head: Word, clause: Word, cues: Mapping[str, Sequence[str]], saying: frozenset[str]) -> bool:
    """Whether the word above a clause makes it conjecture."""
    lemma = head.lemma_.lower()
    if head.pos_ in {"NOUN", "PROPN"}:
        return lemma in cues["nouns"]
    described = (one for one in (head, *head.children) if one is head or one.dep_ in {"acomp", "attr"})
    if any(one.lemma_.lower() in cues["adjectives"] and one.i < clause.i for one in described):
        return True
    presupposed = any(c.tag_ in {"WRB", "WP", "WP$"} for c in clause.children)  # "did not say why he left"
    return lemma in cues["verbs"] or (lemma in saying and not presupposed and is_unsaid(head, cues["sure"]))
