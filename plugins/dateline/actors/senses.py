"""What words that may name several places mean in an article: "Birmingham, Alabama", "Georgia", a person's name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..model.words import Words
from .gazetteer import Gazetteer, Place

#: what the model marks a word with that goes on a name
INSIDE = 1
#: how many words the name of a state or province may have ("New South Wales")
LONG = 3
#: what a word is that belongs to what follows it behind a comma ("In Paris, Germany won", "Roe, France's coach")
APART = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "pobj", "compound", "nmod", "amod"})
#: what the model may call a town
TOWNS = frozenset({"", "GPE", "LOC", "FAC", "ORG"})
#: kinds of place that name a state as such
STATES = frozenset({"country", "people", "capital", "seat"})


class Pair(NamedTuple):
    """A town (from ``start``), a comma or "in" (``middle``), and what holds it (to before ``end``): one of ``codes``."""

    start: int
    middle: int
    end: int
    codes: frozenset[str]


class Senses:
    """Tells what words mean. ``places``: words with which a name is a state's, not a country's (``marks``: "governor"), and
    prepositions that say where a town is (``within``).
    """

    def __init__(self, gazetteer: Gazetteer, places: Mapping[str, Sequence[str]]) -> None:
        self.gazetteer, self.marks = gazetteer, frozenset(places["marks"])
        self.within = frozenset(places["within"])

    def of(self, words: Words) -> dict[int, Place | None]:
        """From the index of a word to the place that it means; None where it is a person's name."""
        found: dict[int, Place | None] = dict.fromkeys(_persons(words))
        open_: list[Pair] = []
        for pair in self._pairs(words):
            if code := self._country(words, pair):
                found |= self._said(words, pair, code)
            elif len(pair.codes) > 1:
                open_.append(pair)
        self._of_states(words, open_, found)
        return found

    def _of_states(self, words: Words, pairs: Sequence[Pair], found: dict[int, Place | None]) -> None:
        """Notes names that a state and a country have, and the pairs in which they stand, where the article says which."""
        alike = self.gazetteer.alike
        doubtful = [w for w in words if w.text in alike and w.i not in found and w.ent_type_ != "PERSON"]
        paired = {i for pair in pairs for i in range(pair.start, pair.end)}
        for name in sorted({w.text for w in doubtful}):
            if code := self._state(words, name, found, paired):
                found |= {w.i: Place(code, "region") for w in doubtful if w.text == name}
                for pair in pairs:
                    if words[pair.end - 1].text == name:
                        found |= self._said(words, pair, code)

    def _said(self, words: Words, pair: Pair, code: str) -> dict[int, Place]:
        """The words of a pair: the town, and where it is a state or province, what holds it."""
        country = self.gazetteer.find(words.said(pair.middle + 1, pair.end))
        found = {i: Place(code, "city") for i in range(pair.start, pair.middle)}
        if country is None or country.code != code or country.kind != "country":
            found |= {i: Place(code, "holder") for i in range(pair.middle + 1, pair.end)}
        return found

    def _pairs(self, words: Words) -> Iterator[Pair]:
        """The names with a comma or "in" and the name of a country, state or province behind them."""
        for middle in range(1, len(words) - 1):
            if words[middle].text != "," and words[middle].text not in self.within:
                continue
            if not (words[middle - 1].text[0].isupper() and words[middle + 1].text[0].isupper()):
                continue
            for end in range(min(middle + 1 + LONG, len(words)), middle + 1, -1):
                if codes := self.gazetteer.holders(words.said(middle + 1, end)):
                    yield Pair(_start(words, middle), middle, end, codes)
                    break

    def _country(self, words: Words, pair: Pair) -> str | None:
        """The country in which the town of a pair lies; None where the two are no pair, or that is open."""
        town, holder = words.said(pair.start, pair.middle), words[pair.end - 1]
        inside = [code for code in sorted(pair.codes) if self.gazetteer.towns.inside(town, code)]
        if words[pair.middle].text != ",":
            return inside[0] if len(inside) == 1 else None
        unknown = holder.dep_ == "conj" or words[pair.start].ent_type_ not in TOWNS
        if holder.dep_ in APART or (unknown and not inside):
            return None
        known = self.gazetteer.find(town)
        if known is not None and known.kind in {"country", "people"} and holder.dep_ != "appos":
            return None
        codes = inside or sorted(pair.codes)
        return codes[0] if len(codes) == 1 else None

    def _state(self, words: Words, name: str, found: Mapping[int, Place | None], paired: Collection[int]) -> str | None:
        """The country of the state of this name, where the article speaks of that and not of the country."""
        country, state, towns = self.gazetteer.alike[name]
        known = (self.gazetteer.find(w.text) for w in words if w.i not in found and w.i not in paired and w.text != name)
        named = [place for place in known if place]
        if any(place.code == country for place in named):
            return None
        if any(w.text in towns for w in words):
            return state
        abroad = any(place.kind in STATES and place.code != state for place in named)
        beside = any(place is not None and place.code == state for place in found.values())
        clues = beside or any(w.lemma_.lower() in self.marks for w in words)
        return state if clues and not abroad else None


def _start(words: Words, end: int) -> int:
    """Where the name begins that ends before a word: that of the model, else the capitals before it."""
    start = end - 1
    if words[start].ent_type_:
        while start and words.ent_iob[start] == INSIDE:
            start -= 1
        return start
    while start and words[start - 1].pos_ == "PROPN" and not words[start - 1].ent_type_:
        start -= 1
    return start


def _persons(words: Words) -> list[int]:
    """The words that the model calls persons, each a part of the full name of one ("Jordan" beside "Ann Jordan")."""
    alone, parts = [], set[str]()
    for word in words:
        if word.ent_type_ == "PERSON":
            goes_on = word.i + 1 < len(words) and words.ent_iob[word.i + 1] == INSIDE
            if words.ent_iob[word.i] == INSIDE or goes_on:
                parts.add(word.text)
            else:
                alone.append(word)
    return [word.i for word in alone if word.text in parts]
