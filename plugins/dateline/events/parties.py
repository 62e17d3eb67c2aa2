"""Which words name those who may take part: a place does where it acts or is acted upon, not where it is said to be where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model import Actor
from ..model.words import Word, Words

#: dependents that only say which a noun is, or whose ("a Paris hospital")
BEFORE = frozenset({"compound", "nmod", "amod", "poss"})


class Parties:
    """Finds them. ``words``: prepositions before a place where it happens (``somewhere``), before a town to or from
    which it goes (``along``), before a house (``houses``: "at the White House"), and verbs whose object is only
    where somebody is (``visiting``).
    """

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.somewhere, self.along = frozenset(words["somewhere"]), frozenset(words["along"])
        self.houses = frozenset(words["houses"])
        self.visiting = frozenset(words["visiting"])

    def of(self, words: Words, at: Mapping[int, tuple[str, ...]], actors: Mapping[str, Actor]) -> dict[int, tuple[str, ...]]:
        """From the index of a word to the actors that may take part by it."""
        found = {}
        for i, ids in at.items():
            left = tuple(one for one in ids if actors[one].kind != "place" or self._takes_part(words[i], actors[one]))
            if left:
                found[i] = left
        return found

    def _takes_part(self, word: Word, place: Actor) -> bool:
        """Whether a place takes part by a word: a state where it is not said to be where, a town as subject or object."""
        first, state = _first(word), place.sector == "GOV"
        if first.dep_ == "pobj":
            said = first.head.lower_
            house = said in self.houses and any(c.dep_ == "det" for c in first.children)
            return said not in self.somewhere and not (house if state else said in self.along)
        if state:
            return True
        return first.dep_ not in BEFORE and not (first.dep_ == "dobj" and first.head.lemma_.lower() in self.visiting)


def _first(word: Word) -> Word:
    """The noun to which a name is joined, or that it names again."""
    while word.dep_ in {"conj", "appos"} and word.head is not word:
        word = word.head
    return word
