"""Noun phrases that name somebody who acts: named entities, and nouns of office ("the president of Armenia")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..model.words import Stretch, Word, Words
from .countries import Countries, before, entity_text
from .gazetteer import Gazetteer, Place
from .kinds import KINDS, head
from .lexicon import lexicon
from .metonyms import Capitals, Teams
from .nouns import Nouns
from .senses import STATES
from .wording import Wording, whose

#: what the model marks a token with that is in no named entity
OUTSIDE = 2
NOUNS = frozenset({"NOUN", "PROPN"})
#: a word that is a name by its letters ("iPhone", "YouTube")
CAMEL = re.compile(r"[A-Za-z]?[a-z]+[A-Z]\w*")
#: a number that tells one model of a thing from another
MODEL_NUMBER = re.compile(r"\d{1,2}[A-Z]{0,2}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that names an actor: its head, its name as a span, what it seems to be, and whom it belongs to.

    ``country`` is a code, ``sector`` PLOVER's; ``whole`` says that it stands for its country as such ("Russian officials").
    ``office`` is the noun of office, ``named`` whether it has a name of its own, ``label`` what to call it where the words
    name several ("American" and "Soviet soldiers"). ``state`` is the name of a state of the past that it stands for.
    ``guess`` is a country that it may have where it says none.
    """

    head: Word
    span: Stretch
    kind: str
    country: str | None
    sector: str | None
    office: str | None
    named: bool
    whole: bool
    label: str | None = None
    state: str | None = None
    guess: str | None = None


