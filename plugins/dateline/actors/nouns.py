"""Nouns for those who act without a name: of office ("minister"), for people ("elder"), for bodies ("committee")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..model.words import Word
from .lexicon import Lexicon

#: the sector of people who act for nobody else
CIVILIAN = "CVL"
SINGULAR = frozenset({"NN", "NNP"})
#: what only a mind does is done to a clause ("agreed to go", "said that ...")
CLAUSES = frozenset({"ccomp", "xcomp"})
WHO = frozenset({"who", "whom", "whose"})
#: dependents that say whose somebody is
WHOSE = frozenset({"poss", "amod", "nmod", "compound"})


class Nouns:
    """Knows nouns for those who act: ``offices`` gives nouns by sector, and lists beside them; the lexicon all others."""

    def __init__(self, offices: Mapping[str, Sequence[str]], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.things = frozenset(offices["things"])
        self.weapons, self.institutions = frozenset(offices["weapons"]), frozenset(offices["institutions"])
        self.whole = frozenset(offices["whole"])
        self.counting = frozenset(offices["counting"])
        self.collective = frozenset(offices["collective"])
        self.sectors = {noun: s for s, nouns in offices.items() if s.isupper() for noun in reversed(nouns)}

    def office(self, token: Word) -> str | None:
        """The noun that a token is, with the compound before it where the two are one ("prime minister")."""
        lemma = token.lemma_.lower()
        before = next((c for c in token.children if c.dep_ in {"compound", "amod"} and c.i == token.i - 1), None)
        both = f"{before.lemma_.lower()} {lemma}" if before is not None else ""
        known = next((name for name in (both, lemma) if name in self.sectors or name in self.things), None)
        return known or (lemma if self._is_person(token, lemma) or self._is_body(token, lemma) else None)

    def sector(self, office: str | None) -> str | None:
        """PLOVER's sector of a noun; people of no other are civilians."""
        if office is None:
            return None
        return self.sectors.get(office) or (CIVILIAN if self.lexicon.kind(office) == "person" else None)

    def kind(self, head: Word, office: str) -> str:
        """What a noun names where it stands: a thing, an organisation, a person or a group."""
        if office in self.things:
            return "thing"
        if head.tag_ not in SINGULAR:
            return "group"
        if office in self.institutions:
            return "organisation"
        many = office in self.collective or (office not in self.sectors and self.lexicon.kind(office) == "group")
        return "group" if many else "thing" if office in self.weapons else "person"

    def counts(self, token: Word) -> bool:
        """Whether a noun only counts those behind its "of" ("a group of leaders", "members of the union")."""
        return token.lemma_.lower() in self.counting and any(c.lower_ == "of" for c in token.children)

    def _is_person(self, token: Word, lemma: str) -> bool:
        """Whether a noun names people here; a doubtful one ("browser", "guide") only beside what only people have."""
        if token.pos_ != "NOUN" or self.lexicon.kind(lemma) != "person":
            return False
        return not self.lexicon.is_doubtful(lemma) or _is_minded(token) or _has_people(token)

    def _is_body(self, token: Word, lemma: str) -> bool:
        """Whether a noun for a group ("committee", "meeting") names one that acts; "the country" is a place."""
        group = self.lexicon.kind(lemma) == "group" and lemma not in self.whole
        return token.pos_ == "NOUN" and group and _is_minded(token)


def _is_minded(noun: Word) -> bool:
    """Whether a noun names somebody who says or wants something, or is said to be "who"."""
    clauses = (c for c in noun.head.children if c.dep_ in CLAUSES)
    says = noun.dep_ == "nsubj" and noun.head.pos_ == "VERB" and any(clauses)
    return says or any(w.lower_ in WHO for c in noun.children if c.dep_ == "relcl" for w in (*c.children, *_owners(c)))


def _owners(verb: Word) -> Iterator[Word]:
    """The words that say whose the subject or object of a verb is ("whose son")."""
    return (word for noun in verb.children for word in noun.children if word.dep_ == "poss")


def _has_people(noun: Word) -> bool:
    """Whether a noun is somebody's ("his uncle"), of a nationality, or stands beside the name of a person."""
    beside = (noun.head, *noun.children) if noun.dep_ == "appos" else noun.children
    for word in beside:
        if word.dep_ == "appos" or word is noun.head:
            found = word.ent_type_ == "PERSON"
        elif word.dep_ == "prep":
            found = word.lower_ == "of" and any(c.ent_type_ == "PERSON" for c in word.children)
        else:
            found = word.dep_ in WHOSE and (
                word.ent_type_ in {"PERSON", "NORP"} or (word.tag_ == "PRP$" and word.lower_ != "its")
            )
        if found:
            return True
    return noun.dep_ == "pobj" and noun.head.dep_ == "agent"
