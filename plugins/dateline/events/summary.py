"""One line that says what a report tells, in the sentence's own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..model.words import Word
from .auxiliaries import auxiliaries

LIMIT = 140
#: dependents of the verb that belong to the line; clauses beside it, connectives and times do not
KEPT = frozenset({
    "nsubj", "nsubjpass", "aux", "auxpass", "neg", "prt", "dobj", "dative", "attr", "oprd", "acomp", "xcomp", "prep", "agent",
    "expl",
})  # fmt: skip
#: dependents left out of what is kept: what only describes, and marks around it
DROPPED = frozenset({"relcl", "advcl", "acl", "parataxis", "punct", "appos", "cc", "conj", "mark"})
#: of those, dependents that stay inside a noun phrase
INSIDE = frozenset({"cc", "conj", "punct"})
RELATIVE = frozenset({"WDT", "WP"})


class Summaries:
    """Writes summaries. ``words``: adverbs that a verb cannot do without (``whither``) or that change what is said (``scope``),
    what joins an event to the course of things (``circumstance``), and pronouns.
    """

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.adverbs = frozenset(words["whither"]) | frozenset(words["scope"])
        self.circumstance, self.pronouns = frozenset(words["circumstance"]), frozenset(words["pronouns"])

    def of(self, verb: Word, subjects: list[Word], names: Mapping[int, str], *, speaker: Word | None = None) -> str:
        """Subject, verb and what the verb is about, pronouns with the name they stand for in brackets, and who says so.

        ``names`` is from a word's index to the name of its actor, ``speaker`` the noun for who says it. Falls back to the whole
        sentence where the verb has no subject; at most 140 characters.
        """
        if verb.pos_ == "NOUN":
            return shortened(self._said(_phrase(False, verb), names))
        if not subjects and not any(c.dep_ == "nsubjpass" for c in verb.children):
            return whole(verb)
        lines = (self._said(self._clause(full, verb, subjects), names) for full in (True, False))
        line = next((line for line in lines if len(line) <= LIMIT), "") or self._said(
            self._clause(False, verb, subjects), names
        )
        found = (c for one in (verb, *verb.conjuncts) for c in one.children if self._tells_circumstance(c))
        around = " ".join((line, *(self._said(self._circumstance(c), names) for c in found)))
        line = around if len(around) <= LIMIT else line
        if speaker is None:
            return shortened(line)
        who = self._said(_phrase(False, speaker), names)
        attributed = f"{line}, {who[:1].lower() + who[1:] if speaker.left_edge.pos_ == 'DET' else who} said"
        return shortened(attributed if len(attributed) <= LIMIT else line)

    def _clause(self, full: bool, verb: Word, subjects: list[Word]) -> list[Word]:
        """The words of a clause, in order: its subject first, where that stands elsewhere; ``full`` as for a phrase."""
        own = {t.i for t in (*auxiliaries(verb), *self._parts(full, verb))}
        lead = [t for s in subjects[:1] if s.i not in own for t in _phrase(full and s.i != verb.head.i, s)]
        behind = [t for head in _described(verb) for t in _phrase(False, head)]
        return [*lead, *(verb.words[i] for i in sorted(own)), *behind]

    def _parts(self, full: bool, verb: Word) -> Iterator[Word]:
        yield verb
        for child in verb.children:
            clause = child.dep_ in {"ccomp", "advcl"} and (_infinitive(child) or child.dep_ == "ccomp")
            if child.tag_ in RELATIVE and child.dep_ != "nsubj":
                continue
            if (child.dep_ in KEPT or clause or child.lower_ in self.adverbs) and not _is_time(child):
                yield from (
                    self._parts(full, child)
                    if child.pos_ in {"VERB", "AUX"} and child.dep_ in {"xcomp", "ccomp", "advcl"}
                    else _phrase(full, child)
                )

    def _tells_circumstance(self, clause: Word) -> bool:
        """Whether a clause behind the verb says in what course of things it happened ("died after a tram derailed")."""
        finite = clause.dep_ == "advcl" and clause.tag_ in {"VBD", "VBZ", "VBP"} and clause.i > clause.head.i
        return finite and any(c.lower_ in self.circumstance and c.dep_ in {"mark", "advmod"} for c in clause.children)

    def _circumstance(self, clause: Word) -> list[Word]:
        """The words of such a clause, that which joins it first."""
        joins = [c for c in clause.children if c.lower_ in self.circumstance]
        return sorted({*joins, *self._parts(False, clause)}, key=lambda t: t.i)

    def _said(self, words: Iterable[Word], names: Mapping[int, str]) -> str:
        """The words with their spaces, without the marks around what is left out; a pronoun as the name it stands for."""
        found = list(words)
        around = {word.i for word in found}
        kept = [word for word in found if not word.words.punctuation[word.i] or {word.i - 1, word.i + 1} <= around]
        inside = {word.i for word in kept}
        line = ""
        for word in kept:
            name = names.get(word.i) if word.lower_ in self.pronouns else None
            if name and name.split()[-1] in line:
                name = None
            said = f"[{name}]" + ("’s" if word.dep_ == "poss" else "") if name else word.text
            line += said + ("" if word.i + 1 in inside and not word.words.spaces[word.i] else " ")
        return " ".join(line.split())


def _described(verb: Word) -> list[Word]:
    """What a relative clause is about, where its object is the noun before it ("a region it annexed")."""
    own = any((c.dep_ in {"dobj", "nsubjpass"} and c.tag_ not in RELATIVE) or c.tag_ == "WRB" for c in verb.children)
    if verb.dep_ != "relcl" or own:
        return []
    head = verb.head.head if verb.head.dep_ == "appos" else verb.head
    relative = any(c.tag_ in RELATIVE and c.dep_ == "nsubj" for c in verb.children)
    return [] if relative else [head]


def _phrase(full: bool, head: Word) -> list[Word]:
    """The words of a phrase, without the clauses that describe it, but ``full`` for those that say which is meant."""
    found = {head.i}
    for child in head.children:
        inside = child.dep_ not in DROPPED or child.dep_ in INSIDE or (full and _restricts(child))
        if inside and not (child.dep_ == "prep" and _is_time(child)):
            found |= {t.i for t in _phrase(full, child)}
    return [head.words[i] for i in sorted(found)]


def _restricts(clause: Word) -> bool:
    """Whether a clause behind a noun says which is meant ("those who had bought one"): no comma parts the two."""
    if clause.dep_ not in {"relcl", "acl"} or clause.i < clause.head.i:
        return False
    first = clause.left_edge.i
    return "," not in {clause.words[first - 1].text, clause.words[first].text}


def _infinitive(verb: Word) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _is_time(token: Word) -> bool:
    """Whether a dependent says when: a time alone, or behind a preposition."""
    noun = next((c for c in token.children if c.dep_ == "pobj"), token) if token.dep_ == "prep" else token
    return noun.ent_type_ in {"DATE", "TIME"} and token.dep_ in {"prep", "npadvmod", "advmod"}


def whole(word: Word) -> str:
    """The sentence of a word in one line."""
    return shortened(" ".join(word.words.said(*word.words.sentence(word.i)).split()))


def shortened(text: str) -> str:
    """The text in at most 140 characters, cut between words."""
    text = text.strip(" ,;:–—-")
    text = text[:1].upper() + text[1:]
    if len(text) <= LIMIT:
        return text
    return text[: LIMIT - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
