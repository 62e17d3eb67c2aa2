"""Exclusions: which entities a pronoun or a role noun surely does not mean, whatever else speaks for them."""

from __future__ import annotations

from .entities import GENDERS, OBJECTS, SUBJECTS, Anaphor, Entity, years

#: how a pronoun ends that means the subject of its own verb
REFLEXIVE = ("self", "selves")


def excluded(anaphor: Anaphor, entity: Entity) -> bool:
    """Whether an entity surely is not meant."""
    if not anaphor.place.pronoun:
        return _is_another(anaphor, entity)
    if anaphor.place.says and anaphor.place.quotation < 0 <= entity.last.quotation:
        return True  # "he said" behind a quotation is not who was named last in one
    return _disagrees(anaphor, entity) or _acts_upon(anaphor, entity)


def _is_another(noun: Anaphor, entity: Entity) -> bool:
    """Whether a role noun is of another year; or, where the entity has a name, "a driver" or "drivers", or what nobody called
    it before: "the gunman" is not somebody only because nobody else was named.
    """
    if noun.years and not any(noun.years & years(place.word) for place in entity.places):
        return True
    if not any(place.named for place in entity.places):
        return False
    called = {noun.place.noun, noun.place.office} - {""}
    known = any(called & {place.noun, place.office} for place in entity.places)
    return noun.determiner in {"a", "none"} or not (known or (noun.company and entity.kind == "organisation"))


def _disagrees(pronoun: Anaphor, entity: Entity) -> bool:
    """Whether the pronoun is "they" for a place or for one woman or man, or "she" for many, a place or a man."""
    if pronoun.class_ == "they":
        return entity.kind == "place" or (entity.kind == "person" and entity.likely_gender is not None)
    gender = GENDERS.get(pronoun.word.lower_)
    if gender is None:
        return False
    return bool(entity.plural) or (entity.kind == "place" and not entity.gender) or entity.likely_gender not in {None, gender}


def _acts_upon(pronoun: Anaphor, entity: Entity) -> bool:
    """Whether the entity is the subject of the verb whose object the pronoun is ("Brandt hit him")."""
    word = pronoun.word
    own = word.dep_ in OBJECTS and not word.lower_.endswith(REFLEXIVE)
    return own and any(place.word.dep_ in SUBJECTS and place.word.head is word.head for place in entity.places[-4:])
