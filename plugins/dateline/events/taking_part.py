"""Who takes part in what a candidate tells, as features: the sorts of its subject and objects, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..model.words import Word
from .auxiliaries import auxiliaries, is_infinitive, is_passive
from .candidates import EventCandidate
from .roles import subjects
from .surroundings import NUMBERS, Surroundings, stem

RELATIVE = frozenset({"WDT", "WP"})
OBJECTS = frozenset({"dobj", "dative", "attr", "oprd", "acomp"})
#: dependents of a verb, and of a noun, that are features
OF_VERBS = frozenset({"ccomp", "xcomp", "prt", "agent", "advcl", "prep", "advmod"})
OF_NOUNS = frozenset({"poss", "compound", "amod", "nummod", "relcl", "acl", "appos"})


@dataclass(frozen=True)
class WordClasses:
    """Words by class: what each auxiliary says, prepositions, determiners, endings, and the kinds of nouns of people."""

    auxiliaries: Mapping[str, str]
    in_front: frozenset[str]
    behind: frozenset[str]
    determiners: frozenset[str]
    first_person: frozenset[str]
    endings: tuple[str, ...]
    people: Mapping[str, str]

    @classmethod
    def of(cls, lists: Mapping[str, Any], people: Mapping[str, str]) -> WordClasses:
        """Those of a language."""
        said = {word: name for name, words in lists["auxiliaries"].items() for word in words}
        sets = {name: frozenset(lists[name]) for name in ("in_front", "behind", "determiners", "first_person")}
        return cls(auxiliaries=said, endings=tuple(lists["endings"]), people=people, **sets)


def features(candidate: EventCandidate, around: Surroundings, words: WordClasses) -> dict[str, float]:
    """What takes part in what a verb or a noun tells."""
    return _of_noun(candidate, around, words) if candidate.is_noun else _of_verb(candidate, around, words)


def _of_verb(candidate: EventCandidate, around: Surroundings, words: WordClasses) -> dict[str, float]:
    """A verb's auxiliaries, subject, objects, and what its prepositions lead to."""
    verb = candidate.trigger
    marks = (words.auxiliaries.get(one.lower_, "other") for one in auxiliaries(verb))
    found = {f"auxiliary {mark}": 1.0 for mark in marks}
    found |= {"passive": float(is_passive(verb)), "infinitive": float(is_infinitive(verb))}
    found |= {f"verb with {c.dep_}": 1.0 for c in verb.children if c.dep_ in OF_VERBS}
    behind = [t for c in verb.children if c.dep_ in {"prep", "agent"} for t in c.children if t.dep_ == "pobj"]
    objects = [c for c in verb.children if c.dep_ in OBJECTS]
    for role, nouns in (("subject", _subjects(verb)), ("object", objects), ("beside", behind)):
        found |= {f"{role} {sort}": 1.0 for sort in _sorts(nouns, around, words)}
        found |= _prominence(role, nouns, around)
    return found


def _of_noun(candidate: EventCandidate, around: Surroundings, words: WordClasses) -> dict[str, float]:
    """What stands in front of a noun, behind it, and above it."""
    noun = candidate.trigger
    found = {f"noun with {c.dep_}": 1.0 for c in noun.children if c.dep_ in OF_NOUNS}
    found |= {f"determiner {c.lower_}": 1.0 for c in noun.children if c.lower_ in words.determiners}
    preps = [c for c in noun.children if c.dep_ == "prep"]
    found |= {f"noun and {p.lower_ if p.lower_ in words.behind else 'another'}": 1.0 for p in preps}
    if noun.dep_ == "pobj":
        front = noun.head.lower_
        found[f"noun behind {front if front in words.in_front else 'another'}"] = 1.0
    ending = next((one for one in words.endings if noun.lemma_.endswith(one)), None)
    found |= {f"noun in -{ending}": 1.0} if ending is not None else {}
    beside = [c for c in noun.children if c.dep_ in {"poss", "compound"}] + [t for p in preps for t in p.children]
    found |= _prominence("noun's", beside, around)
    named = any(one.i in around.kinds for one in noun.subtree if one is not noun)
    return found | {"noun named": float(named), "noun alone": float(not noun.children)}


def _subjects(verb: Word) -> list[Word]:
    """The subject of a verb, that of a passive too."""
    return [c for c in verb.children if c.dep_ == "nsubjpass"] or subjects(verb)


def _prominence(role: str, nouns: Iterable[Word], around: Surroundings) -> dict[str, float]:
    """Whether a participant is one that the headline names, and how much of the article is of it."""
    share, headline = 0.0, False
    for one in nouns:
        share = max(share, around.shares.get(one.i, 0.0))
        headline = headline or stem(one.text) in around.headline
    found = {f"{role} in the headline": 1.0} if headline else {}
    return found | ({f"{role} prominent": share} if share else {})


def _sorts(nouns: Sequence[Word], around: Surroundings, words: WordClasses) -> Iterator[str]:
    """What sorts of participants nouns are."""
    for one in nouns:
        yield _sort(one, around, words)
        if one.ent_type_ in NUMBERS or any(c.dep_ == "nummod" for c in one.children):
            yield "number"
    if not nouns:
        yield "none"


def _sort(word: Word, around: Surroundings, words: WordClasses) -> str:
    """What sort of participant a noun is: named, a pronoun, of people, a thing."""
    if word.pos_ == "PRON":
        relative = word.tag_ in RELATIVE
        return "relative" if relative else "first person" if word.lower_ in words.first_person else "pronoun"
    if word.i in around.kinds:
        return f"named {around.kinds[word.i]}"
    return words.people.get(word.lemma_.lower(), "name" if word.pos_ == "PROPN" else "thing")
