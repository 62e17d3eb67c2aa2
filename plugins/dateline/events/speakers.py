"""Which actor a speaker is: the one named, or the one whom "he" can only mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ..model import Actor
from ..model.words import Word, Words
from .conjecture import above
from .roles import ActorAt, Roles
from .speech import Speech, according_to, speaker

#: what a pronoun that speaks can stand for
PERSON, BODY = frozenset({"person"}), frozenset({"organisation", "place"})
FITS = {"he": PERSON, "she": PERSON, "it": BODY, "they": frozenset({"group", "organisation"})}
#: those who speak of themselves
FIRST = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"})
#: how many words before a pronoun the one whom it means must be named, quotations not counted
NEAR = 60


class Speakers:
    """Knows who speaks in one article. ``is_said`` tells verbs by which somebody is quoted."""

    def __init__(
        self,
        words: Words,
        speeches: Sequence[Speech],
        at: ActorAt,
        actors: Mapping[str, Actor],
        roles: Roles,
        is_said: Callable[[Word], bool],
    ) -> None:
        self.at, self.actors, self.roles, self.is_said = at, actors, roles, is_said
        self.speeches = {i: one for one in speeches for i in range(one.start, one.end)}
        verbs = (word for word in words if word.i not in self.speeches and is_said(word))
        nouns = [*(speaker(verb) for verb in verbs), *(one.speaker for one in speeches)]
        self.named = {noun.i for noun in nouns if noun is not None and noun.pos_ != "PRON"}

    def of(self, noun: Word) -> tuple[str, ...]:
        """The actors that a noun for a speaker stands for; none where a pronoun leaves doubt."""
        return self._meant(noun) if noun.pos_ == "PRON" else tuple(self.roles.named(noun, self.at))

    def said_by(self, word: Word, verb: Word | None) -> str | None:
        """The actor on whose word something is told: the speaker of the quotation that it stands in, else the subject of the
        verb of saying above it (``verb``, where that is known), else who it is according to.
        """
        if word.i in self.speeches:
            return next(iter(self.of_speech(word)), None)
        verb = verb or next((one for one in above(word) if self._says(one, word)), None)
        noun = according_to(word) if verb is None else self._subject(verb)
        if noun is None or noun.i in self.speeches:
            return None
        return next(iter(self.of(noun)), None)

    def _subject(self, verb: Word) -> Word | None:
        return speaker(verb) if self.is_said(verb) else None

    def _says(self, verb: Word, word: Word) -> bool:
        """Whether a word stands in what a verb of saying is about."""
        clauses = (c for c in verb.children if c.dep_ == "ccomp") if self.is_said(verb) else ()
        return any(one is word for clause in clauses for one in clause.subtree)

    def of_speech(self, word: Word) -> tuple[str, ...]:
        """The actors who say the quotation that a word stands in."""
        found = self.speeches[word.i].speaker
        return self.of(found) if found is not None else ()

    def with_pronouns(self, words: Words) -> dict[int, tuple[str, ...]]:
        """From the index of a word to its actors; in a quotation "I" and "we" are its speaker, and others stand for nobody who
        is not named there as well.
        """
        found = dict(self.at)
        for word in words:
            if word.pos_ != "PRON" or word.i not in self.speeches:
                continue
            who = self.of_speech(word) if word.lower_ in FIRST else self._named_beside(word)
            found.pop(word.i, None)
            found |= {word.i: who} if who else {}
        return found

    def _named_beside(self, pronoun: Word) -> tuple[str, ...]:
        """The actors that a pronoun in a quotation stands for, where the quotation names them before it."""
        start, who = self.speeches[pronoun.i].start, self.at.get(pronoun.i, ())
        beside = (word for word in pronoun.words[start : pronoun.i] if word.pos_ != "PRON")
        return who if who and any(self.at.get(word.i) == who for word in beside) else ()

    def _meant(self, pronoun: Word) -> tuple[str, ...]:
        """Who spoke last by name, where since then nobody is named whom the pronoun could mean as well; else the subject of the
        sentence before, where it names nobody else.
        """
        fits = FITS.get(pronoun.lower_, frozenset())
        before = [word for word in reversed(pronoun.words[: pronoun.i]) if word.i not in self.speeches][:NEAR]
        last = next((word for word in before if self._names(word, fits)), None)
        if last is None or not self.at.get(last.i) or not (last.i in self.named or self._is_alone(last, fits)):
            return ()
        return self.at[last.i]

    def _names(self, word: Word, fits: frozenset[str]) -> bool:
        """Whether a word names somebody whom a pronoun could mean, known or unknown."""
        if word.pos_ == "PRON":
            return False
        unknown = fits == PERSON and word.ent_type_ == "PERSON" and word.dep_ != "compound"
        kinds = {self.actors[one].kind for one in self.at.get(word.i, ())}
        return bool(kinds & fits) or (unknown and not kinds)

    def _is_alone(self, noun: Word, fits: frozenset[str]) -> bool:
        """Whether a noun is the active subject of the sentence's own verb, and the sentence names nobody else."""
        start, end = noun.words.sentence(noun.i)
        others = (w for w in noun.words[start:end] if w is not noun and self._names(w, fits))
        return noun.dep_ == "nsubj" and noun.head.dep_ == "ROOT" and not any(others)
