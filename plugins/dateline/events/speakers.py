"""Which actor a speaker is: the one named, or the one whom a pronoun surely means."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..model.words import Word, Words
from .conjecture import above
from .roles import ActorAt, Roles
from .speech import Speech, according_to, speaker

#: those who speak of themselves
FIRST = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"})


class Speakers:
    """Knows who speaks in one article.

    ``sure`` has the actors of pronouns that leave no doubt, by index; ``is_said`` tells verbs by which somebody is quoted.
    """

    def __init__(
        self,
        speeches: Sequence[Speech],
        at: ActorAt,
        sure: ActorAt,
        roles: Roles,
        is_said: Callable[[Word], bool],
    ) -> None:
        self.at, self.sure, self.roles, self.is_said = at, sure, roles, is_said
        self.speeches = {i: one for one in speeches for i in range(one.start, one.end)}

    def of(self, noun: Word) -> tuple[str, ...]:
        """The actors that a noun for a speaker stands for; none where a pronoun leaves doubt."""
        return self.sure.get(noun.i, ()) if noun.pos_ == "PRON" else tuple(self.roles.named(noun, self.at))

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

    def is_unsaid(self, word: Word) -> bool:
        """Whether a word stands in a quotation of nobody who is known."""
        return word.i in self.speeches and not self.of_speech(word)

    def of_speech(self, word: Word) -> tuple[str, ...]:
        """The actors who say the quotation that a word stands in."""
        found = self.speeches[word.i].speaker
        return self.of(found) if found is not None else ()

    def with_pronouns(self, words: Words) -> dict[int, tuple[str, ...]]:
        """From the index of a word to its actors; in a quotation "I" and "we" are its speaker."""
        spoken = (word for word in words if word.lower_ in FIRST and word.i in self.speeches)
        return {**self.at, **{word.i: who for word in spoken if (who := self.of_speech(word))}}
