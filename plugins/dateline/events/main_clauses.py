"""The main clauses of a sentence that are joined ("A resigned, and B fled"), as far as each can stand apart."""

from __future__ import annotations

from itertools import pairwise

from ..model.words import Word, Words
from .line_part import SUBJECTS, VERBS, LinePart, has_finite_form, is_whole

#: what joins clauses of which each is so
JOINING = frozenset({"and", "but"})


def main_clause(trigger: Word, sentence: LinePart) -> list[LinePart]:
    """The main clause that holds a word: one part, or its subject and its verb where it shares the subject of the first.

    Empty where the sentence has but one, or they are not apart.
    """
    heads = _heads(sentence)
    clauses = _main_clauses(sentence, heads)
    place = next((n for n, c in enumerate(clauses) if c.start <= trigger.i < c.end), None)
    if place is None or not all(_is_apart(head, clause) for head, clause in zip(heads, clauses, strict=True)):
        return []
    own = clauses[place]
    if is_whole(own):
        subject = next(c for c in heads[place].children if c.dep_ in SUBJECTS)
        return [] if subject.pos_ == "PRON" else [own]
    shared = _shared_subject(heads[0]) if place else None
    return [shared, own] if shared is not None and has_finite_form(heads[place]) else []


def _is_apart(head: Word, clause: LinePart) -> bool:
    """Whether all that belongs to a clause stands in it, and it is joined as one that is so by itself."""
    own = [c for c in head.children if c.dep_ not in {"cc", "conj", "punct"}]
    joins = [c for c in head.children if c.dep_ in {"cc", "preconj"}]
    inside = all(clause.start <= c.left_edge.i and c.right_edge.i < clause.end for c in own)
    before = clause.words[clause.start - 1] if clause.start and head.dep_ == "conj" else None
    follows = before is None or before.dep_ in {"cc", "punct"}
    plain = all(c.lower_ in JOINING and not clause.start <= c.i < clause.end for c in joins)
    return inside and follows and plain and not any(w.dep_ == "preconj" for w in clause)


def _heads(sentence: LinePart) -> list[Word]:
    """The verbs of the main clauses, that on which the others hang first."""
    root = next((w for w in sentence if w.dep_ == "ROOT"), None)
    return [root, *(w for w in root.conjuncts if w.pos_ in VERBS)] if root is not None else []


def _shared_subject(verb: Word) -> LinePart | None:
    """The subject of the first clause, with all that describes it."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is None or subject.pos_ not in {"NOUN", "PROPN"} or subject.right_edge.i >= verb.i:
        return None
    part = LinePart(verb.words, subject.left_edge.i, subject.right_edge.i + 1)
    return None if any(w.pos_ in VERBS or w.text == "," for w in part) else part


def _main_clauses(sentence: LinePart, heads: list[Word]) -> list[LinePart]:
    """The main clauses of a sentence that are joined; empty where it has one, or where they are not apart.

    Nothing may stand before the first, since it could belong to all of them; and what is said in them hangs on who says it.
    """
    if len(heads) < 2 or any(c.dep_ in {"ccomp", "parataxis"} for head in heads for c in head.children):
        return []
    starts = [_start(head) for head in heads]
    if starts[0] != sentence.start or not _is_complete(heads[0]) or sorted(starts) != starts:
        return []
    ends = [_before_conjunction(sentence.words, at, start) for start, at in pairwise(starts)]
    return [LinePart(sentence.words, s, e) for s, e in zip(starts, [*ends, sentence.end], strict=True)]


def _start(head: Word) -> int:
    """Where a main clause begins: with its subject, else with the first word of its verb."""
    subject = next((c for c in head.children if c.dep_ in SUBJECTS), None)
    return subject.left_edge.i if subject is not None else head.left_edge.i


def _is_complete(verb: Word) -> bool:
    """Whether a verb has what belongs behind it, and does not share that with the next ("bought and sold shares")."""
    return any(c.i > verb.i and c.dep_ not in {"cc", "conj", "punct"} for c in verb.children)


def _before_conjunction(words: Words, at: int, start: int) -> int:
    """Where a clause ends that another follows: before the comma and the "and" between them."""
    while at > start + 1 and (words[at - 1].dep_ in {"cc", "punct"} or words[at - 1].pos_ == "CCONJ"):
        at -= 1
    return at
