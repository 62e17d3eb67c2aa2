"""Entities of a text as they are built up, mention by mention, and the pronouns and role nouns that may mean one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

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
#: clauses that a verb governs
CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "advcl"})
POINTING = frozenset({"the", "this", "that", "these", "those"})
NEW = frozenset({"a", "an", "another", "one", "some", "two", "three", "other"})


@dataclass(frozen=True, slots=True)
class Place:
    """One mention: its head, the number of its sentence and of the quotation around it (-1: none), and how it is said.

    ``noun`` is the lemma of a role noun, ``office`` that of a title beside a name; ``order`` counts mentions of any entity;
    ``says`` is whether it is the subject of a verb of saying. ``certainty`` is how likely it is said of its entity.
    """

    word: Word
    sentence: int
    quotation: int = -1
    order: int = 0
    named: bool = False
    pronoun: bool = False
    noun: str = ""
    office: str = ""
    says: bool = False
    certainty: float = 1.0


@dataclass(slots=True)
class Entity:
    """A candidate: what is known so far of one entity, or of several that are named together.

    ``keys`` are of the actors meant, none where it is nobody who could act; ``kind`` is "" where nobody knows. ``gender`` is
    what a title, a noun or a sure pronoun says, ``first_name`` the gender that most bearers of the first name have.
    """

    keys: tuple[str, ...]
    kind: str
    plural: bool | None
    gender: str | None = None
    country: str | None = None
    places: list[Place] = field(default_factory=list)
    first_name: str | None = None

    @property
    def likely_gender(self) -> str | None:
        """The gender as far as it is known or likely."""
        return self.gender or self.first_name

    @property
    def last(self) -> Place:
        """The latest mention."""
        return self.places[-1]


@dataclass(frozen=True)
class Anaphor:
    """A pronoun or role noun that may mean somebody named before. ``kind`` and ``country`` are those of a role noun;
    ``company`` says that it is a noun for a company or body ("the firm")."""

    place: Place
    kind: str = ""
    country: str | None = None
    company: bool = False

    # each is asked once for every candidate

    @cached_property
    def word(self) -> Word:
        return self.place.word

    @cached_property
    def class_(self) -> str:
        """he, it, they or noun."""
        return CLASSES.get(self.word.lower_, NOUN) if self.place.pronoun else NOUN

    @cached_property
    def plural(self) -> bool:
        return self.class_ == "they" or is_plural(self.word)

    @cached_property
    def verb(self) -> Word:
        """The verb above it."""
        return verb_of(self.word)

    @cached_property
    def role(self) -> str:
        """Its grammatical role."""
        return role(self.word)

    @cached_property
    def determiner(self) -> str:
        """What stands first in its phrase."""
        return determiner(self.word)

    @cached_property
    def years(self) -> set[str]:
        """The years in the words that describe it."""
        return years(self.word)


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


def years(word: Word) -> set[str]:
    """The years in the words that describe a noun."""
    below = (one for child in word.children if child.dep_ in {"acl", "relcl", "prep"} for one in child.subtree)
    return {one.text for one in below if YEAR.fullmatch(one.text)}
