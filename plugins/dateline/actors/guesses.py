"""The country that an actor may be of where the article does not say it: for comparing with coded records, never shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..model.words import Word
from .countries import Countries
from .phrases import Phrase

#: sectors whose actors may belong to the country that an article is about
HOME = frozenset({"GOV", "MIL", "COP", "REB", "OPP", "LEG", "JUD", "CVL", "LAB", "AGR", "EDU", "CRM"})
#: codes that are no country's
BETWEEN = frozenset({"IGO", "NGO", "IMG", "MNC"})
#: the share of an article's countries that makes one of them its home
MOST = 0.6


class Guesses:
    """Guesses countries. ``places``: surnames of heads of state by country (``persons``), and prepositions that say where
    somebody is (``near``).
    """

    def __init__(self, countries: Countries, places: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        self.countries, self.near = countries, frozenset(places["near"])
        self.persons = {name.lower(): code for code, names in places["persons"].items() for name in names}

    def of(self, phrases: Sequence[Phrase]) -> list[Phrase]:
        """The phrases of an article, those without a country with one that they may have."""
        home, at = _home(phrases), {p.head.i: p.country for p in phrases if p.country}
        open_ = (p.country is None and p.guess is None and p.kind != "thing" for p in phrases)
        both = zip(phrases, open_, strict=True)
        return [replace(p, guess=self._guess(p, at, home)) if guessed else p for p, guessed in both]

    def _guess(self, phrase: Phrase, at: Mapping[int, str | None], home: str | None) -> str | None:
        known = self.persons.get(phrase.span.text.split()[-1].lower()) if phrase.kind == "person" and phrase.named else None
        return known or self._around(phrase.head) or _beside(phrase.head, at) or (home if phrase.sector in HOME else None)

    def _around(self, head: Word) -> str | None:
        """The country in which somebody is said to be, or that the clause about him names."""
        for child in head.children:
            if child.dep_ in {"acl", "relcl"}:
                nouns = [word for word in child.subtree if word.ent_type_ == "GPE"]
            else:
                nouns = [word for word in child.children if child.lower_ in self.near and word.dep_ == "pobj"]
            for noun in nouns:
                if place := self.countries.place(noun):
                    return place.code
        return None


def _beside(head: Word, at: Mapping[int, str | None]) -> str | None:
    """The country of those to whom a noun is joined ("and a group of deputies")."""
    if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.dep_ == "conj":
        head = head.head.head
    return at.get(head.head.i) if head.dep_ == "conj" else None


def _home(phrases: Sequence[Phrase]) -> str | None:
    """The country that most of an article's phrases belong to, if there is one."""
    counts = Counter(p.country for p in phrases if p.country and p.country not in BETWEEN)
    if not counts:
        return None
    [(code, most)] = counts.most_common(1)
    return code if most >= MOST * counts.total() else None
