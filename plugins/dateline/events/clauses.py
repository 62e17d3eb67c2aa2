"""Which clauses of a sentence tell events: through saying and beginning to what is said and begun, with who says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..model.words import Word
from .auxiliaries import is_infinitive, is_passive
from .speech import QUOTED

#: the lists of lemmas, in the order in which they are given
LISTS = ("saying", "passing", "meaning", "wishing", "telling", "denying", "without", "aims")


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb that may tell an event. ``speaker`` is the verb of saying above it; ``tense`` the verb that hands on to it.

    ``intent`` says that its subject means to do it; ``disputed`` that the speaker denies it; ``main`` that it is the
    sentence's own clause, or what its main verb says; others lie in clauses that describe.
    """

    verb: Word
    speaker: Word | None = None
    tense: Word | None = None
    intent: bool = False
    disputed: bool = False
    main: bool = True

    @property
    def finite(self) -> Word:
        """The verb that carries tense and negation."""
        return self.tense or self.verb


class Clauses:
    """Finds the clauses. All that it is given are lemmas.

    ``saying``: verbs that only report; ``passing``: verbs that hand on to an infinitive ("began to shell"); ``meaning``: verbs
    and adjectives of will ("is ready to"); ``wishing``: verbs that are one where they have no object ("wants to help");
    ``telling``: verbs whose complement is what they tell of, and no event besides ("demanded that"); of these,
    ``denying``: verbs whose complement is said not to be; ``without``: prepositions before what is not done;
    ``aims``: nouns of which, and verbs before which "is to" tells no event.
    """

    def __init__(
        self,
        saying: frozenset[str],
        passing: frozenset[str],
        meaning: frozenset[str],
        wishing: frozenset[str],
        telling: frozenset[str],
        denying: frozenset[str],
        without: frozenset[str],
        aims: frozenset[str],
    ) -> None:
        self.saying = saying
        self.passing = passing
        self.meaning = meaning
        self.wishing = wishing
        self.telling = telling
        self.denying = denying
        self.without = without
        self.aims = aims

    @classmethod
    def from_cues(cls, cues: Mapping[str, Any]) -> Clauses:
        """Those of a language, whose words the cues have under these names."""
        return cls(*(frozenset(cues[name]) for name in LISTS))

    def of(self, root: Word, sentence: Sequence[Word]) -> Iterator[Clause]:
        """The clauses of a sentence, the main one, that of its root, first."""
        yield from self._from(Clause(root))
        yield from self._describing(sentence)

    def _from(self, clause: Clause) -> Iterator[Clause]:
        verb, lemma = clause.verb, clause.verb.lemma_.lower()
        complements = [*_complements(verb), *self._quoted(verb)]
        means = self._means(verb)
        hands_on = means or self._passes(verb)
        if lemma in self.saying and complements:
            for one in complements:
                have = any(c.lower_ == "have" and c.dep_ == "aux" for c in one.children)
                meant = one.dep_ == "xcomp" and not have and not is_passive(verb)
                yield from self._from(replace(clause, verb=one, speaker=verb, intent=clause.intent or meant))
            yield clause
        elif hands_on and complements:
            for one in complements:
                yield from self._from(replace(clause, verb=one, tense=clause.finite, intent=clause.intent or means))
        else:
            if verb.pos_ in {"VERB", "AUX"}:
                yield clause
            yield from self._below(verb, complements)
        yield from self._beside(clause)

    def _below(self, verb: Word, complements: Sequence[Word]) -> Iterator[Clause]:
        """The clauses that the verb of an event is about; what is denied, as said by who denies it."""
        lemma = verb.lemma_.lower()
        for one in complements:
            if lemma in self.denying:
                yield Clause(one, speaker=verb, tense=verb, main=False, disputed=True)
            elif lemma not in self.telling and one.dep_ == "ccomp":
                yield from self._from(Clause(one, main=False))

    def _beside(self, clause: Clause) -> Iterator[Clause]:
        """Clauses joined to this one, which share its speaker, and those that tell its circumstances."""
        for child in clause.verb.children:
            if child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}:
                yield from self._from(replace(clause, verb=child, tense=None))
            elif child.dep_ in {"advcl", "parataxis"} and child.pos_ in {"VERB", "AUX"} and not _purpose(child):
                yield from self._from(Clause(child, main=False))
            elif child.dep_ == "prep" and child.lower_ in self.without:
                undone = (c for c in child.children if c.dep_ == "pcomp" and c.pos_ == "VERB")
                for one in undone:
                    yield Clause(one, tense=clause.finite, main=False)
            elif child.dep_ == "advcl":
                finite = (c for c in child.children if c.dep_ == "conj" and c.tag_ in {"VBD", "VBZ", "VBP"})
                for one in finite:
                    yield from self._from(replace(clause, verb=one, tense=None))

    def _describing(self, sentence: Sequence[Word]) -> Iterator[Clause]:
        """Clauses that describe the nouns of a sentence: "rebels who had seized the town"."""
        for token in sentence:
            if token.dep_ in {"relcl", "acl"} and token.pos_ == "VERB":
                clause = Clause(token, main=False)
                yield from self._from(clause) if token.lemma_.lower() in self.saying else (clause, *self._beside(clause))

    def _quoted(self, verb: Word) -> list[Word]:
        """What somebody is quoted as saying."""
        behind = [c for p in verb.children if p.lower_ == "as" for c in p.children if c.dep_ == "pcomp"]
        return [c for c in behind if c.lemma_.lower() in self.saying] if verb.lemma_.lower() in QUOTED else []

    def _passes(self, verb: Word) -> bool:
        """Whether a verb, or the adjective that it carries, hands on to an infinitive: "managed to", "is to", "unable to"."""
        if verb.lemma_ == "be":
            return _is_due(verb, self.aims) or any(
                c.dep_ == "acomp" and c.lemma_.lower() in self.passing for c in verb.children
            )
        return verb.lemma_.lower() in self.passing and not any(c.dep_ == "dobj" for c in verb.children)

    def _means(self, verb: Word) -> bool:
        """Whether a verb, or the adjective that it carries, says what its subject is willing to do."""
        lemma = verb.lemma_.lower()
        if lemma in self.meaning or (lemma in self.wishing and not _has_object(verb)):
            return True
        return any(c.dep_ == "acomp" and c.lemma_.lower() in self.meaning for c in verb.children)


