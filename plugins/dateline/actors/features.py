"""Features: what speaks for and against one earlier entity as the antecedent of a pronoun or a role noun."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..model.words import Word

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
#: from a pronoun to its class
CLASSES = {**dict.fromkeys(HE | SHE, "he"), **dict.fromkeys(IT, "it"), **dict.fromkeys(THEY, "they")}
GENDERS = {**dict.fromkeys(HE, "male"), **dict.fromkeys(SHE, "female")}
#: the class of a role noun
NOUN = "noun"
#: what each class can stand for; "" is a noun of which nobody knows what it names
FITS = {
    "he": frozenset({"person"}),
    "it": frozenset({"organisation", "place", "thing", ""}),
    "they": frozenset({"group", "organisation", "place", ""}),
}
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "dative", "obj"})
ROLES = {
    **dict.fromkeys(SUBJECTS, "subject"),
    **dict.fromkeys(OBJECTS, "object"),
    **dict.fromkeys(("poss", "nmod", "compound", "amod"), "possessor"),
    **dict.fromkeys(("pobj", "pcomp"), "behind a preposition"),
    "appos": "apposition",
}
VERBS = frozenset({"VERB", "AUX"})
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
#: what makes an "it" mean nothing: "it is likely that", "it rained"
CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "advcl"})
POINTING = frozenset({"the", "this", "that", "these", "those"})
NEW = frozenset({"a", "an", "another", "one", "some", "two", "three", "other"})


@dataclass(frozen=True, slots=True)
class Place:
    """One mention: its head, the number of its sentence and of the quotation around it (-1: none), and how it is said.

    ``noun`` is the lemma of a role noun, ``office`` that of a title beside a name; ``order`` counts mentions of any entity.
    """

    word: Word
    sentence: int
    quotation: int = -1
    order: int = 0
    named: bool = False
    pronoun: bool = False
    noun: str = ""
    office: str = ""


@dataclass(slots=True)
class Entity:
    """A candidate: what is known so far of one entity, or of several that are named together.

    ``keys`` are of the actors meant, none where it is nobody who could act; ``kind`` is "" where nobody knows.
    """

    keys: tuple[str, ...]
    kind: str
    plural: bool | None
    gender: str | None = None
    country: str | None = None
    places: list[Place] = field(default_factory=list)

    @property
    def last(self) -> Place:
        """The latest mention."""
        return self.places[-1]


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A pronoun or role noun that may mean somebody named before. ``kind`` and ``country`` are those of a role noun;
    ``company`` says that it is a noun for a company or body ("the firm")."""

    place: Place
    kind: str = ""
    country: str | None = None
    company: bool = False

    @property
    def word(self) -> Word:
        return self.place.word

    @property
    def class_(self) -> str:
        """he, it, they or noun."""
        return CLASSES.get(self.word.lower_, NOUN) if self.place.pronoun else NOUN

    @property
    def plural(self) -> bool:
        return self.class_ == "they" or is_plural(self.word)


def is_plural(word: Word) -> bool:
    """Whether a noun is in the plural by its tag."""
    return word.tag_ in {"NNS", "NNPS"}


def role(word: Word) -> str:
    """The grammatical role of a noun; one that is joined to another has the role of that."""
    while word.dep_ == "conj" and word.head is not word:
        word = word.head
    return ROLES.get(word.dep_, "other role")


def verb_of(word: Word) -> Word:
    """The verb above a word, or the top of its sentence."""
    return next((above for above in word.ancestors if above.pos_ in VERBS), word)


def is_verbs_own(word: Word) -> bool:
    """Whether a word is an object of its verb."""
    return word.dep_ in OBJECTS


def determiner(word: Word) -> str:
    """What stands first in a noun phrase: the, a, whose, or none."""
    for child in word.children:
        if child.i < word.i and child.lower_ in POINTING:
            return "the"
        if child.i < word.i and (child.lower_ in NEW or child.dep_ == "nummod"):
            return "a"
        if child.dep_ == "poss":
            return "whose"
    return "none"


