"""Noun phrases that name somebody who acts: named entities, and nouns of office ("the president of Armenia")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from .gazetteer import Gazetteer, Place

#: what the model calls a kind of entity, and what we do
KINDS = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place",
    "NORP": "group", "PRODUCT": "thing", "WORK_OF_ART": "thing", "LAW": "thing",
}  # fmt: skip
#: dependents that stand before a noun and tell more of it
BEFORE = frozenset({"amod", "compound", "nmod", "poss", "nummod"})
ACTING = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "dative"})
#: nouns that only count what is behind them ("a group of leaders")
COUNTING = frozenset({"group", "number", "thousand", "hundred", "dozen", "ten", "crowd", "part", "some", "series", "majority"})
#: what stands before a country's name and says that somebody does not belong to it ("pro-Russian")
AGAINST = frozenset({"pro", "anti", "non", "ex"})
#: prepositions behind a noun that say whose or where it is
BELONGING = frozenset({"of", "in", "from", "for", "throughout", "at"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that names an actor: its head, its name as a span, what it seems to be, and whom it belongs to.

    ``country`` is a code, ``sector`` PLOVER's; ``whole`` says that it stands for its country as such ("Russian officials").
    ``office`` is the noun of office, ``named`` whether it has a name of its own, ``label`` what to call it where the words
    name several ("American" and "Soviet soldiers").
    """

    head: Token
    span: Span
    kind: str
    country: str | None
    sector: str | None
    office: str | None
    named: bool
    whole: bool
    label: str | None = None


class Phrases:
    """Finds the phrases of a document. ``offices`` gives nouns by sector, and lists (``whole``, ``between``) beside them."""

    def __init__(self, gazetteer: Gazetteer, offices: Mapping[str, Sequence[str]]) -> None:
        self.gazetteer = gazetteer
        self.whole = frozenset(offices["whole"])
        self.between = frozenset(offices["between"])
        self.things = frozenset(offices["things"])
        self.institutions = frozenset(offices["institutions"])
        self.sector = {noun: s for s, nouns in offices.items() if s.isupper() for noun in reversed(nouns)}

    def find(self, doc: Doc) -> Iterator[Phrase]:
        """All phrases, in order of their heads."""
        entities = {ent.root.i: ent for ent in doc.ents if ent.label_ in KINDS}
        inside = {token.i for ent in doc.ents for token in ent}
        for token in doc:
            ent = entities.get(token.i)
            office = self._office(token) if token.pos_ in {"NOUN", "PROPN"} else None
            if ent is not None and (head := self._says_which(ent)) is None:
                yield self._named(ent, office)
            elif ent is not None and head is not None and (which := self._which(ent, head)):
                yield which
            elif token.pos_ == "PROPN" and token.i not in inside and token.dep_ != "compound" and (seat := self._seat(token)):
                yield seat
            elif office and token.i not in inside and token.dep_ not in {"compound", "amod", "nmod"} and not _counts(token):
                yield from self._unnamed(token, office)

    def _which(self, ent: Span, head: Token) -> Phrase | None:
        """A place or body that only says which a noun is, where that noun is nobody ("Russian gas")."""
        place = self.gazetteer.find(ent.text)
        if place is None or self._office(head) is not None:
            return None
        kind = "organisation" if place.kind == "body" else "place"
        return Phrase(ent.root, ent, kind, place.code, None, None, True, place.kind in {"country", "people", "seat"})

    def _seat(self, token: Token) -> Phrase | None:
        """A name that the gazetteer knows and the model does not ("Downing Street")."""
        span = _span(token)
        place = self.gazetteer.find(span.text)
        if place is None or place.kind not in {"country", "seat", "body"}:
            return None
        kind = "organisation" if place.kind == "body" else "place"
        return Phrase(token, span, kind, place.code, "GOV" if kind == "place" else None, None, True, kind == "place")

    def _office(self, token: Token) -> str | None:
        """The noun of office that a token is, with the compound before it where the two are one ("prime minister")."""
        lemma = token.lemma_.lower()
        before = next((c for c in token.children if c.dep_ in {"compound", "amod"} and c.i == token.i - 1), None)
        both = f"{before.lemma_.lower()} {lemma}" if before is not None else ""
        return next((name for name in (both, lemma) if name in self.sector or name in self.things), None)

    def _says_which(self, ent: Span) -> Token | None:
        """The noun of which a nationality before it only says which it is ("Russian officials"); None where it is a name."""
        root = ent.root
        if self.gazetteer.find(ent.text) is None and ent.label_ != "NORP":
            return None
        joined = root.head if root.dep_ == "conj" and root.head.dep_ in {"amod", "compound", "nmod"} else root
        return joined.head if joined.dep_ in {"amod", "compound", "nmod"} and joined.head.pos_ in {"NOUN", "PROPN"} else None

    def _named(self, ent: Span, office: str | None) -> Phrase:
        """The phrase of a named entity, with the office that stands before the name."""
        root, place = ent.root, self._place(ent)
        if place and (place.kind == "people" or (place.kind == "body" and len(place.code) == 3)):
            place = next(
                (p for w in _before(root) if w not in ent and (p := self._word(w)) and p.kind in {"country", "people"}), place
            )
        title = office or next((o for c in _before(root) if (o := self._office(c))), None)
        if place and place.kind in {"people", "faith"} and any(c.lower_ == "ethnic" for c in root.children):
            return Phrase(root, ent, "group", self._behind(root), "CVL", "people", True, False)
        kind = KINDS[ent.label_]
        if ent.label_ == "PERSON" and place and place.kind in {"country", "people", "body"}:
            kind = "place" if place.kind == "country" else "group" if place.kind == "people" else "organisation"
        elif kind == "organisation" and place and place.kind in {"country", "capital"}:
            kind = "place"
        between = (
            "IGO"
            if ent.label_ == "ORG" and ent.text.removeprefix("the ").removeprefix("The ").split()[0] in self.between
            else None
        )
        country = place.code if place else self._belongs(root, ent) or between
        sector = self.sector.get(title or "") or ("GOV" if place and place.kind == "seat" else None)
        acts = place is not None and (place.kind in {"country", "seat"} or (place.kind == "capital" and _acts(root)))
        whole = acts and ent.label_ != "PERSON"
        return Phrase(root, ent, kind, country, sector, title, True, whole)

    def _unnamed(self, head: Token, office: str) -> Iterator[Phrase]:
        """The phrases of a noun of office: one, or one for each of the countries that are joined before it."""
        span, sector = _span(head), self.sector.get(office)
        if sector is None:
            yield Phrase(head, span, "thing", self._belongs(head, span), None, office, False, False)
            return
        joined = [(word, place) for word in _before(head) if (place := self._word(word)) and place.kind != "faith"]
        one = head.tag_ in {"NN", "NNP"}
        kind = (
            "organisation" if one and office in self.institutions else "person" if one and not _collective(office) else "group"
        )
        if len({place.code for _, place in joined}) > 1:
            for word, place in joined:
                label = f"{word.text} {head.text}"
                yield Phrase(head, span, kind, place.code, sector, office, False, office in self.whole, label)
            return
        code = joined[0][1].code if joined else self._belongs(head, span)
        yield Phrase(head, span, kind, code, sector, office, False, office in self.whole and code is not None)

    def _word(self, word: Token) -> Place | None:
        """What the gazetteer knows of a word, of it with the next one ("Sri Lankan"), or of the name that it is part of."""
        if word.i > 1 and word.nbor(-1).text == "-" and word.nbor(-2).lower_ in AGAINST:
            return None
        both = word.doc[word.i : word.i + 2].text
        return self.gazetteer.find(both) or self.gazetteer.find(word.text) or self.gazetteer.find(_entity_text(word))

    def _place(self, ent: Span) -> Place | None:
        """What the gazetteer knows of a name; of a city only where the model says that it is a place."""
        found = self.gazetteer.find(ent.text.removesuffix("'s").removesuffix("’s"))
        if found is None and ent.label_ in {"GPE", "LOC"}:
            found = self.gazetteer.city(ent.text)
        return found

    def _belongs(self, head: Token, span: Span) -> str | None:
        """The country of a phrase: by a word before or in it, by whose or where it is said to be, or by its apposition."""
        inside = [t for t in span if t.ent_type_ != "PERSON"] if span.label_ == "PERSON" else list(span)
        for word in (*_before(head), *inside):
            if word.i != head.i or span.label_:
                place = self._word(word)
                if place is None and word.ent_type_ in {"GPE", "LOC"} and word.i != head.i:
                    place = self.gazetteer.city(_entity_text(word))
                if place is not None:
                    return place.code
        return self._behind(head)

    def _behind(self, head: Token) -> str | None:
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in BELONGING:
                for noun in child.children:
                    if noun.dep_ == "pobj" and (code := self._code(noun)):
                        return code
            elif child.dep_ == "appos" and (code := self._code(child)):
                return code
        clauses = (c for c in head.children if c.dep_ in {"acl", "relcl"})
        return next((code for c in clauses for t in c.subtree if t.ent_type_ == "GPE" and (code := self._code(t))), None)

    def _code(self, noun: Token) -> str | None:
        """The country that a noun behind a preposition is, or belongs to."""
        name = _entity_text(noun)
        place = self.gazetteer.find(name) or self.gazetteer.find(noun.text)
        if place is None and noun.ent_type_ in {"GPE", "LOC"}:
            place = self.gazetteer.city(name)
        return place.code if place else self._belongs(noun, noun.doc[noun.i : noun.i + 1])


