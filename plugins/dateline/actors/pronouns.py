"""Pronouns: whom "he", "it" and "they" stand for, where that is clear."""

from __future__ import annotations

from collections.abc import Mapping

from ..model import Actor
from ..model.words import Word, Words

#: what a pronoun can stand for
FITS = {
    **dict.fromkeys(("he", "him", "his", "she", "her", "himself", "herself"), frozenset({"person"})),
    **dict.fromkeys(("it", "its", "itself"), frozenset({"place", "organisation", "thing"})),
    **dict.fromkeys(("they", "them", "their", "themselves"), frozenset({"group", "organisation", "place"})),
}
#: what a pronoun says of whom it stands for
GENDER = {
    **dict.fromkeys(("he", "him", "his", "himself"), "male"),
    **dict.fromkeys(("she", "her", "herself"), "female"),
}
PLURAL = frozenset({"they", "them", "their", "themselves"})
SUBJECT = frozenset({"nsubj", "nsubjpass"})
#: how many tokens back an antecedent is looked for
REACH = 60


def antecedents(
    words: Words, at: Mapping[int, tuple[str, ...]], actors: Mapping[str, Actor], gender: Mapping[str, str]
) -> dict[int, tuple[str, ...]]:
    """From the index of a pronoun to its actors: the subject last told of that fits, at most REACH tokens back.

    ``gender`` is that of the actors of whom a word says it.
    """
    found: dict[int, tuple[str, ...]] = {}
    last: dict[int, tuple[str, ...]] = {}
    for token in words:
        fits = FITS.get(token.lower_) if token.pos_ == "PRON" else None
        if fits:
            other = {a for a, said in gender.items() if said != GENDER.get(token.lower_, said)}
            who = _latest(token, last, other, fits, actors)
            if who:
                found[token.i] = who
                if token.dep_ in SUBJECT:
                    last[token.i] = who
        elif token.i in at and _is_subject(token):
            last[token.i] = tuple(dict.fromkeys(a for one in (token, *token.conjuncts) for a in at.get(one.i, ())))
    return found


def _is_subject(token: Word) -> bool:
    """Whether a noun is a subject, or is what a subject counts ("a group of leaders")."""
    counted = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.dep_ in SUBJECT
    return token.dep_ in SUBJECT or counted


def _latest(
    pronoun: Word, last: dict[int, tuple[str, ...]], other: set[str], fits: frozenset[str], actors: Mapping[str, Actor]
) -> tuple[str, ...] | None:
    """The latest subject that fits, but for the subject of the very clause that the pronoun is an object of.

    ``last`` has the subjects in the order of the text, ``other`` whom the pronoun cannot stand for.
    """
    clause = (pronoun.head, *pronoun.head.children) if pronoun.dep_ != "poss" else ()
    beside = {last[word.i] for word in clause if word.i in last and word.head is pronoun.head}
    for i, ids in reversed(last.items()):
        if pronoun.i - i > REACH:
            return None
        if ids in beside or not other.isdisjoint(ids):
            continue
        if pronoun.lower_ in PLURAL if len(ids) > 1 else actors[ids[0]].kind in fits:
            return ids
    return None
