"""The days that a happening may have: the dates of its article, the day on which that tells it, or none."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from ..model import IN_TEXT, DateMention, When
from ..model.days import number
from ..model.words import Word, Words
from .anchoring import Dates, event_above
from .told import Told

#: how many dates are looked at, the nearest in the text
NEAREST = 20
#: what stands before the hour of a time
CLOCK = "T"
#: statuses of what has not happened when it is told
UNDONE = frozenset({"planned", "possible", "denied"})
#: statuses of what is told as done, or being done, and forms of verbs that may tell what is to come, as nouns do
DONE, TENSELESS = frozenset({"happened", "ongoing"}), frozenset({"VBZ", "VBP", "VBG", "NN", "NNS"})


@dataclass(frozen=True, slots=True)
class Hung:
    """A date of the text, by its ``rank`` among all of them, with its first word, and the verb or noun that it is hung on."""

    mention: DateMention
    rank: int
    word: Word
    above: Word | None


@dataclass(frozen=True, slots=True)
class Option:
    """A day that a happening may have, with the dates of the text that give it; ``when`` is None for no day at all."""

    when: When | None
    dates: Sequence[Hung] = ()


@dataclass(frozen=True)
class Calendar:
    """The dates of an article, and what else bears on the days of what it tells.

    ``headline`` are the stems of its words. ``mentions`` are the dates of the text, ``nouns`` the indices of those that tell
    events. ``rules`` are the days that clauses give, and ``told`` what is told, both by the index of the word that tells it.
    ``tenses`` are those of auxiliaries, ``kinds`` those of which the encoder says how likely each is.
    """

    words: Words
    published: str
    headline: frozenset[str]
    dates: Dates
    mentions: Sequence[DateMention]
    nouns: Collection[int]
    rules: Mapping[int, When]
    told: Mapping[int, Told]
    tenses: Mapping[str, str]
    kinds: Sequence[str]

    @cached_property
    def sentences(self) -> Sequence[int]:
        """The number of each word's sentence."""
        return list(accumulate(start == 1 for start in self.words.starts))

    @cached_property
    def hung(self) -> Sequence[Hung]:
        """The dates that fix a time, in the order of the text."""
        places = [word.idx for word in self.words]
        fixed = sorted((one for one in self.mentions if one.from_ and one.to), key=lambda one: one.start)
        words = [self.words[max(bisect_right(places, one.start) - 1, 0)] for one in fixed]
        return [
            Hung(date, rank, word, event_above(word, self.nouns))
            for rank, (date, word) in enumerate(zip(fixed, words, strict=True))
        ]

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each date begins."""
        return [one.mention.start for one in self.hung]

    @cached_property
    def dated(self) -> frozenset[int]:
        """The sentences that have a date."""
        return frozenset(self.sentences[one.word.i] for one in self.hung)

    @cached_property
    def holders(self) -> frozenset[int]:
        """The words on which a date is hung."""
        return frozenset(one.above.i for one in self.hung if one.above is not None)

    @cached_property
    def _by_sentence(self) -> Mapping[int, Sequence[Told]]:
        found: dict[int, list[Told]] = {}
        for i, one in sorted(self.told.items()):
            found.setdefault(self.sentences[i], []).append(one)
        return found

    def beside(self, date: Hung) -> Sequence[Told]:
        """What is told in the sentence of a date."""
        return self._by_sentence.get(self.sentences[date.word.i], ())

    def options(self, cluster: Sequence[Told]) -> list[Option]:
        """Those of a happening: the days that its own clauses give, else none, the day on which it is told, and the nearest
        dates.
        """
        given = [self.rules[one.token.i] for one in cluster if one.token.i in self.rules]
        found: dict[tuple[str | None, str | None], tuple[When, list[Hung]]] = {}
        for when in given:
            found.setdefault((when.from_, when.to), (when, []))
        for date in self._near(cluster):
            when = self._when(date.mention)
            found.setdefault((when.from_, when.to), (when, []))[1].append(date)
        over = any(is_over(one) for one in cluster)
        dated = [Option(when, dates) for when, dates in found.values() if not (over and self.is_to_come(when))]
        if mine := [one for one in dated if one.when in given]:
            return mine
        best = leading(cluster)
        news = self.dates.news(best.token.idx, self.published) if best.status not in UNDONE else None
        if best.status == "planned":
            dated = [one for one in dated if one.when and not self.is_past(one.when)]
        return [Option(None), *([Option(news)] if news else []), *dated]

    def _near(self, cluster: Sequence[Told]) -> Sequence[Hung]:
        """The dates nearest to the words of a happening, in the order of the text."""
        places = [one.token.idx for one in cluster]
        near = {i for place in places for at in (bisect_right(self.starts, place),) for i in range(at - NEAREST, at + NEAREST)}
        around = [self.hung[i] for i in near if 0 <= i < len(self.hung)]
        ranked = sorted(around, key=lambda one: (min(abs(one.mention.start - place) for place in places), one.rank))
        return sorted(ranked[:NEAREST], key=lambda one: one.rank)

    def beside_place(self, place: int) -> tuple[Hung | None, Hung | None]:
        """The last date before a place in the text, and the first behind it."""
        at = bisect_left(self.starts, place)
        return self.hung[at - 1] if at else None, self.hung[at] if at < len(self.hung) else None

    def is_past(self, when: When) -> bool:
        """Whether a time is over on the day of publication."""
        return bool(self.published) and when.to is not None and number(when.to) < number(self.published[:10])

    def is_to_come(self, when: When) -> bool:
        """Whether a time begins after the day of publication."""
        return bool(self.published) and when.from_ is not None and number(when.from_) > number(self.published[:10])

    def _when(self, date: DateMention) -> When:
        """The days that a date tells, the whole of a range of which it is an end. Its hours are those of its own clause, or of
        a page, and left out.
        """
        if date.range in self.dates.ranges:
            return When(date.range, date.range, *self.dates.ranges[date.range], IN_TEXT)
        if CLOCK in date.value and date.from_ == date.to and date.from_ is not None:
            return When(date.from_, date.from_, date.from_, date.to, IN_TEXT)
        return When(date.value, date.edtf, date.from_, date.to, IN_TEXT)


def is_over(told: Told) -> bool:
    """Whether something is told as done, in a form that cannot tell what is to come."""
    return told.status in DONE and told.clause.finite.tag_ not in TENSELESS


def leading(cluster: Sequence[Told]) -> Told:
    """The word of a happening that is worth most, of equal ones the first."""
    return min(cluster, key=lambda one: (-one.verdict.worth, one.token.i))