def _acts(name: Token) -> bool:
    """Whether the name of a capital stands for its government ("Moscow said"), not for the place ("in Moscow")."""
    if name.dep_ == "conj":
        return _acts(name.head)
    return name.dep_ in ACTING or (name.dep_ == "pobj" and name.head.lower_ in {"by", "with", "against", "between"})


def _before(head: Token) -> list[Token]:
    """The words before a noun that tell more of it, with those joined to them, in order."""
    found = []
    for child in head.children:
        if child.dep_ in BEFORE and child.i < head.i:
            found += [child, *(c for c in child.conjuncts if c.i < head.i), *_before(child)]
    return sorted(set(found), key=lambda t: t.i)


def _span(head: Token) -> Span:
    """The noun with the words before it that name it: no article, number, or other describing word at its edge."""
    start = min((t.i for t in _before(head) if t.dep_ != "nummod"), default=head.i)
    start = max(start, head.i - 6)
    while start < head.i and (head.doc[start].pos_ not in {"PROPN", "NOUN", "ADJ"} or head.doc[start - 1].text == "-"):
        start += 1
    return head.doc[start : head.i + 1]


def _entity_text(token: Token) -> str:
    """The whole name that a token is part of."""
    if not token.ent_type_:
        return str(token.text)
    start, end = token.i, token.i + 1
    doc = token.doc
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return str(doc[start:end].text).removesuffix("'s").removesuffix("’s").strip()


def _counts(token: Token) -> bool:
    """Whether a noun only counts those behind its "of"."""
    return token.lemma_.lower() in COUNTING and any(c.lower_ == "of" for c in token.children)


def _collective(office: str) -> bool:
    """Whether a noun in the singular is many."""
    return office in {"police", "people", "opposition", "crowd", "staff", "delegation", "faction", "gang", "family", "force"}