def fits(anaphor: Anaphor, entity: Entity) -> bool:
    """Whether an entity can be meant: kind, number and gender allow it."""
    gender = GENDERS.get(anaphor.word.lower_)
    if gender and entity.gender and gender != entity.gender:
        return False
    if anaphor.class_ == NOUN:
        return entity.kind == anaphor.kind and entity.plural in {anaphor.plural, None}
    several = entity.plural is True
    if several or len(entity.keys) > 1:
        return anaphor.class_ == "they"
    return entity.kind in FITS[anaphor.class_] or (gender is not None and gender == entity.gender)


def pair(anaphor: Anaphor, entity: Entity, rank: int) -> dict[str, float]:
    """The features of an entity as the antecedent; ``rank`` is its place among those that fit, the nearest first (0)."""
    shared = {*_distance(anaphor, entity, rank), *_role(anaphor, entity), *_quotation(anaphor, entity)}
    found = {f"{anaphor.class_ if anaphor.class_ == NOUN else 'pronoun'}, {name}": 1.0 for name in shared}
    own = _noun(anaphor, entity) if anaphor.class_ == NOUN else _agreement(anaphor, entity)
    found |= {f"{anaphor.class_}, {name}": 1.0 for name in own}
    found[f"{anaphor.class_}, mentions"] = math.log(len(entity.places))
    found[f"{anaphor.class_}, distance"] = math.log1p(anaphor.place.order - entity.last.order)
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
    if gender := GENDERS.get(anaphor.word.lower_):
        yield "gender unknown" if not entity.gender else "gender agrees" if gender == entity.gender else "gender conflicts"
    if entity.last.pronoun:
        same = CLASSES.get(entity.last.word.lower_) == anaphor.class_
        yield "said by the same pronoun" if same else "said by another pronoun"


def _distance(anaphor: Anaphor, entity: Entity, rank: int) -> Iterator[str]:
    """How far back, how near among those that fit, how weighty."""
    back = anaphor.place.sentence - entity.last.sentence
    yield f"{min(back, 4)} sentences back"
    if fits(anaphor, entity):
        yield "fits"
        yield f"fits as number {min(rank, 3) + 1} from here"
    if entity.places[0].sentence == 0:
        yield "in the first sentence"
    if back <= 1 and role(entity.last.word) == "subject":
        yield "subject of this sentence" if back == 0 else "subject of the sentence before"


def _role(anaphor: Anaphor, entity: Entity) -> Iterator[str]:
    """Grammar: roles, and who may stand beside whom in one clause."""
    word, other = anaphor.word, entity.last.word
    yield f"last as {role(other)}"
    if role(word) == role(other):
        yield "parallel role"
    if other.head is word or word.head is other or _holds(other, word):
        yield "one stands in the other's phrase"
    if _says(verb_of(word), other):
        yield "says the clause"
    if word.head.pos_ in VERBS and word.dep_ in SUBJECTS and other.dep_ in SUBJECTS and word.head.lemma_ == other.head.lemma_:
        yield "subject of the same verb elsewhere"
    if verb_of(word) is not verb_of(other):
        return
    reflexive = word.lower_.endswith(("self", "selves"))
    if role(other) == "subject" and reflexive:
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
    if own == other:
        return
    yield "this in a quotation, that not" if own >= 0 else "that in a quotation, this not"
    near = abs(anaphor.place.sentence - entity.last.sentence) <= 1
    if own >= 0 and near and entity.last.word.dep_ == "nsubj" and verb_of(entity.last.word).pos_ == "VERB":
        yield "likely speaker of the quotation"


def _noun(anaphor: Anaphor, entity: Entity) -> Iterator[str]:
    """Of a role noun: determiner, head, office, kind, and what conflicts."""
    word, first = anaphor.word, determiner(anaphor.word)
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
    if years(word) and years(word) != set().union(*(years(place.word) for place in entity.places)):
        yield "another year"
    if any(child.dep_ in {"amod", "compound", "relcl", "acl", "prep"} for child in word.children):
        yield "is described"


def years(word: Word) -> set[str]:
    """The years in the words that describe a noun."""
    below = (one for child in word.children if child.dep_ in {"acl", "relcl", "prep"} for one in child.subtree)
    return {one.text for one in below if YEAR.fullmatch(one.text)}


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
        found[f"nobody, {determiner(word)} before the noun"] = 1.0
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
