"""Whose somebody is: the country of a noun phrase, by what stands in it, before it and behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model.words import Stretch, Word
from .gazetteer import Gazetteer, Place

#: dependents that stand before a noun and tell more of it
BEFORE = frozenset({"amod", "compound", "nmod", "poss", "nummod"})
#: what the model marks a word with that goes on a name
INSIDE = 1


class Countries:
    """Finds the countries of phrases, by the gazetteer. ``words``: prefixes with which somebody does not belong to a country
    (``against``), and prepositions behind a noun that say whose or where it is (``belonging``)."""

    def __init__(self, gazetteer: Gazetteer, words: Mapping[str, Sequence[str]]) -> None:
        self.gazetteer = gazetteer
        self.against, self.belonging = frozenset(words["against"]), frozenset(words["belonging"])

    def word(self, word: Word) -> Place | None:
        """What the gazetteer knows of a word, of it with the next one ("Sri Lankan"), or of the name that it is part of."""
        words, i = word.words, word.i
        if i > 1 and words[i - 1].text == "-" and words[i - 2].lower_ in self.against:
            return None
        both = words.said(i, i + 2)
        return self.gazetteer.find(both) or self.gazetteer.find(word.text) or self.gazetteer.find(entity_text(word))

    def named(self, ent: Stretch) -> Place | None:
        """What the gazetteer knows of a name; of a city only where the model says that it is a place."""
        found = self.gazetteer.find(ent.text.removesuffix("'s").removesuffix("’s"))
        if found is None and ent.label_ in {"GPE", "LOC"}:
            found = self.gazetteer.city(ent.text)
        return found

    def belongs(self, head: Word, span: Stretch) -> str | None:
        """The country of a phrase: by a word before or in it, by whose or where it is said to be, or by its apposition."""
        inside = [w for w in span if w.ent_type_ != "PERSON"] if span.label_ == "PERSON" else span
        for word in (*before(head), *inside):
            if word.i != head.i or span.label_:
                place = self.word(word)
                if place is None and word.ent_type_ in {"GPE", "LOC"} and word.i != head.i:
                    place = self.gazetteer.city(entity_text(word))
                if place is not None:
                    return place.code
        return self.behind(head)

    def behind(self, head: Word) -> str | None:
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in self.belonging:
                for noun in child.children:
                    if noun.dep_ == "pobj" and (code := self._code(noun)):
                        return code
            elif child.dep_ == "appos" and (code := self._code(child)):
                return code
        clauses = (c for c in head.children if c.dep_ in {"acl", "relcl"})
        return next((code for c in clauses for t in c.subtree if t.ent_type_ == "GPE" and (code := self._code(t))), None)

    def _code(self, noun: Word) -> str | None:
        """The country that a noun behind a preposition is, or belongs to."""
        name = entity_text(noun)
        place = self.gazetteer.find(name) or self.gazetteer.find(noun.text)
        if place is None and noun.ent_type_ in {"GPE", "LOC"}:
            place = self.gazetteer.city(name)
        return place.code if place else self.belongs(noun, Stretch(noun.words, noun.i, noun.i + 1))


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
