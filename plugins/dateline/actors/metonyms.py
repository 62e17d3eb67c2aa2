"""What the name of a town stands for: its government ("Moscow said"), its team ("Madrid beat Munich"), or the place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model.words import Word

SIDES = frozenset({"nsubj", "nsubjpass", "dobj"})
OBJECT = frozenset({"dobj", "dative", "nsubjpass"})


class Capitals:
    """Tells where a capital is its government. ``words``: what a government does (``acts``), what is done to one
    (``undergoes``), what it has (``has``), and prepositions before one (``before``).
    """

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.words = {name: frozenset(said) for name, said in words.items()}

    def acts(self, name: Word) -> bool:
        """Whether the name of a capital stands for its government."""
        head, lemma = name.head, name.head.lemma_.lower()
        if name.dep_ == "conj":
            return self.acts(head)
        if name.dep_ == "poss":
            return lemma in self.words["has"]
        if name.dep_ == "pobj":
            return head.lower_ in self.words["before"]
        if name.dep_ == "nsubj":
            return lemma in self.words["acts"]
        return name.dep_ in OBJECT and lemma in self.words["undergoes"]


class Teams:
    """Tells where a town is its team. ``words``: what teams do (``contests``), and prepositions before whom (``rivals``)."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.contests, self.rivals = frozenset(words["contests"]), frozenset(words["rivals"])

    def plays(self, name: Word) -> bool:
        """Whether the name of a town stands for its team: both sides of a contest are names, and none is a person.

        A score is no side.
        """
        verb = self._contest(name)
        if verb is None:
            return False
        sides = [word for word in _reach(verb) if self._contest(word) is verb and not word.text[0].isdigit()]
        both = len(sides) > 1 and any(word.dep_ == "nsubj" for word in sides)
        return both and all(word.ent_type_ in {"GPE", "ORG", "LOC", "FAC"} for word in sides)

    def _contest(self, side: Word) -> Word | None:
        """The verb of a contest of which a word is a side."""
        if side.dep_ == "pobj" and side.head.lower_ in self.rivals:
            verb = side.head.head
        elif side.dep_ in SIDES:
            verb = side.head
        else:
            return None
        return verb if verb.lemma_.lower() in self.contests else None


def _reach(verb: Word) -> list[Word]:
    """The words below a verb and below its prepositions."""
    return [*verb.children, *(below for child in verb.children if child.dep_ == "prep" for below in child.children)]
