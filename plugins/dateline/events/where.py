"""Where it happened: the places that the clause of an event names. No place is better than a wrong one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..model.words import Word
from .told import Cast, Told

#: kinds of event whose people and things are where it happens ("killed a man in Paris", "talks" are not with "a man in Paris")
ON_THE_SPOT = frozenset({
    "ASSAULT", "FIGHT", "COERCE", "PROTEST", "ACCIDENT", "DISASTER", "DEATH", "LAUNCH", "AWARD", "CONTEST", "ELECTION",
    "COMMEMORATION", "TRIAL",
})  # fmt: skip
#: of these, kinds that a place itself undergoes ("shelled Donetsk")
UPON_PLACES = frozenset({"ASSAULT", "FIGHT", "DISASTER", "ACCIDENT"})
OBJECT = frozenset({"dobj", "nsubjpass"})
SUBJECT = frozenset({"nsubj", "nsubjpass"})
#: what stands before a noun and says where it is ("a Paris hospital", "Moscow's streets")
BEFORE = frozenset({"compound", "poss", "nmod", "amod"})
#: how many phrases deep a place is looked for ("in a hospital near the town of Torgau")
DEEP = 3


class Where:
    """Finds the places of an event. ``words`` are those of a language by what they do (``where`` among its cues)."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.words = {name: frozenset(said) for name, said in words.items()}

    def of(self, told: Told, cast: Cast) -> tuple[str, ...]:
        """The ids of the actors that are the places of an event, the nearest first; none where its clause names none."""
        found = tuple(dict.fromkeys(self._stated(told, cast)))
        if not found and (told.kind == "OTHER" or self._on_the_spot(told)):
            found = tuple(dict.fromkeys(self._beside(told, cast)))
        if not found and told.kind in ON_THE_SPOT:
            found = tuple(dict.fromkeys(self._joined(told.token, cast)))
        return found

    def _on_the_spot(self, told: Told) -> bool:
        """Whether an event is where those are who take part."""
        present = told.token.lemma_.lower() in self.words["present"] and told.mode != "call"
        return present or told.mode == "meeting" or told.kind in ON_THE_SPOT

    def _stated(self, told: Told, cast: Cast) -> Iterator[str]:
        """What is visited or attacked, and what the phrases of place of the event's own words name."""
        for head in self._heads(told):
            yield from self._reached(head, told.kind, cast)
            for prep in _preps(head):
                yield from self._behind(prep, cast)
        if told.kind in UPON_PLACES and told.direct:
            yield from (i for i in told.target if cast.actors[i].kind == "place" and not _is_country(i, cast))
        yield from self._described(told.token, cast)
        yield from self._shared(told.token, cast)

    def _heads(self, told: Told) -> Iterable[Word]:
        """The words that phrases of place may hang on: the trigger, the verb that hands on to it, the noun that it carries, and
        the verb that only says that it took place."""
        token = told.token
        took_place = token.pos_ == "NOUN" and token.dep_ in SUBJECT and token.head.lemma_.lower() in self.words["happening"]
        heads = (token, told.clause.finite, told.trigger.noun, token.head if took_place else None)
        return {t.i: t for t in heads if t is not None}.values()

    def _reached(self, head: Word, kind: str, cast: Cast) -> Iterator[str]:
        """The place that somebody goes to, or to which it is done; a country only where it is invaded or laid waste, since it
        may be attacked in words."""
        lemma = head.lemma_.lower()
        visits = lemma in self.words["visiting"]
        if head.pos_ == "NOUN":
            yield from self._of_noun(head, kind, cast)
        elif visits or kind in UPON_PLACES:
            found = (i for noun in head.children if noun.dep_ in OBJECT for i in self._at(noun, cast, DEEP, sites=visits))
            yield from (i for i in found if kind != "ASSAULT" or not _is_country(i, cast))
        if lemma in self.words["going"] | self.words["journeys"]:
            for prep in _preps(head):
                if prep.lower_ in self.words["whither"]:
                    yield from self._objects(prep, cast, DEEP)

    def _of_noun(self, noun: Word, kind: str, cast: Cast) -> Iterator[str]:
        """The place in the name of what a noun tells ("the Salisbury poisoning"), and that to which it is done."""
        for child in noun.children:
            if child.dep_ in {"compound", "nmod"}:
                yield from (i for i in _places(child, cast) if not _is_country(i, cast))
            elif child.lower_ == "of" and kind in UPON_PLACES:
                yield from self._objects(child, cast, 0)

    def _behind(self, prep: Word, cast: Cast, depth: int = DEEP) -> Iterator[str]:
        """The places behind a preposition, by what it may stand before."""
        word = prep.lower_
        for noun in _objects(prep):
            if word in self.words["in"] | self.words["during"]:
                yield from self._at(noun, cast, depth)
            elif word in self.words["at"]:
                building = any(c.dep_ == "det" for c in noun.children)  # "at the White House", which is its country
                yield from (i for i in self._at(noun, cast, depth) if building or not _is_country(i, cast))
            elif word in self.words["on"] and (self._is_site(noun) or noun.ent_type_ == "FAC" or self._is_journey(noun)):
                yield from self._at(noun, cast, depth)

    def _within(self, prep: Word, cast: Cast, depth: int) -> Iterator[str]:
        """The places behind a preposition that says where a noun is."""
        if prep.lower_ in self.words["in"] | self.words["at"]:
            yield from self._behind(prep, cast, depth)

    def _objects(self, prep: Word, cast: Cast, depth: int) -> Iterator[str]:
        for noun in _objects(prep):
            yield from self._at(noun, cast, depth)

    def _at(self, noun: Word, cast: Cast, depth: int, *, sites: bool = True) -> Iterator[str]:
        """The places that a noun is or lies in, with those joined to it: the nearest first, then what holds them."""
        for one in (noun, *(c for c in noun.conjuncts if c.i > noun.i)):
            own = _places(one, cast)
            yield from own
            if depth:
                yield from self._around(one, cast, depth - 1)
            if own or (sites and self._is_site(one)):
                for child in one.children:
                    if child.dep_ in BEFORE:
                        yield from _places(child, cast)

    def _around(self, noun: Word, cast: Cast, depth: int) -> Iterator[str]:
        """The places in which a noun is said to be: "the city of Salisbury", "Salisbury, England", "talks in Minsk"."""
        for child in noun.children:
            if child.dep_ == "appos":
                yield from self._at(child, cast, depth)
            elif child.dep_ != "prep":
                continue
            yield from self._within(child, cast, depth)
            if (child.lower_ == "of" and self._is_site(noun)) or (
                child.lower_ in self.words["whither"] and self._is_journey(noun)
            ):
                yield from self._objects(child, cast, depth)

    def _beside(self, told: Told, cast: Cast) -> Iterator[str]:
        """Where those are who take part: "troops in Donbas", "an attack on a church in Kaduna"; of an act of no known kind,
        only in which town what it is done to is ("praised the elections in France" is not in France)."""
        known = self._on_the_spot(told)
        for head in self._heads(told):
            near = [c for c in head.children if c.dep_ in OBJECT or (known and c.dep_ in SUBJECT)]
            near += [t for p in _preps(head) for t in _objects(p)] if known else []
            for noun in near:
                for one in (noun, *(c for c in noun.conjuncts if c.i > noun.i)):
                    found = (i for prep in _preps(one) for i in self._within(prep, cast, 1))
                    yield from (i for i in found if known or not _is_country(i, cast))

    def _described(self, verb: Word, cast: Cast) -> Iterator[str]:
        """The place that a clause describes by what happens there ("Minsk, where they met")."""
        if verb.dep_ == "relcl" and any(c.lower_ in self.words["relative"] for c in verb.children):
            yield from self._at(verb.head, cast, DEEP)

    def _shared(self, verb: Word, cast: Cast) -> Iterator[str]:
        """The place of a verb to which this one is joined: what opens the clause ("In Minsk, they met and signed"), and what
        ends it, where nothing stands between the two ("a tram derailed and overturned in Paris").
        """
        before = _preps(verb.head) if verb.dep_ == "conj" and verb.head.pos_ == "VERB" else []
        behind = _preps(last) if (last := _sharing(verb)) is not None else []
        for prep in (*(p for p in before if p.i < verb.head.i), *behind):
            yield from self._behind(prep, cast)

    def _joined(self, verb: Word, cast: Cast) -> Iterator[str]:
        """The place of that by which it came about ("died after a tram overturned in Paris")."""
        for clause in (c for one in (verb, *verb.conjuncts) for c in one.children if c.dep_ == "advcl"):
            if any(c.lower_ in self.words["joins"] for c in clause.children):
                for prep in (*_preps(clause), *(_preps(last) if (last := _sharing(clause)) is not None else ())):
                    yield from self._behind(prep, cast)

    def _is_site(self, noun: Word) -> bool:
        return noun.lemma_.lower() in self.words["sites"] or noun.lower_ in self.words["sites"]

    def _is_journey(self, noun: Word) -> bool:
        return noun.lemma_.lower() in self.words["journeys"]


def _sharing(verb: Word) -> Word | None:
    """The verb that shares with this one all that stands behind it."""
    behind = [c for c in verb.children if c.i > verb.i]
    if verb.pos_ != "VERB" or not behind or any(c.dep_ not in {"cc", "conj", "punct"} for c in behind):
        return None
    last = next((c for c in reversed(behind) if c.dep_ == "conj"), None)
    return None if last is None or any(c.dep_ in SUBJECT for c in last.children) else last


def _preps(head: Word) -> list[Word]:
    return [c for c in head.children if c.dep_ in {"prep", "prt"}]


def _objects(prep: Word) -> list[Word]:
    return [t for t in prep.children if t.dep_ == "pobj"]


def _places(token: Word, cast: Cast) -> list[str]:
    """The ids of the places that a word stands for."""
    return [i for i in cast.at.get(token.i, ()) if cast.actors[i].kind == "place"]


def _is_country(id: str, cast: Cast) -> bool:
    """Whether a place is a country, which acts as well ("looked at Russia")."""
    return cast.actors[id].sector == "GOV"