class Phrases:
    """Finds the phrases of a document. ``offices`` gives nouns by sector, and lists (``whole``, ``counting``) beside them."""

    def __init__(self, gazetteer: Gazetteer, offices: Mapping[str, Sequence[str]], places: Mapping[str, Any]) -> None:
        self.gazetteer = gazetteer
        self.countries = Countries(gazetteer, offices, places)
        self.capitals, self.teams = Capitals(places["capitals"]), Teams(places["teams"])
        self.whole = frozenset(offices["whole"])
        self.between = frozenset(offices["between"])
        self.nouns = Nouns(offices, lexicon("en"))
        self.wording = Wording(offices["loose"], offices["qualifying"])

    def find(self, words: Words, names: Iterable[Stretch]) -> Iterator[Phrase]:
        """All phrases of these words, in which the names are known, in order of their heads."""
        entities = {head(name).i: name for name in names}
        for token, iob in zip(words, words.ent_iob, strict=True):
            if token.i in entities:
                yield from self._of_entity(token, entities[token.i])
            elif iob == OUTSIDE and token.pos_ in NOUNS:
                yield from self._of_noun(token)

    def _of_entity(self, root: Word, ent: Stretch) -> Iterator[Phrase]:
        place = self.countries.entity(ent)
        if place is not None and place.kind == "holder":
            return
        head = self._says_which(root, ent)
        if head is None:
            yield _with_holder(self._named(root, ent, self.nouns.office(root)))
        elif which := self._which(root, ent, head):
            yield which

    def _of_noun(self, token: Word) -> Iterator[Phrase]:
        """The phrases of a noun in which no name is seen: a name by its letters, a seat of government, an office."""
        if token.dep_ == "compound":
            return
        if CAMEL.fullmatch(token.text):
            span = _with_number(token, Stretch(token.words, token.i, token.i + 1), "thing")
            yield Phrase(token, span, "thing", None, None, None, True, False)
        elif token.pos_ == "PROPN" and (seat := self._seat(token)):
            yield seat
        elif token.dep_ not in {"amod", "nmod"} and (office := self.nouns.office(token)) and not self.nouns.counts(token):
            yield from self._unnamed(token, office)

    def _which(self, root: Word, ent: Stretch, head: Word) -> Phrase | None:
        """A place or body that only says which a noun is, where that noun is nobody ("Russian gas")."""
        place = self.countries.entity(ent)
        if place is None or self.nouns.office(head) is not None:
            return None
        kind = "organisation" if place.kind == "body" else "place"
        whole = place.kind in {"country", "people", "seat"}
        return Phrase(root, ent, kind, place.code, None, None, True, whole, state=place.state)

    def _seat(self, token: Word) -> Phrase | None:
        """A name that the gazetteer knows and the model does not ("Downing Street")."""
        span = self.wording.span(token)
        place = self.countries.entity(span)
        if place is None or place.kind not in {"country", "seat", "body"}:
            return None
        kind = "organisation" if place.kind == "body" else "place"
        sector = "GOV" if kind == "place" else None
        return Phrase(token, span, kind, place.code, sector, None, True, kind == "place", state=place.state)

    def _says_which(self, root: Word, ent: Stretch) -> Word | None:
        """The noun of which a nationality before it only says which it is ("Russian officials"); None where it is a name."""
        if self.countries.entity(ent) is None and ent.label_ != "NORP":
            return None
        joined = root.head if root.dep_ == "conj" and root.head.dep_ in {"amod", "compound", "nmod"} else root
        return joined.head if joined.dep_ in {"amod", "compound", "nmod"} and joined.head.pos_ in {"NOUN", "PROPN"} else None

    def _named(self, root: Word, ent: Stretch, office: str | None) -> Phrase:
        """The phrase of a named entity, with the office that stands before the name."""
        place = self.countries.named(ent)
        if place and place.kind in {"city", "capital"} and self.teams.plays(root):
            return Phrase(root, ent, "organisation", None, None, None, True, False)
        if place and (place.kind == "people" or (place.kind == "body" and len(place.code) == 3)):
            around = (self.countries.word(word) for word in before(root) if word not in ent)
            place = next((p for p in around if p and p.kind in {"country", "people"}), place)
        titles = (office, *(self.nouns.office(c) for c in before(root)))
        title = next((o for o in titles if o and not (ent.label_ == "PERSON" and o in self.nouns.institutions)), None)
        if place and place.kind in {"people", "faith"} and any(c.lower_ == "ethnic" for c in root.children):
            behind = self.countries.behind(root)
            return Phrase(root, ent, "group", behind.code if behind else None, "CVL", "people", True, False)
        kind = KINDS[ent.label_]
        if ent.label_ == "PERSON" and place and place.kind in {"country", "people", "body"}:
            kind = "place" if place.kind == "country" else "group" if place.kind == "people" else "organisation"
        elif kind == "organisation" and place and place.kind in {"country", "capital"}:
            kind = "place"
        first = ent.text.removeprefix("the ").removeprefix("The ").split()[0]
        guess = "IGO" if ent.label_ == "ORG" and first in self.between else None
        belongs = place or self.countries.belongs(root, ent)
        country = belongs.code if belongs else None
        title = None if kind == "place" else title
        ent = _with_number(root, ent, KINDS[ent.label_])
        sector = self.nouns.sector(title) or ("GOV" if place and place.kind == "seat" else None)
        whole = place is not None and ent.label_ != "PERSON" and self._is_state(place, root)
        state = place.state if place else None
        return Phrase(root, ent, kind, country, sector, title, True, whole, state=state, guess=guess)

    def _is_state(self, place: Place, name: Word) -> bool:
        """Whether a name stands for a state: that of a country, its seat, or a capital that does what governments do."""
        return place.kind in {"country", "seat"} or (place.kind == "capital" and self.capitals.acts(name))

    def _unnamed(self, head: Word, office: str) -> Iterator[Phrase]:
        """The phrases of a noun of office: one, or one for each of the countries that are joined before it."""
        span, kind, sector = self.wording.span(head), self.nouns.kind(head, office), self.nouns.sector(office)
        if kind == "thing":
            place = self.countries.belongs(head, span)
            code = place.code if place else None
            yield Phrase(head, span, kind, code, None, office, False, False, self._label(head, kind))
            return
        joined = [(word, place) for word in before(head) if (place := self.countries.word(word)) and place.kind != "faith"]
        if len({(place.code, place.state) for _, place in joined}) > 1:
            for word, place in joined:
                label = f"{entity_text(word)} {head.text}"
                whole = office in self.whole
                yield Phrase(head, span, kind, place.code, sector, office, False, whole, label, place.state)
            return
        found = joined[0][1] if joined else self.countries.belongs(head, span)
        whole = found is not None and office in self.whole and found.kind in STATES
        code, state = (found.code, found.state) if found else (None, None)
        yield Phrase(head, span, kind, code, sector, office, False, whole, self._label(head, kind), state=state)

    def _label(self, head: Word, kind: str) -> str:
        """What to call somebody without a name; a group or body with the place whose it is, where no other name says that."""
        label = self.wording.label(head)
        place = whose(head) if kind in {"group", "organisation"} and label == label.lower() else ""
        return f"{label} {place}" if place else label


def _with_holder(phrase: Phrase) -> Phrase:
    """The phrase of a town with the state behind it ("Leeds, Ala."), under the town's name."""
    words, end = phrase.span.words, phrase.span.end + 1
    while (place := words.places.get(end)) is not None and place.kind == "holder":
        end += 1
    if end == phrase.span.end + 1:
        return phrase
    return replace(phrase, span=Stretch(words, phrase.span.start, end), label=phrase.span.text)


def _with_number(root: Word, ent: Stretch, kind: str) -> Stretch:
    """A name with the number or model behind or before it that the model leaves out ("iPhone 4", "3G iPhone")."""
    words, start, end = ent.words, ent.start, ent.end
    if kind not in {"thing", "organisation"}:
        return ent
    if end < len(words) and words[end].head is root and MODEL_NUMBER.fullmatch(words[end].text):
        end += 1
    if start and MODEL_NUMBER.fullmatch(words[start - 1].text) and not words[start - 1].text.isdigit():
        start -= 1
    return Stretch(words, start, end)