def _complements(verb: Word) -> list[Word]:
    """The clauses that a verb, or the adjective that it carries ("is ready to"), is about."""
    adjectives = [c for c in verb.children if c.dep_ in {"acomp", "oprd"}]
    behind = [c for a in adjectives for p in a.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pcomp"]
    found = [c for one in (verb, *adjectives) for c in one.children if c.dep_ in {"ccomp", "xcomp"}]
    return [c for c in (*found, *behind) if c.pos_ in {"VERB", "AUX"}]


def _is_due(verb: Word, aims: frozenset[str]) -> bool:
    """Whether "is to" says what its subject will do, not what it is in a place for, or what its aim is."""
    infinitive = next((c for c in verb.children if c.dep_ == "xcomp" and is_infinitive(c)), None)
    if infinitive is None or any(c.dep_ in {"prep", "attr", "acomp", "expl"} and c.i < infinitive.i for c in verb.children):
        return False
    said = [infinitive, *(c for c in verb.children if c.dep_ == "nsubj")]
    return not any(word.lemma_.lower() in aims for word in said)


def _purpose(verb: Word) -> bool:
    """Whether a clause is an infinitive of purpose ("to demand reforms"), which tells what for, not what."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _has_object(verb: Word) -> bool:
    """Whether somebody else is to do what a verb is about ("wants Obama to help")."""
    own = any(c.dep_ in {"dobj", "dative"} for c in verb.children)
    return own or any(c.dep_ in {"nsubj", "nsubjpass"} for clause in _complements(verb) for c in clause.children)
