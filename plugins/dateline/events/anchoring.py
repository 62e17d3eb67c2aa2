"""Anchoring: the dates of an article, each hung on the verb or noun that it belongs to, and those that clauses give."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from ..model import REPORTED_ON, DateMention, When
from ..model.days import iso, number, timex
from ..model.words import Word, Words
from .entries import Days

LENGTH = re.compile(r"P(\d+)([DWMY])")
#: grounds of a date that the clause itself gives
IN_CLAUSE = frozenset({"date in the clause", "range in the clause"})
DAYS = {"D": 1, "W": 7}


@dataclass(frozen=True)
class Dates:
    """The dates of an article as events need them: those that fix a time, and distances from an event, each by the index of
    the nearest verb, or noun that tells an event, above; the bounds of each range; and the days of a live blog's entries."""

    fixed: dict[int, list[DateMention]] = field(default_factory=dict)
    told: list[tuple[Word, DateMention]] = field(default_factory=list)
    ranges: dict[str, tuple[str, str]] = field(default_factory=dict)
    entries: Days = field(default_factory=Days)

    def news(self, place: int, published: str) -> When | None:
        """The day on which what stands here was told: that of its entry, else that of publication."""
        day = self.entries.at(place) or published[:10]
        return When(day, f"{day}~", day, day, REPORTED_ON) if day else None


def dates_of(doc: Doc, words: Words, nouns: Collection[int], entries: Days) -> Dates:
    """The dates of a document, hung on its verbs and on the ``nouns``, by their indices, that tell events."""
    found = Dates(entries=entries)
    for mention in doc._.dates:
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        verb = event_above(words[span.start], nouns) if span is not None else None
        if verb is None:
            continue
        if mention.from_:
            found.fixed.setdefault(verb.i, []).append(mention)
        elif mention.event and mention.side and (leading := _leading(verb, mention.event.start)) is not None:
            found.told.append((leading, mention))
        if mention.range and mention.from_ and mention.to:
            first, last = found.ranges.get(mention.range, (mention.from_, mention.to))
            found.ranges[mention.range] = (min(first, mention.from_, key=number), max(last, mention.to, key=number))
    return found


class Anchors:
    """Finds the dates of clauses. ``words``: what joins a clause to one of the same day (``when``), verbs that put an event off
    (``moving``) and what stands before the day to which it is put off (``onto``).
    """

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.when = frozenset(words["when"])
        self.moving, self.onto = frozenset(words["moving"]), frozenset(words["onto"])

    def in_clause(self, verb: Word, dates: Dates) -> When | None:
        """The date nearest to the verb in its clause, or in that which it shares it with ("on Thursday, when he offered").

        Where the date is an end of a range, it is the whole of that.
        """
        shared = verb.dep_ == "xcomp" or any(c.lower_ in self.when for c in verb.children)
        above = next((t for t in verb.ancestors if t.pos_ in {"VERB", "AUX"}), verb)
        inside = dates.fixed.get(verb.i) or (dates.fixed.get(above.i) if shared else None)
        moving = next((one for one in (verb, verb.head) if self._moves(one)), None)
        if moving is not None:
            return self._moved_to(moving, dates.fixed.get(moving.i, ()))
        if not inside:
            return None
        nearest = min(inside, key=lambda d: abs(d.start - verb.idx))
        nearest = min((d for d in inside if _within_bounds(d, nearest)), key=_length)
        if nearest.range in dates.ranges:
            return When(nearest.range, nearest.range, *dates.ranges[nearest.range], "range in the clause")
        return When(nearest.value, nearest.edtf, nearest.from_, nearest.to, "date in the clause")

    def _moves(self, verb: Word) -> bool:
        lemma = verb.lemma_.lower()
        particles = [f"{lemma} {c.lower_}" for c in verb.children if c.dep_ == "prt"]
        return any(said in self.moving for said in particles or [lemma])

    def _moved_to(self, verb: Word, dates: Sequence[DateMention]) -> When | None:
        """The day to which a verb puts an event off; the others are those on which it was to be, or on which that was said."""
        onto = [prep for prep in verb.children if prep.lower_ in self.onto]
        places = {word.idx for prep in onto for word in prep.subtree}
        found = next((d for d in reversed(dates) if any(d.start <= at < d.end for at in places)), None)
        return When(found.value, found.edtf, found.from_, found.to, "date in the clause") if found is not None else None

    def told_from(self, dates: Dates, published: str) -> dict[int, When]:
        """From a verb's index to its date, where it is told from another event ("came a day after Pompeo spoke").

        Of the two, the one that has a date of its own gives the other its date; where neither has, what is told first is news.
        """
        found: dict[int, When] = {}
        for verb, mention in dates.told:
            other = _within(verb.words, mention)
            if other is None or other.i == verb.i:
                continue
            one, two = self.in_clause(verb, dates) or dates.news(verb.idx, published), self.in_clause(other, dates)
            if two is not None:
                found[verb.i] = shifted(two, mention.value, mention.side) or two
            elif one is not None and (when := shifted(one, mention.value, -mention.side)):
                found[other.i] = when
        return found


def _within_bounds(one: DateMention, two: DateMention) -> bool:
    """Whether a date lies in another ("yesterday" in "this year"), or is that."""
    if one.from_ is None or one.to is None or two.from_ is None or two.to is None:
        return one is two
    return number(two.from_) <= number(one.from_) and number(one.to) <= number(two.to)


def _length(mention: DateMention) -> int:
    """Days from the first to the last; many where they cannot be counted."""
    if mention.from_ is None or mention.to is None:
        return 10**9
    return number(mention.to) - number(mention.from_)


def shifted(when: When, length: str, side: int) -> When | None:
    """The day so long before (side -1) or after another; None where that is not a day, or the length is open."""
    found = LENGTH.fullmatch(length)
    if not found or when.from_ is None or when.from_ != when.to or found[2] not in DAYS:
        return None
    day = iso(number(when.from_) + side * int(found[1]) * DAYS[found[2]])
    return When(timex(day), day, day, day, "told from another event")


def _within(text: Words, mention: DateMention) -> Word | None:
    """The verb, else the noun, in the words that name the event a date is told from."""
    if mention.event is None:
        return None
    words = [t for t in text if mention.event.start <= t.idx < mention.event.end]
    verbs = (t for t in words if t.pos_ == "VERB" and t.dep_ in {"pcomp", "advcl", "ccomp", "acl", "relcl"})
    return next(verbs, None) or next((t for t in words if t.dep_ == "pobj"), None)


def is_guessed(when: When | None) -> bool:
    """Whether a date is none, or but the day on which the event was told."""
    return when is None or when.basis == REPORTED_ON


def _leading(verb: Word, event: int) -> Word | None:
    """The verb that a distance belongs to, where the verb above it is already that of the event it is told from."""
    return verb if verb.idx < event else next((t for t in verb.ancestors if t.pos_ in {"VERB", "AUX"}), None)


def event_above(token: Word, nouns: Collection[int]) -> Word | None:
    """What a date belongs to: a noun also where it stands between that and its verb ("the talks on Monday failed")."""
    found = next((t for t in (token, *token.ancestors) if t.pos_ in {"VERB", "AUX"} or t.i in nouns), None)
    subjects = (c for c in found.children if c.dep_ in {"nsubj", "nsubjpass"}) if found is not None else ()
    return next((c for c in subjects if c.i in nouns and found is not None and c.i < token.i < found.i), found)
