"""Roles from dependencies: which actors do (source) and which are done to (target) what a trigger tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..model.words import Word

#: from a word's index to the ids of the actors that it stands for
ActorAt = Mapping[int, tuple[str, ...]]
PASSIVE = frozenset({"nsubjpass", "auxpass"})
OBJECT = frozenset({"dobj", "dative", "obj", "nsubjpass"})
RELATIVE = frozenset({"WDT", "WP"})
COMPLEMENT = frozenset({"xcomp", "ccomp"})
#: how many prepositions deep an actor is looked for
DEEP = 3


def subjects(verb: Word) -> list[Word]:
    """The active subject of a verb: its own, that of the verb it is joined to, or the noun that its clause describes."""
    own = [t for t in verb.children if t.dep_ == "nsubj"]
    if any(t.dep_ in PASSIVE for t in verb.children):
        return []
    if any(t.tag_ in {"WDT", "WP"} for t in own) and verb.dep_ == "relcl":
        return [verb.head]
    if own:
        return own
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return subjects(verb.head)
    head = verb.head.head if verb.head.pos_ == "ADJ" else verb.head
    if verb.dep_ in {"xcomp", "advcl", "ccomp"} and head.pos_ in {"VERB", "AUX"}:
        governs = {"dobj", "nsubjpass"}  # "asked him to go", "is scheduled to go"
        controlled = [t for t in head.children if t.dep_ in governs] if verb.dep_ == "xcomp" else []
        return controlled or subjects(head)
    if verb.dep_ == "pcomp" and verb.head.head.pos_ in {"VERB", "AUX"}:
        return subjects(verb.head.head)  # "left without meeting"
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return [verb.head, *(subjects(verb.head.head) if verb.head.head.pos_ == "VERB" else [])]
    return []


class Roles:
    """Finds roles. ``words``: prepositions that lead to the target of a verb (``toward``) or a noun (``noun_toward``), the
    surest first, and to whoever a noun belongs to (``owner``); nouns that only count those behind their "of" (``counting``).
    """

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.of_verbs, self.of_nouns = tuple(words["toward"]), tuple(words["noun_toward"])
        self.owner, self.counting = frozenset(words["owner"]), frozenset(words["counting"])

    def sources(self, verb: Word, at: ActorAt) -> list[str]:
        """Who acts: the active subject, or the agent of a passive ("was expelled by Britain")."""
        agents = [t for by in verb.children if by.dep_ == "agent" for t in by.children if t.dep_ == "pobj"]
        return _first((self.named(t, at), self._owners(t, at)) for t in (*subjects(verb), *agents))

    def targets(self, verb: Word, noun: Word | None, at: ActorAt, without: Sequence[str]) -> tuple[list[str], bool]:
        """Who is acted upon, and whether an object names them itself: objects first, then what lies deeper.

        ``noun`` is the object that tells the event ("sanctions" in "imposed sanctions on Russia").
        """
        named = [t for t in verb.children if t.dep_ in OBJECT and t.tag_ not in RELATIVE]
        objects = [t for t in (named or _described(verb)) if not _own(t, at, without)]
        controlled = [t for c in _clauses(verb, noun) for t in c.children if t.dep_ in {"nsubj", "nsubjpass"}]
        undergoing = [t for t in objects if t.dep_ == "nsubjpass"]
        sure = (
            self._all(objects, at, without),
            next((one for t in undergoing if (one := self._deep(t, at, without, 0))), []),
            self._toward(noun, at, without, self.of_nouns) if noun is not None else [],
            self._all(controlled, at, without),
            self._toward(verb, at, without),
        )
        found = next((one for one in sure if one), None)
        if found:
            return found, True
        return self._deeper(verb, noun, objects, controlled, at, without), False

    def _deeper(
        self,
        verb: Word,
        noun: Word | None,
        objects: list[Word],
        controlled: list[Word],
        at: ActorAt,
        without: Sequence[str],
    ) -> list[str]:
        """Who stands below the objects of a verb, or in the clause that it is about."""
        nouns = [
            *objects,
            *([noun] if noun is not None else []),
            *(t for p in _preps(verb) for t in p.children if t.dep_ == "pobj"),
        ]
        for one in (*nouns, *controlled):
            if found := self._deep(one, at, without, DEEP):
                return found
        for clause in verb.children:
            if clause.dep_ in {*COMPLEMENT, "advcl"} and clause.pos_ in {"VERB", "AUX"} and verb.dep_ != "advcl":
                found, _ = self.targets(clause, None, at, without)
                if found:
                    return found
        return []

    def of_noun(self, noun: Word, at: ActorAt) -> tuple[list[str], list[str]]:
        """Source and target of an event that a noun tells: "Russia's annexation of Crimea", "talks between X and Y".

        The target alone where the noun is said to be "of" it ("the poisoning of a spy").
        """
        owners = self._possessors(noun, at)
        by = [a for p in _preps(noun) if p.lower_ == "by" for t in _objects(p) for a in self.named(t, at)]
        between = [a for p in _preps(noun) if p.lower_ == "between" for t in _objects(p) for a in self.named(t, at)]
        if len(between) > 1:
            return between, between
        source = by or owners
        behind = [t for p in _preps(noun) if p.lower_ in {"of", "on", "against", "with"} for t in _objects(p)]
        on = [a for t in behind for a in (self.named(t, at) or self._possessors(t, at))]
        return source, _without(on, source)

    def _all(self, tokens: Sequence[Word], at: ActorAt, without: Sequence[str]) -> list[str]:
        return _without([a for t in tokens for a in self.named(t, at)], without)

    def named(self, token: Word, at: ActorAt) -> list[str]:
        """The actors that a noun and those joined to it stand for, or that it only counts."""
        found: list[str] = []
        for one in (token, *token.conjuncts):
            if one.i in at:
                found += at[one.i]
            else:
                of = (p for p in one.children if p.lower_ == "of" and p.dep_ == "prep" and self._counts(one))
                counted = [t for p in of for t in _objects(p)]
                found += [a for t in counted for a in self.named(t, at)]
                found += [a for t in one.children if t.dep_ == "appos" for a in at.get(t.i, ())]
        return list(dict.fromkeys(found))

    def _counts(self, noun: Word) -> bool:
        return noun.pos_ == "NUM" or noun.lemma_.lower() in self.counting

    def _owners(self, token: Word, at: ActorAt) -> list[str]:
        """Whose a noun is: its possessor, the nationality before it, or who stands behind its "of" or "by"."""
        behind = [t for p in _preps(token) if p.lower_ in self.owner for t in _objects(p)]
        clauses = [c for c in token.children if c.dep_ == "acl"]
        agents = [t for c in clauses for by in c.children if by.dep_ == "agent" for t in by.children if t.dep_ == "pobj"]
        return self._possessors(token, at) or [a for t in (*behind, *agents) for a in self.named(t, at)]

    def _possessors(self, token: Word, at: ActorAt) -> list[str]:
        before = [t for t in token.children if t.dep_ in {"poss", "compound", "amod", "nmod"} and t.i < token.i]
        return [a for t in before for a in (self.named(t, at) or self._possessors(t, at))]

    def _toward(self, head: Word, at: ActorAt, without: Sequence[str], order: Sequence[str] | None = None) -> list[str]:
        """The actors behind the prepositions of a verb or noun, the surest preposition first."""
        by_word = {p.lower_: p for p in reversed(list(_preps(head)))}
        for word in self.of_verbs if order is None else order:
            if word in by_word:
                found = self._all(_objects(by_word[word]), at, without)
                if found:
                    return found
        return []

    def _deep(self, token: Word, at: ActorAt, without: Sequence[str], depth: int) -> list[str]:
        """The actors nearest below a noun: its owner, then what its prepositions lead to, where it is last."""
        order = (*self.of_nouns, "by", "in", "near")
        found = _without(self._owners(token, at), without) or self._toward(token, at, without, order)
        if found or depth == 0:
            return found
        for prep in _preps(token):
            for noun in _objects(prep):
                for one in (noun, *noun.conjuncts):
                    if deeper := self._deep(one, at, without, depth - 1):
                        return deeper
        return []


def _described(verb: Word) -> list[Word]:
    """What a relative clause is about, where that is its object ("a region it annexed"), and what it stands beside."""
    if verb.dep_ != "relcl" or any(t.tag_ in {"WDT", "WP"} and t.dep_ in {"nsubj", "nsubjpass"} for t in verb.children):
        return []
    return [verb.head, *([verb.head.head] if verb.head.dep_ == "appos" else [])]


def _own(noun: Word, at: ActorAt, actors: Sequence[str]) -> bool:
    """Whether a noun is said to be the actors' own ("withdrew its troops")."""
    return any(c.dep_ == "poss" and set(at.get(c.i, ())) & set(actors) for c in noun.children)


def _clauses(verb: Word, noun: Word | None) -> list[Word]:
    """The clauses that say what a verb, or the noun that it carries, is about."""
    own = [c for c in verb.children if c.dep_ in COMPLEMENT]
    return own + [c for c in noun.children if c.dep_ in {"acl", "ccomp"}] if noun is not None else own


def _preps(head: Word) -> Iterator[Word]:
    return (c for c in head.children if c.dep_ in {"prep", "dative", "prt", "agent"} and c.pos_ in {"ADP", "SCONJ", "PART"})


def _objects(prep: Word) -> list[Word]:
    found = [t for t in prep.children if t.dep_ == "pobj"]
    return found + [t for p in prep.children if p.dep_ == "prep" for t in p.children if t.dep_ == "pobj"]


def _first(choices: Iterator[tuple[list[str], list[str]]]) -> list[str]:
    """What is named directly by any, else what any belongs to."""
    pairs = list(choices)
    direct = [a for one, _ in pairs for a in one]
    return list(dict.fromkeys(direct or [a for _, two in pairs for a in two]))


def _without(actors: Sequence[str], others: Sequence[str]) -> list[str]:
    return [a for a in dict.fromkeys(actors) if a not in others]
