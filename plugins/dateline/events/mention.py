"""Mentions of events: words that tell one, with what stands around them in their clause."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from ..model import When
from ..model.words import Word
from .auxiliaries import is_passive
from .candidates import verb_of
from .encoder import Array
from .surroundings import LEAST, stem
from .told import Told

#: parts of speech whose words say what a clause is about
MEANING = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
#: those whose words call somebody or something
CALLS = frozenset({"NOUN", "PROPN"})
#: how those who act depend on a verb, and those on whom is acted; and both of a noun, by the preposition or by themselves
SUBJECT, OBJECT, OWNER = "nsubj", frozenset({"dobj", "nsubjpass", "attr"}), "poss"


@dataclass(frozen=True, slots=True)
class EventMention:
    """A word that tells a happening, and what stands around it.

    ``state`` is the encoder's, of length one; ``sentence`` the number of its sentence; ``about`` are the stems of its clause's
    words, ``names`` those of its names, ``numbers`` its numbers. ``doer`` and ``thing`` are the stems of what subject and
    object, or what stands for them beside a noun, are called; pronouns call nothing. ``determiner`` is that of a noun.
    """

    told: Told
    when: When | None
    state: Array
    sentence: int
    about: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    doer: frozenset[str]
    thing: frozenset[str]
    determiner: str

    @property
    def word(self) -> Word:
        """The trigger."""
        return self.told.token


def mentions(told: Sequence[Told], when: Callable[[Told], When | None]) -> list[EventMention]:
    """What is told, with what stands around it."""
    if not told:
        return []
    numbers = list(accumulate(start == 1 for start in told[0].token.words.starts))
    return [_mention(one, when(one), numbers[one.token.i]) for one in told]


def _mention(told: Told, when: When | None, sentence: int) -> EventMention:
    word = told.token
    verb = verb_of(word)
    clause = list(verb.subtree) if verb is not None else word.words[slice(*word.words.sentence(word.i))]
    about = _stems(w for w in clause if w.pos_ in MEANING and len(w.text) >= LEAST)
    state = told.verdict.encoded.state
    return EventMention(
        told=told,
        when=when,
        state=state / max(float(np.linalg.norm(state)), 1e-6),
        sentence=sentence,
        about=about - {stem(word.lemma_)},
        names=_stems(w for w in clause if w.pos_ == "PROPN"),
        numbers=frozenset(w.lower_ for w in clause if w.pos_ == "NUM"),
        doer=_stems(_doers(word)),
        thing=_stems(_things(word)),
        determiner=_determiner(word),
    )


def _stems(words: Iterable[Word]) -> frozenset[str]:
    return frozenset(stem(word.lemma_) for word in words)


def _doers(word: Word) -> Iterator[Word]:
    """What those are called who do it, as the sentence is built: joined verbs have the subject of the first."""
    if word.pos_ in CALLS:
        found = [c for c in word.children if c.dep_ == OWNER] + _behind(word, "by")
    elif is_passive(word):
        found = _behind(word, "by")
    else:
        found = [c for c in word.children if c.dep_ == SUBJECT]
        if not found and word.dep_ == "conj":
            yield from _doers(word.head)
    yield from (one for one in found if one.pos_ in CALLS)


def _things(word: Word) -> Iterator[Word]:
    """What that is called to which it is done."""
    found = [c for c in word.children if c.dep_ in OBJECT]
    if word.pos_ in CALLS:
        found = [c for c in word.children if c.dep_ == "compound"] + _behind(word, "of")
    yield from (one for one in found if one.pos_ in CALLS)


def _behind(word: Word, preposition: str) -> list[Word]:
    """What stands behind a preposition that depends on a word."""
    return [c for p in word.children if p.lower_ == preposition for c in p.children if c.dep_ == "pobj"]


def _determiner(word: Word) -> str:
    if word.pos_ not in CALLS:
        return "a verb"
    return next((c.lower_ for c in word.children if c.dep_ == "det"), "no determiner")
