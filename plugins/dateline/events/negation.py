"""Negation: whether a clause or noun says that something is not so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model.words import Word
from .auxiliaries import SUBJECTS, continues, has_subject

OBJECTS = frozenset({"dobj", "attr"})
#: dependents that make a noun none: "no soldiers", "neither Chad nor Mali"
DETERMINERS = frozenset({"det", "preconj", "neg"})


class Negation:
    """Finds negation. ``words``: pronouns and determiners of none (``none``), adverbs (``never``), what turns them into a
    bound ("no fewer than": ``bounds``), conjunctions that go on with a negation (``further``) or end it (``instead``), those
    of what lasts ("not until": ``lasting``), and nouns of idioms ("at no time": ``idioms``).
    """

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.none, self.never = frozenset(words["none"]), frozenset(words["never"])
        self.bounds, self.idioms = frozenset(words["bounds"]), frozenset(words["idioms"])
        self.further, self.instead = frozenset(words["further"]), frozenset(words["instead"])
        self.lasting = frozenset(words["lasting"])

    def of_verb(self, verb: Word) -> bool:
        """Whether a clause says that it is not so; what was not so until a time was so then."""
        negated = self._by_adverb(verb) or self._by_subject(verb) or self._by_object(verb)
        return negated and not self._until(verb)

    def of_noun(self, noun: Word) -> bool:
        """Whether a noun phrase is none: "nobody", "no soldiers", "neither of the generals"."""
        if noun.lower_ in self.none:
            return True
        marks = (t for t in noun.children if t.dep_ in DETERMINERS and t.lower_ in self.none)
        return any(not self._bounds(t) for t in marks)

    def _by_adverb(self, verb: Word) -> bool:
        own = [t for t in verb.children if t.dep_ == "neg" or t.lower_ in self.never]
        longer = (t for t in verb.children if t.dep_ == "advmod")
        own += [c for t in longer for c in t.children if c.lower_ in self.none]
        if own:
            return any(not self._bounds(t) for t in own)
        joint = _conjunction(verb)
        if joint in self.further and joint != "or":
            return True
        shares = continues(verb) and verb.tag_ != "VBD"
        goes_on = shares or (joint in self.further and not has_subject(verb))
        return goes_on and joint not in self.instead and self._by_adverb(verb.head)

    def _by_subject(self, verb: Word) -> bool:
        """Whether nobody does it: its own subject, or that which it shares with the verb to which it is joined."""
        own = [t for t in verb.children if t.dep_ in SUBJECTS]
        if own:
            return all(self.of_noun(t) for t in own)
        return verb.dep_ == "conj" and self._by_subject(verb.head)

    def _by_object(self, verb: Word) -> bool:
        """Whether it is done to nobody ("arrested no one"), or in no way ("at no time")."""
        if any(t.dep_ in OBJECTS and self.of_noun(t) for t in verb.children):
            return True
        behind = (t for prep in verb.children if prep.dep_ == "prep" for t in prep.children)
        return any(t.lemma_.lower() in self.idioms and self.of_noun(t) for t in behind)

    def _bounds(self, word: Word) -> bool:
        """Whether a negation is part of a bound or a climax: "no fewer than", "not only"."""
        following = word.words[word.i + 1 : word.i + 2]
        return any(t.lower_ in self.bounds for t in following)

    def _until(self, verb: Word) -> bool:
        """Whether it was not so until a time; what would or could not be until then is not said to be so."""
        if any(t.tag_ == "MD" and t.lemma_ != "will" for t in verb.children):
            return False
        preps = (t for t in verb.children if t.dep_ == "prep" and t.lower_ in self.lasting)
        if any(t.lower_ not in {"now", "then"} for prep in preps for t in prep.children):
            return True
        if any(self._until(t) for t in verb.children if t.dep_ == "xcomp"):
            return True
        clauses = (t for t in verb.children if t.dep_ == "advcl")
        return any(t.dep_ == "mark" and t.lower_ in self.lasting for clause in clauses for t in clause.children)


def _conjunction(verb: Word) -> str:
    """The word that joins a verb to the one before it, or none."""
    if verb.dep_ != "conj":
        return ""
    before = [t for t in (*verb.head.children, *verb.children) if t.dep_ in {"cc", "preconj"} and t.i < verb.i]
    between = [t for t in before if t.i > verb.head.i]
    return between[-1].lower_ if between else ""
