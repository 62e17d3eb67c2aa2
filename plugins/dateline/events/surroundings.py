"""Surroundings: what an article and a sentence say around a candidate, found once for all of them."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..model import Actor, Article, DateMention
from ..model.words import Word, Words
from .candidates import EventCandidate, sentences_of, verb_of
from .roles import ActorAt

#: letters by which forms of one word are taken for the same, and the length from which a word counts
STEM, LEAST = 5, 4
#: kinds of entities that are numbers
NUMBERS = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY"})
#: words at the end of a sentence among which a question mark stands
CLOSING = 3


@dataclass(frozen=True)
class Surroundings:
    """What features ask of an article.

    ``headline`` and ``lead`` have the stems of their longer words. ``kinds`` is the kind of the actor that a word stands for,
    by the word's index, ``shares`` how often that actor is named beside the one who is named most. ``dates`` are those in a
    clause, by the index of its verb. ``told`` is how many candidates share a stem, ``first`` the sentence of the first of them.
    ``sentences`` has the features of each sentence, by its number.
    """

    published: str
    genre: str
    headline: frozenset[str]
    lead: frozenset[str]
    kinds: Mapping[int, str]
    shares: Mapping[int, float]
    dates: Mapping[int, Sequence[DateMention]]
    told: Mapping[str, int]
    first: Mapping[str, int]
    sentences: Mapping[int, Mapping[str, float]]


def stem(word: str) -> str:
    """The first letters of a word, in small letters."""
    return word[:STEM].lower()


def stems(text: Iterable[str]) -> frozenset[str]:
    """The stems of the longer words."""
    return frozenset(stem(word) for word in text if len(word) >= LEAST and word[0].isalpha())


def surroundings(
    words: Words,
    article: Article,
    candidates: Sequence[EventCandidate],
    actors: Sequence[Actor],
    at: ActorAt,
    dates: Sequence[DateMention],
    speakers: frozenset[str],
) -> Surroundings:
    """What stands around the candidates of an article; ``speakers`` are the words of those who speak of themselves."""
    kind = {actor.id: actor.kind for actor in actors}
    kinds = {i: kind[who[0]] for i, who in at.items() if who}
    named = Counter(one for who in at.values() for one in who)
    most = max(named.values(), default=1)
    headline = stems(article.title.split())
    parts = _sentences(words, candidates)
    lead = stems(word.text for word in parts.get(0, ()) if word.pos_ != "PRON")
    sentences = {number: _sentence(part, headline, kinds, speakers) for number, part in parts.items()}
    order = [(stem(c.trigger.text), c.sentence) for c in candidates]
    return Surroundings(
        published=article.published[:10],
        genre=article.genre,
        headline=headline,
        lead=lead,
        kinds=kinds,
        shares={i: named[who[0]] / most for i, who in at.items() if who},
        dates=_dates(words, dates),
        told=Counter(name for name, _ in order),
        first=dict(reversed(order)),
        sentences=sentences,
    )


def _sentences(words: Words, candidates: Sequence[EventCandidate]) -> dict[int, Sequence[Word]]:
    """The words of the sentences in which candidates stand, by number."""
    number = {c.trigger.i: c.sentence for c in candidates}
    found = {}
    for sentence in sentences_of(words):
        inside = next((number[word.i] for word in sentence if word.i in number), None)
        if inside is not None:
            found[inside] = sentence
    return found


def _dates(words: Words, dates: Sequence[DateMention]) -> dict[int, list[DateMention]]:
    """The dates of each clause."""
    places = [word.idx for word in words]
    found: dict[int, list[DateMention]] = {}
    for date in dates:
        verb = verb_of(words[max(bisect_right(places, date.start) - 1, 0)])
        if verb is not None:
            found.setdefault(verb.i, []).append(date)
    return found


def _sentence(
    sentence: Sequence[Word], headline: frozenset[str], kinds: Mapping[int, str], speakers: frozenset[str]
) -> dict[str, float]:
    """The features that all candidates of a sentence share."""
    said = stems(word.text for word in sentence)
    named = sum(kinds.get(word.i) not in {None, "group"} for word in sentence)
    return {
        "length of the sentence": min(math.log1p(len(sentence)) / 4, 1.0),
        "actors in the sentence": min(named, 4) / 4,
        "number in the sentence": float(any(word.ent_type_ in NUMBERS for word in sentence)),
        "date in the sentence": float(any(word.ent_type_ == "DATE" for word in sentence)),
        "first person in the sentence": float(any(word.lower_ in speakers for word in sentence)),
        "question": float(any(word.text == "?" for word in sentence[-CLOSING:])),
        "headline's words in the sentence": len(said & headline) / max(len(headline), 1),
        "verbs in the sentence": min(sum(word.pos_ == "VERB" for word in sentence), 6) / 6,
    }
