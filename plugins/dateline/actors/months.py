"""Words of the calendar that are names ("May", "June"): told apart once, before dates and actors are read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from ..model.words import Word, Words
from .lexicon import Lexicon

Lists = Mapping[str, Any]
POSSESSIVE = frozenset({"'s", "’s"})


@dataclass(frozen=True, slots=True)
class MonthNames:
    """Tells months from persons. ``days`` are all words of the calendar, ``lists`` the words of names."""

    months: Collection[str]
    days: Collection[str]
    lists: Lists
    lexicon: Lexicon

    def persons(self, words: Words) -> list[tuple[int, int]]:
        """The persons' names that a word of the calendar is part of: index of the first word, and of the one behind."""
        able = [w for w in words if w.lower_ in self.months and w.text[:1].isupper()]
        if not able:
            return []
        full = {w.i: found for w in able if (found := self._full(w) or self._alone(w))}
        borne = {words[i].lower_ for i, (_, end) in full.items() if end == i + 1}
        bare = [(w.i, w.i + 1) for w in able if w.i not in full and w.lower_ in borne and not self._is_date(w)]
        return sorted([*full.values(), *bare])

    def is_calendar(self, text: str) -> bool:
        """Whether a name is nothing but a word of the calendar."""
        return text.casefold() in self.days

    def _full(self, word: Word) -> tuple[int, int] | None:
        """The name with the title or first name before a word, or with the surname behind it."""
        before, behind = _beside(word, -1), _beside(word, 1)
        if _is_number(behind):
            return None
        if before is not None and self._names(before):
            titled = before.bare in self.lists["titles"]
            return (word.i if titled else before.i), word.i + 1
        return (word.i, word.i + 2) if self._is_first(word, before, behind) else None

    def _alone(self, word: Word) -> tuple[int, int] | None:
        """The word itself where it does what persons do: "May resigned", "May's cabinet", "May and Macron"."""
        if word.lower_ not in self.lists["month_surnames"] or self._is_date(word):
            return None
        behind = _beside(word, 1)
        owned = _beside(word, 2) if behind is not None and behind.lower_ in POSSESSIVE else None
        if owned is not None:
            return (word.i, word.i + 1) if owned.lower_ in self.lists["month_owned"] else None
        return (word.i, word.i + 1) if self._acts(word) or _stands_by_person(word) else None

    def _acts(self, word: Word) -> bool:
        """Whether a word is the subject of a verb that tells what persons say or decide.

        A month right before such a verb that has no other subject is one, whatever the parse takes it for.
        """
        verb = word.head
        alone = verb.i == word.i + 1 and not any(child.dep_ == "nsubj" for child in verb.children)
        subject = word.dep_ == "nsubj" or (alone and verb.tag_ in {"VBD", "VBZ"})
        return subject and (verb.lemma_ in self.lists["saying"] or verb.lemma_ in self.lists["deciding"])

    def _names(self, before: Word) -> bool:
        """Whether a word before makes a name of it: a title, or a first name."""
        low = before.bare
        if not before.text[:1].isupper():
            return low in self.lists["offices_before"]
        if before.lower_ in self.days:
            return False
        if low in self.lists["titles"]:
            return low not in {"general", "state", "health", "home", "first"}
        return self.lexicon.is_first_name(low) and before.pos_ == "PROPN"

    def _is_first(self, word: Word, before: Word | None, behind: Word | None) -> bool:
        """Whether a word of the calendar is the first name before a surname."""
        if behind is None or behind.pos_ != "PROPN" or not behind.text[:1].isupper() or behind.lower_ in self.days:
            return False
        if not self.lexicon.is_first_name(word.lower_) or behind.bare in self.lists["titles"] or behind.text.isupper():
            return False
        dated = before is not None and (_is_number(before) or before.lower_ in self.lists["month_before"])
        return not dated and behind.ent_type_ in {"PERSON", "DATE", ""}

    def _is_date(self, word: Word) -> bool:
        """Whether the words around a bare word of the calendar say that it is a time."""
        before, behind = _beside(word, -1), _beside(word, 1)
        if _is_number(before) or _is_number(behind) or (word.ent_type_ == "DATE" and word.words.ent_iob[word.i] == 1):
            return True
        if before is None or (behind is not None and behind.lower_ in POSSESSIVE):
            return False
        if before.lower_ == "of" and before.i:
            counted = before.words[before.i - 1]
            return counted.lower_ in self.lists["month_of"] or _is_number(counted)
        return before.lower_ in self.lists["month_before"]


def _stands_by_person(word: Word) -> bool:
    """Whether it is joined to a person's name by "and", on either side."""
    for step in (1, -1):
        joint, other = _beside(word, step), _beside(word, 2 * step)
        if joint is not None and joint.lower_ == "and" and other is not None and other.ent_type_ == "PERSON":
            return True
    return False


def _beside(word: Word, step: int) -> Word | None:
    at = word.i + step
    return word.words[at] if 0 <= at < len(word.words) else None


def _is_number(word: Word | None) -> bool:
    return word is not None and word.text[:1].isdigit()
