"""Nobody: what speaks for a pronoun or a role noun that means none of those named before."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.words import Word
from .entities import CLAUSES, NOUN, SUBJECTS, Anaphor, Entity
from .features import fits


def nobody(anaphor: Anaphor, entities: Sequence[Entity]) -> dict[str, float]:
    """The features of meaning nobody who is known; ``entities`` are all that could be meant."""
    word, class_ = anaphor.word, anaphor.class_
    found = {f"nobody, {class_}": 1.0}
    if not any(fits(anaphor, entity) for entity in entities):
        found[f"nobody, {class_}, none fits"] = 1.0
    if anaphor.place.quotation >= 0:
        found[f"nobody, {class_} in a quotation"] = 1.0
    if class_ == "it":
        found |= _empty(word)
    if class_ == NOUN:
        found[f"nobody, {anaphor.determiner} before the noun"] = 1.0
        if not any(place.noun == anaphor.place.noun for entity in entities for place in entity.places):
            found["nobody, a new noun"] = 1.0
        if any(child.dep_ in {"relcl", "acl", "prep", "amod"} for child in word.children):
            found["nobody, the noun is described"] = 1.0
    return found


def _empty(word: Word) -> dict[str, float]:
    """What makes an "it" point at nothing."""
    verb = word.head
    clause = any(child.dep_ in CLAUSES for one in (verb, *verb.children) for child in one.children)
    found = {"nobody, it with a clause": float(clause), "nobody, it with be": float(verb.lemma_ == "be")}
    found["nobody, it is a subject"] = float(word.dep_ in SUBJECTS)
    found["nobody, it with be and a clause"] = float(clause and verb.lemma_ == "be")
    return found
