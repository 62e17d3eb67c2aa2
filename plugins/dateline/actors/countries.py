"""Whose somebody is: the country of a noun phrase, by what stands in it, before it and behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from ..model.words import Stretch, Word, Words
from .gazetteer import Gazetteer, Place

#: dependents that stand before a noun and tell more of it
BEFORE = frozenset({"amod", "compound", "nmod", "poss", "nummod"})
#: what the model marks a word with that goes on a name
INSIDE = 1


class Countries:
    """Finds the countries of phrases, by the gazetteer and what its words mean in the article (``words.places``).

    ``words``: prefixes with which somebody does not belong to a country (``against``), prepositions behind a noun that
    say whose it is (``belonging``). ``places``: nouns of those who are of the place where they are (``rooted``,
    ``dwelling``), prepositions that say where they are (``within``), and words before (``another``) and behind
    (``apart``) a country's name that make it another's.
    """

    def __init__(self, gazetteer: Gazetteer, words: Mapping[str, Sequence[str]], places: Mapping[str, Sequence[str]]) -> None:
        self.gazetteer = gazetteer
        self.against, self.belonging = frozenset(words["against"]), frozenset(words["belonging"])
        self.rooted, self.dwelling = frozenset(places["rooted"]), frozenset(places["dwelling"])
        self.within = frozenset(places["within"])
        self.another, self.apart = frozenset(places["another"]), frozenset(places["apart"])

    def word(self, word: Word) -> Place | None:
        """What the gazetteer knows of a word, of it with the next one ("Sri Lankan"), or of the name that it is part of; of
        a part of a person's name nothing."""
        words, i = word.words, word.i
        if i in words.places:
            return cast("Place | None", words.places[i])
        if word.ent_type_ == "PERSON":
            return None
        if i > 1 and words[i - 1].text == "-" and words[i - 2].lower_ in self.against:
            return None
        if self._is_apart(words, i + 1):
            return None
        if i and words[i - 1].lower_ in self.another:
            return self.gazetteer.find(words.said(i - 1, i + 1)) or self.gazetteer.city(words.said(i - 1, i + 1))
        find = self.gazetteer.find
        return find(words.said(i, i + 2)) or find(entity_text(word)) or find(word.text)

    def entity(self, ent: Stretch) -> Place | None:
        """What the gazetteer knows of a name."""
        places = ent.words.places
        if ent.end - 1 in places:
            return cast("Place | None", places[ent.end - 1])
        if self._is_apart(ent.words, ent.end):
            return None
        return self.gazetteer.find(ent.text.removesuffix("'s").removesuffix("’s"))

    def named(self, ent: Stretch) -> Place | None:
        """What the gazetteer knows of a name; of a city only where the model says that it is a place."""
        found = self.entity(ent)
        return found or (self.gazetteer.city(ent.text) if ent.label_ in {"GPE", "LOC"} else None)

    def belongs(self, head: Word, span: Stretch) -> Place | None:
        """The place of a phrase: by a word before or in it, by whose or where it is said to be, or by its apposition."""
        inside = [w for w in span if w.ent_type_ != "PERSON"] if span.label_ == "PERSON" else span
        for word in (*before(head), *inside):
            if word.i != head.i or span.label_:
                place = self.word(word)
                if place is None and word.ent_type_ in {"GPE", "LOC"} and word.i != head.i:
                    place = self.gazetteer.city(entity_text(word))
                if place is not None:
                    return place
        return self.behind(head, named=bool(span.label_))

    def behind(self, head: Word, *, named: bool = True) -> Place | None:
        """The place that stands behind a noun: whose it is, what it is again, or, where it has no name, where it is."""
        rooted = not named and self._is_of_its_place(head)
        for child in (*head.children, *(self._next(head) if rooted else ())):
            nouns = [noun for noun in child.children if noun.dep_ == "pobj"] if child.dep_ == "prep" else []
            says = child.lower_ in self.belonging or (rooted and child.lower_ in self.within)
            if child.dep_ == "appos":
                nouns, says = [child], True
            for noun in nouns if says else ():
                if place := self.place(noun):
                    others = (self.place(one) for one in noun.conjuncts)
                    return None if any(other and other.code != place.code for other in others) else place
        return None

    def _next(self, noun: Word) -> list[Word]:
        """The "in" right behind a noun, where the model takes it to be another word's."""
        return [w for w in noun.words[noun.i + 1 : noun.i + 2] if w.lower_ in self.within and w.head is not noun]

    def _is_apart(self, words: Words, end: int) -> bool:
        """Whether the word behind a name makes it the name of what is no country's ("the Indian Ocean")."""
        return end < len(words) and words[end].lower_ in self.apart

    def _is_of_its_place(self, head: Word) -> bool:
        """Whether somebody is of the place in which he is said to be, and not only met or held there."""
        lemma = head.lemma_.lower()
        return lemma in self.dwelling or (lemma in self.rooted and head.dep_ not in {"dobj", "pobj"})

    def place(self, noun: Word) -> Place | None:
        """The place that a noun behind a preposition is, or belongs to."""
        if (place := noun.words.places.get(noun.i)) is not None:
            return cast(Place, place)
        if noun.ent_type_ == "PERSON":
            return None
        name = entity_text(noun)
        found = self.gazetteer.find(name) or self.gazetteer.find(noun.text)
        if found is None and noun.ent_type_ in {"GPE", "LOC"}:
            found = self.gazetteer.city(name)
        return found or self.belongs(noun, Stretch(noun.words, noun.i, noun.i + 1))


def before(head: Word) -> list[Word]:
    """The words before a noun that tell more of it, with those joined to them, in order."""
    found: list[Word] = []
    for child in head.children:
        if child.i >= head.i:
            break
        if child.dep_ in BEFORE:
            found += [child, *(c for c in child.conjuncts if c.i < head.i), *before(child)]
    return sorted(set(found), key=lambda t: t.i) if len(found) > 1 else found


def entity_text(token: Word) -> str:
    """The whole name that a token is part of."""
    if not token.ent_type_:
        return token.text
    start, end = token.i, token.i + 1
    words, iob = token.words, token.words.ent_iob
    while start > 0 and iob[start] == INSIDE:
        start -= 1
    while end < len(words) and iob[end] == INSIDE:
        end += 1
    return words.said(start, end).removesuffix("'s").removesuffix("’s").strip()
