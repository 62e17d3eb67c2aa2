"""What stands above a clause or noun and says what became of it: "failed to", "reports that", "was called off"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model.words import Word
from .auxiliaries import first_joined, is_infinitive, is_passive

COMPLEMENT = frozenset({"xcomp", "ccomp"})
DESCRIBES = frozenset({"acl", "relcl"})
VERBAL = frozenset({"VERB", "AUX"})
ADJECTIVE = frozenset({"acomp", "oprd"})
OBJECT = frozenset({"dobj", "nsubjpass"})
SUBJECT = frozenset({"nsubj", "nsubjpass"})
PARTICLES = frozenset({"prt", "prep", "advmod"})
#: kinds of verbs that say nothing of a noun that is their object: "have talks", "claimed the attack"
OF_CLAUSES = frozenset({"hearsay", "reporting", "ordering", "obliging", "going", "staging", "passing"})


@dataclass(frozen=True, slots=True)
class Governor:
    """A class of words (``kind``) that stands above a clause or noun, and the verb or noun that carries its negation.

    ``kind`` is a key of the word lists, "passing" where the word leaves the status as it is, "meant" above an infinitive
    that it does not know, or "saying". ``carrier`` is None where nothing can negate it.
    """

    kind: str
    carrier: Word | None = None


class Governors:
    """Finds governors. ``words``: lemmas of verbs (with their particles) and adjectives by kind; ``nouns``, nouns by
    kind. ``passing``, ``saying`` and ``without`` are those of the clauses.
    """

    def __init__(
        self,
        words: Mapping[str, Sequence[str]],
        nouns: Mapping[str, Sequence[str]],
        passing: frozenset[str],
        saying: frozenset[str],
        without: frozenset[str],
    ) -> None:
        self.kinds = {word: kind for kind, listed in words.items() for word in listed}
        self.noun_kinds = {word: kind for kind, listed in nouns.items() for word in listed}
        self.passing, self.saying, self.without = passing, saying, without

    def above(self, verb: Word) -> Iterator[Governor]:
        """What governs a clause, the nearest first, as far as each leads on to the next."""
        word = first_joined(verb)
        while (governor := self._of_clause(word)) is not None:
            yield governor
            carrier = governor.carrier
            if carrier is None or is_nominal(carrier) or governor.kind in {"meant", "saying"}:
                return
            word = first_joined(carrier)

    def above_noun(self, noun: Word) -> Governor | None:
        """What governs a noun that tells an event: a verb whose object it is, an adjective said of it, a noun before it."""
        word = first_joined(noun)
        head = word.head
        if word.dep_ == "pobj":
            return self._behind_preposition(head)
        if word.dep_ in OBJECT and (kind := self._of_object(word)) is not None:
            return Governor(kind, head)
        if word.dep_ == "attr" and any(t.dep_ == "expl" for t in head.children):
            return Governor("passing", head)
        if word.dep_ in SUBJECT:
            return self._said_of_subject(head)
        return None

    def _of_object(self, noun: Word) -> str | None:
        """The kind of the verb whose object a noun is; some verbs say something of clauses or of claims alone."""
        kind = self.kind_of(noun.head)
        if kind in OF_CLAUSES or (kind == "rejecting" and noun.lemma_.lower() not in self.noun_kinds):
            return None
        return {"wishing": "doubting", "expecting": "planning"}.get(kind or "", kind)

    def kind_of(self, word: Word) -> str | None:
        """The kind of a verb, with its particle or preposition before alone, or of an adjective."""
        lemma = word.lemma_.lower()
        behind = [f"{lemma} {t.lower_}" for t in word.children if t.dep_ in PARTICLES]
        alone = [] if any(t.dep_ == "prt" for t in word.children) else [lemma]
        return next((self.kinds[name] for name in (*behind, *alone) if name in self.kinds), None)

    def modifier(self, noun: Word) -> str | None:
        """The kind of an adjective or participle before a noun: "planned", "alleged", "foiled"."""
        before = (t for t in noun.children if t.dep_ in {"amod", "advmod"} and t.i < noun.i)
        found = (self.kinds.get(t.lower_) or self.kinds.get(t.lemma_.lower()) for t in before)
        return next((kind for kind in found if kind is not None), None)

    def _of_clause(self, verb: Word) -> Governor | None:
        if verb.dep_ in COMPLEMENT:
            return self._above_complement(verb)
        if verb.dep_ == "pcomp":
            return self._behind_preposition(verb.head)
        if verb.dep_ in DESCRIBES and is_nominal(verb.head):
            return self._above_description(verb)
        return None

    def _above_complement(self, verb: Word) -> Governor | None:
        head = verb.head
        if head.pos_ not in VERBAL and head.dep_ in ADJECTIVE:
            return Governor(self.kind_of(head) or "passing", head.head)
        adjectives = [t for t in head.children if t.dep_ in ADJECTIVE]
        kinds = (self.kind_of(word) for word in (*adjectives, head))
        kind = next((kind for kind in kinds if kind is not None), None)
        kind = self._in_use(kind, verb)
        return Governor(kind, head) if kind is not None else self._by_list(verb, head)

    def _in_use(self, kind: str | None, verb: Word) -> str | None:
        """The kind of what governs a complement, as it is used above this one; None where it says nothing of it."""
        head, infinitive = verb.head, is_infinitive(verb)
        passive = is_passive(head)
        if kind == "ordering":
            return "calling" if passive and infinitive else None
        if kind == "reporting":
            return "hearsay" if passive else None
        if kind == "expecting":
            return "planning" if passive or verb.dep_ == "xcomp" else "doubting"
        if kind == "hearsay" and verb.dep_ == "xcomp" and not passive:
            return "meant"
        running = any(t.dep_ == "aux" for t in head.children)
        if (kind == "going" and not running) or (kind == "obliging" and not infinitive):
            return "passing"
        return kind

    def _by_list(self, verb: Word, head: Word) -> Governor | None:
        """The governor of a complement whose verb has no kind of its own."""
        lemma = head.lemma_.lower()
        if lemma in self.passing:
            return Governor("passing", head)
        if lemma == "be" and is_infinitive(verb):
            return Governor("due", head)
        if verb.dep_ == "xcomp" and is_infinitive(verb) and not (lemma in self.saying and is_passive(head)):
            return Governor("meant", head)
        return Governor("saying", head)

    def _behind_preposition(self, prep: Word) -> Governor | None:
        """What governs the noun or clause behind a preposition: "without", "accused of", "a plan for"."""
        if prep.lower_ in self.without:
            return Governor("failing")
        head = prep.head
        if is_nominal(head):
            kind = self.noun_kinds.get(head.lemma_.lower())
            return Governor(kind, head) if kind is not None else None
        kind = self.kinds.get(f"{head.lemma_.lower()} {prep.lower_}")
        return Governor(kind, head) if kind is not None else None

    def _above_description(self, verb: Word) -> Governor | None:
        """What governs a clause that says what a noun is about: "claims that", "plans to"."""
        noun = verb.head
        kind = self.noun_kinds.get(noun.lemma_.lower())
        who = any(t.tag_ in {"WDT", "WP"} and t.dep_ in SUBJECT for t in verb.children)
        if kind is not None and not who:
            return Governor(kind, noun)
        return Governor("planning") if is_infinitive(verb) and not _is_ranked(noun) else None

    def _said_of_subject(self, verb: Word) -> Governor | None:
        said = [t for t in verb.children if t.dep_ in ADJECTIVE or (t.dep_ in {"advmod", "prt"} and verb.lemma_ == "be")]
        kinds = (self.kind_of(word) for word in said)
        kind = next((kind for kind in kinds if kind is not None), None)
        if kind is not None:
            return Governor(kind, verb)
        return Governor("passing", verb) if self.kind_of(verb) == "staging" else None


def is_nominal(word: Word) -> bool:
    """Whether a word stands where nouns do, whatever the model takes it for ("Rumours that" may look like a verb)."""
    return word.pos_ in {"NOUN", "PROPN", "PRON"} or word.dep_ in {*SUBJECT, *OBJECT, "pobj"}


def _is_ranked(noun: Word) -> bool:
    """Whether a noun is the first or the most of its kind, of which an infinitive says what is done: "the first to sign"."""
    said = (noun, *noun.children)
    return any(t.ent_type_ == "ORDINAL" or t.tag_ == "JJS" or t.lower_ in {"first", "last", "only"} for t in said)
