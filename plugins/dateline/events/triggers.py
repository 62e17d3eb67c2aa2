"""Which kind of event a word tells: a verb by itself or with its particle, a verb with a certain object, or a noun."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from ..model.words import Word

#: dependents that are the object of a frame: what is done, with, to or in
OBJECTS = frozenset({"dobj", "nsubjpass", "pobj", "attr", "oprd", "acomp", "dative"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: what a frame calls a noun that is the name of something, by the model's kind of entity
NAMED = {"PRODUCT": "<product>", "WORK_OF_ART": "<work>"}
PARTICLES = frozenset({"prt", "prep", "advmod", "agent"})


@dataclass(frozen=True, slots=True)
class Frame:
    """A kind of event told by one of these verbs with one of these nouns ("hold talks"); all are lemmas, but for NAMED.

    ``way``: the nouns are its objects (frames), also where the subject is the one to whom it is done ("come under attack":
    undergone), or they are its subjects ("shares fell": subjects).
    """

    kind: str
    verbs: frozenset[str]
    nouns: frozenset[str]
    way: str = "frames"


@dataclass(frozen=True, slots=True)
class Trigger:
    """What tells an event: its kind, the words that told it, and the noun that the verb carries ("talks" in "held talks").

    ``name`` is that noun as the frame has it; ``undergone`` as in :class:`Frame`.
    """

    kind: str
    words: str
    noun: Word | None = None
    name: str | None = None
    undergone: bool = False


@dataclass(frozen=True)
class Triggers:
    """The words that tell events: kind by verb, kind by noun, and frames; and by kind and words, in what manner it is done."""

    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    frames: tuple[Frame, ...]
    modes: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        by_verb: dict[str, list[Frame]] = {}
        for frame in self.frames:
            for verb in frame.verbs:
                by_verb.setdefault(verb, []).append(frame)
        object.__setattr__(self, "_by_verb", by_verb)

    def of_verb(self, verb: Word) -> Trigger | None:
        """The event that a verb tells: with its particle or preposition before alone, and with an object before by itself."""
        said = _said(verb, lambda lemma: lemma in self.verbs or lemma in self._by_verb)  # type: ignore[attr-defined]
        objects = [(noun, name) for noun in _objects(verb) for name in _names(noun)]
        subjects = {name for noun in verb.children if noun.dep_ in SUBJECTS for name in _names(noun)}
        for words in said:
            frames = self._by_verb.get(words, ())  # type: ignore[attr-defined]
            if of := next((f for f in frames if f.way == "subjects" and f.nouns & subjects), None):
                return Trigger(of.kind, words)
            fits = [(name, noun, f) for f in frames if f.way != "subjects" for noun, name in objects if name in f.nouns]
            if fits:
                name, noun, frame = max(fits, key=lambda fit: len(fit[0].split()))
                carried = noun if name not in NAMED.values() else None
                return Trigger(frame.kind, f"{words} {name}", carried, name, frame.way == "undergone")
            if words in self.verbs:
                return Trigger(self.verbs[words], words)
        return None

    def mode(self, kind: str, trigger: Trigger, token: Word) -> str | None:
        """In what manner it is done: by what stands with it ("by phone"), else by its words ("phoned")."""
        preps = [(p, t) for p in token.children if p.dep_ == "prep" for t in p.children if t.dep_ == "pobj"]
        said = [*(f"{p.lower_} {t.lemma_.lower()}" for p, t in preps), trigger.words, token.lemma_.lower()]
        return next((self.modes[kind, words] for words in said if (kind, words) in self.modes), None)

    def of_noun(self, noun: Word) -> Trigger | None:
        """The event that a noun tells by itself ("the annexation of Crimea")."""
        found = next((name for name in sorted(_names(noun), key=len, reverse=True) if name in self.nouns), None)
        return Trigger(self.nouns[found], found) if found else None


def _said(verb: Word, known: Callable[[str], bool]) -> list[str]:
    """A verb with its particles and prepositions, but those of a date ("called him on Friday"), then alone. The model may cut a
    letter too many ("stag" for "staged").
    """
    lemma = verb.lemma_.lower()
    lemma = lemma if known(lemma) or not known(f"{lemma}e") else f"{lemma}e"
    behind = [c.lower_ for c in verb.children if c.dep_ in PARTICLES and c.i > verb.i and not _is_of_time(c)]
    pairs = [f"{lemma} {one} {two}" for one, two in pairwise(behind)]
    nouns = [
        f"{lemma} {c.lower_}" for c in verb.children if c.dep_ in {"dobj", "npadvmod", "acomp", "oprd"} and c.i == verb.i + 1
    ]
    return [*pairs, *(f"{lemma} {word}" for word in behind), *nouns, lemma]


def _is_of_time(preposition: Word) -> bool:
    """Whether a preposition stands before a date or a time of the day alone."""
    nouns = [t for t in preposition.children if t.dep_ == "pobj"]
    return bool(nouns) and all(t.ent_type_ in {"DATE", "TIME"} for t in nouns)


def _objects(verb: Word) -> Iterator[Word]:
    """The objects of a verb and of its prepositions, with those joined to them, and what they are a part or number of."""
    for child in verb.children:
        if child.dep_ in OBJECTS:
            yield from _with_contents(child)
        elif child.dep_ in {"prep", "prt"}:
            for noun in child.children:
                if noun.dep_ == "pobj":
                    yield from _with_contents(noun)


def _with_contents(noun: Word) -> Iterator[Word]:
    for one in (noun, *noun.conjuncts):
        yield one
        for prep in one.children:
            if prep.lower_ == "of" and prep.dep_ == "prep":
                yield from (t for t in prep.children if t.dep_ == "pobj")


def _names(noun: Word) -> set[str]:
    """A noun's lemma, alone and with the word before it ("hunger strike"), and what it is the name of (NAMED)."""
    lemma = noun.lemma_.lower()
    before = [c for c in noun.children if c.dep_ in {"compound", "amod"} and c.i < noun.i]
    named = (NAMED[noun.ent_type_],) if noun.ent_type_ in NAMED else ()
    return {lemma, *named, *(f"{c.lemma_.lower()} {lemma}" for c in before)}
