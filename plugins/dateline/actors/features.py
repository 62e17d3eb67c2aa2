"""Features: what speaks for and against one earlier entity as the antecedent of a pronoun or a role noun."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from ..model.words import Word
from .entities import (
    CLASSES,
    CLAUSES,
    GENDERS,
    NOUN,
    OBJECTS,
    SUBJECTS,
    VERBS,
    Anaphor,
    Entity,
    role,
    verb_of,
)
from .exclusions import REFLEXIVE

#: what each class can stand for; "" is a noun of which nobody knows what it names
FITS = {
    "he": frozenset({"person"}),
    "it": frozenset({"organisation", "place", "thing", ""}),
    "they": frozenset({"group", "organisation", "place", ""}),
}


def is_verbs_own(word: Word) -> bool:
    """Whether a word is an object of its verb."""
    return word.dep_ in OBJECTS


def fits(anaphor: Anaphor, entity: Entity) -> bool:
    """Whether an entity can be meant: kind, number and gender allow it."""
    gender = GENDERS.get(anaphor.word.lower_)
    if gender and entity.likely_gender and gender != entity.likely_gender:
        return False
    if anaphor.class_ == NOUN:
        return entity.kind == anaphor.kind and entity.plural in {anaphor.plural, None}
    several = entity.plural is True
    if several or len(entity.keys) > 1:
        return anaphor.class_ == "they"
    return entity.kind in FITS[anaphor.class_] or (gender is not None and gender == entity.likely_gender)


@dataclass(frozen=True, slots=True)
class Rivals:
    """Those who fit an anaphor: the rank of each, the nearest first, how many act, and how many have a gender."""

    ranks: Mapping[int, int]
    actors: int
    genders: Counter[str | None]

    def rank(self, entity: Entity) -> int | None:
        """The place of an entity among those that fit; None for one that does not."""
        return self.ranks.get(id(entity))


def rivals(anaphor: Anaphor, entities: Sequence[Entity]) -> Rivals:
    """Those of the entities, the nearest first, that fit."""
    fitting = [one for one in entities if fits(anaphor, one)]
    ranks = {id(one): rank for rank, one in enumerate(fitting)}
    return Rivals(ranks, sum(bool(one.keys) for one in fitting), Counter(one.likely_gender for one in fitting))


def pair(anaphor: Anaphor, entity: Entity, others: Rivals) -> dict[str, float]:
    """The features of an entity as the antecedent, beside all who fit."""
    class_ = anaphor.class_
    general = class_ if class_ == NOUN else "pronoun"
    shared = chain(
        _distance(anaphor, entity), _role(anaphor, entity), _quotation(anaphor, entity), _rank(anaphor, entity, others)
    )
    own = _noun(anaphor, entity) if class_ == NOUN else _agreement(anaphor, entity)
    found = dict.fromkeys([*(f"{general}, {name}" for name in shared), *(f"{class_}, {name}" for name in own)], 1.0)
    found[f"{class_}, mentions"] = math.log(len(entity.places))
    found[f"{class_}, distance"] = math.log1p(anaphor.place.order - entity.last.order)
    return found


def _agreement(anaphor: Anaphor, entity: Entity) -> Iterator[str]:
    """Kind, number, gender."""
    yield f"means a {entity.kind or 'noun'}" if len(entity.keys) < 2 else "means several"
    if entity.keys:
        yield "means an actor"
    if any(place.named for place in entity.places):
        yield "has a name"
    if entity.plural is not None:
        yield "number agrees" if entity.plural == anaphor.plural else "number conflicts"
    if anaphor.word.lower_ in GENDERS:
        yield _gender(entity)
    if entity.last.pronoun:
        same = CLASSES.get(entity.last.word.lower_) == anaphor.class_
        where = "as subject" if role(entity.last.word) == "subject" else "not as subject"
        yield f"said by the same pronoun, {where}" if same else "said by another pronoun"


def _gender(entity: Entity) -> str:
    lone = len(entity.keys) == 1 and " " not in entity.keys[0]
    return "agrees" if entity.likely_gender else "no agreement known of a lone name" if lone else "no agreement known"


def _rank(anaphor: Anaphor, entity: Entity, others: Rivals) -> Iterator[str]:
    """How near among those that fit, and whether no other fits as well."""
    rank = others.rank(entity)
    if rank is None:
        return
    yield "fits"
    yield f"fits as number {min(rank, 3) + 1} from here"
    if others.actors == bool(entity.keys):
        yield "no other actor fits"
    gender = GENDERS.get(anaphor.word.lower_)
    if gender and entity.likely_gender == gender and others.genders[gender] == 1:
        yield "no other agrees"


def _distance(anaphor: Anaphor, entity: Entity) -> Iterator[str]:
    """How far back, and how weighty."""
    back = anaphor.place.sentence - entity.last.sentence
    yield f"{min(back, 4)} sentences back"
    if entity.places[0].sentence == 0:
        yield "in the first sentence"
    recent = [place for place in entity.places[-4:] if anaphor.place.sentence - place.sentence <= 1]
    for place in {place.sentence: place for place in recent if place.word.dep_ in SUBJECTS}.values():
        where = "this sentence" if place.sentence == anaphor.place.sentence else "the sentence before"
        yield f"subject of {where}"
        if verb_of(place.word).dep_ == "ROOT":
            yield f"subject of the main clause of {where}"


def _role(anaphor: Anaphor, entity: Entity) -> Iterator[str]:
    """Grammar: roles, and who may stand beside whom in one clause."""
    word, other = anaphor.word, entity.last.word
    others_role = role(other)
    yield f"last as {others_role}"
    if anaphor.role == others_role:
        yield "parallel role"
    if other.head is word or word.head is other or _holds(other, word):
        yield "one stands in the other's phrase"
    if _says(anaphor.verb, other):
        yield "says the clause"
    if word.head.pos_ in VERBS and word.dep_ in SUBJECTS and other.dep_ in SUBJECTS and word.head.lemma_ == other.head.lemma_:
        yield "subject of the same verb elsewhere"
    if anaphor.verb is not verb_of(other):
        return
    reflexive = word.lower_.endswith(REFLEXIVE)
    if others_role == "subject" and reflexive:
        yield "reflexive of its subject"
    elif is_verbs_own(word) or (is_verbs_own(other) and word.dep_ in SUBJECTS):
        yield "beside the same verb"
    elif word.dep_ == "poss":
        yield "possessor beside the same verb"
    else:
        yield "in the same clause"


def _holds(noun: Word, word: Word) -> bool:
    """Whether a word stands in the phrase of a noun, with no verb between ("the mother of his son")."""
    for above in word.ancestors:
        if above is noun:
            return True
        if above.pos_ in VERBS:
            return False
    return False


def _says(verb: Word, subject: Word) -> bool:
    """Whether a noun is the subject of the verb above a clause ("Brandt said that he")."""
    while verb.dep_ in CLAUSES or verb.dep_ == "conj":
        verb = verb.head
        if subject.head is verb and subject.dep_ in SUBJECTS:
            return True
    return False


def _quotation(anaphor: Anaphor, entity: Entity) -> Iterator[str]:
    """Who stands within and outside of quotation marks; the speaker is "I"."""
    own, other = anaphor.place.quotation, entity.last.quotation
    recent = [place for place in entity.places[-6:] if anaphor.place.sentence - place.sentence <= 2]
    speaks = any(place.says and place.quotation < 0 for place in recent)
    if anaphor.place.says and speaks:
        yield "speaks on"
    if own < 0:
        if other >= 0:
            yield "last in a quotation, this not"
        return
    if speaks:
        yield "speaks, this in a quotation"
    if any(place.quotation == own for place in recent):
        yield "both in one quotation"
    elif any(place.quotation >= 0 for place in recent):
        yield "both in quotations"
    elif other < 0:
        yield "this in a quotation, that not"


def _noun(anaphor: Anaphor, entity: Entity) -> Iterator[str]:
    """Of a role noun: determiner, head, office, kind, and what conflicts."""
    word, first = anaphor.word, anaphor.determiner
    yield f"{first} before it"
    yield f"means a {entity.kind or 'noun'}"
    yield "kind agrees" if anaphor.kind == entity.kind else "kind conflicts"
    if entity.plural is not None and entity.plural != anaphor.plural:
        yield "number conflicts"
    nouns = {place.noun for place in entity.places if place.noun}
    offices = {place.office for place in entity.places if place.office}
    named = any(place.named for place in entity.places)
    same = anaphor.place.noun in nouns
    yield f"same noun, {first}" if same else "another noun" if nouns else "no noun"
    if not same and anaphor.place.office in offices:
        yield "same office"
    elif offices and not same:
        yield "another office"
    if named:
        yield f"has a name, {first}"
    if anaphor.company and named and entity.kind == "organisation":
        yield "a company or body"
    if anaphor.country and entity.country:
        yield "country agrees" if anaphor.country == entity.country else "country conflicts"
    if any(child.dep_ in {"amod", "compound", "relcl", "acl", "prep"} for child in word.children):
        yield "is described"
