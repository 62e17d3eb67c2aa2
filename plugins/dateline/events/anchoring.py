"""When it happened: the date an event takes, and on what grounds. No date is better than a wrong one."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from ..model import DateMention, When
from ..model.days import iso, number, timex
from ..model.words import Word, Words
from .auxiliaries import auxiliaries
from .clauses import Clause
from .entries import Days

TOLD_AS_NEWS = frozenset({"VBD", "VBN", "VBZ", "VBP", "VBG"})
LENGTH = re.compile(r"P(\d+)([DWMY])")
#: grounds of a date that the clause itself gives
IN_CLAUSE = frozenset({"date in the clause", "range in the clause"})
#: grounds of the date that an event has for being told as news
AS_NEWS = frozenset({"publication date", "time of the entry"})
#: days that news looks back on as one story
RECENT = 10
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
        basis = "publication date" if day == published[:10] else "time of the entry"
        return When(day, day, day, day, basis) if day else None


def dates_of(doc: Doc, words: Words, nouns: Collection[int], entries: Days) -> Dates:
    """The dates of a document, hung on its verbs and on the ``nouns``, by their indices, that tell events."""
    found = Dates(entries=entries)
    for mention in doc._.dates:
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        verb = _event_above(words[span.start], nouns) if span is not None else None
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
    """Finds the dates of clauses. ``words``: what joins a clause to one of the same time (``together``, of these ``when``),
    auxiliaries of what is yet to be done (``ahead``) and of what had been before (``before``), verbs that put an event off
    (``moving``) and what stands before the day to which it is put off (``onto``).
    """

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.together, self.when = frozenset(words["together"]), frozenset(words["when"])
        self.ahead, self.before = frozenset(words["ahead"]), frozenset(words["before"])
        self.moving, self.onto = frozenset(words["moving"]), frozenset(words["onto"])

    def anchor(self, clause: Clause, dates: Dates, published: str) -> When | None:
        """The date in the verb's own clause, else, for what news tells as new and done, the day on which it was told."""
        own = self.in_clause(clause.verb, dates)
        if own is None and clause.main and not clause.intent and self._is_new(clause):
            return dates.news(clause.verb.idx, published)
        return own

    def beside(self, clause: Clause, whens: Mapping[int, When]) -> When | None:
        """The date of the clause that this one tells the circumstances of ("died when a tram overturned").

        ``whens`` has the dates found so far, by the index of the verb. What had been before has another.
        """
        verb = clause.verb
        when = whens.get(verb.head.i) if verb.dep_ == "advcl" else None
        joined = any(c.lower_ in self.together and c.dep_ in {"mark", "advmod"} for c in verb.children)
        before = any(t.lower_ in self.before | self.ahead for t in auxiliaries(verb))
        if when is None or not joined or before or verb.tag_ not in {"VBD", "VBN"}:
            return None
        return replace(when, basis="date of the main clause")

    def in_clause(self, verb: Word, dates: Dates) -> When | None:
        """The date nearest to the verb in its clause, or in that which it shares it with ("on Thursday, when he offered").

        Where the date is an end of a range, it is the whole of that.
        """
        shared = verb.dep_ == "xcomp" or any(c.lower_ in self.when for c in verb.children)
        above = next((t for t in verb.ancestors if t.pos_ in {"VERB", "AUX"}), verb)
        inside = dates.fixed.get(verb.i) or (dates.fixed.get(above.i) if shared else None)
        if inside and self._moves(verb):
            return self._moved_to(verb, inside)
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

    def told_from(self, clauses: Sequence[Clause], dates: Dates, published: str) -> dict[int, When]:
        """From a verb's index to its date, where it is told from another event ("came a day after Pompeo spoke").

        Of the two, the one that has a date of its own, be it that of publication, gives the other its date.
        """
        found: dict[int, When] = {}
        by_verb = {c.verb.i: c for c in clauses}
        for verb, mention in dates.told:
            other = _within(verb.words, mention)
            if other is None or other.i == verb.i:
                continue
            one = self.anchor(by_verb.get(verb.i, Clause(verb)), dates, published)
            two = self.in_clause(other, dates)
            if two is not None:
                found[verb.i] = shifted(two, mention.value, mention.side) or two
            elif one is not None and (when := shifted(one, mention.value, -mention.side)):
                found[other.i] = when
        return found

    def _is_new(self, clause: Clause) -> bool:
        """Whether a clause is told as news: not what had been before, nor what somebody says was."""
        tense, speaker = clause.finite, clause.speaker
        before = any(t.lower_ in self.before for t in auxiliaries(tense))
        recalled = speaker is not None and speaker.tag_ in {"VBZ", "VBP"} and tense.tag_ == "VBD"
        ahead = any(t.lower_ in self.ahead for t in auxiliaries(tense))
        return tense.tag_ in TOLD_AS_NEWS and not before and not recalled and not ahead


def shared(clause: Clause, whens: Mapping[int, When]) -> When | None:
    """The date in the clause that this one is joined to ("a year later he was fired, and he founded another firm")."""
    verb = clause.verb
    when = whens.get(verb.head.i) if verb.dep_ == "conj" and verb.head.i < verb.i and verb.tag_ == "VBD" else None
    return replace(when, basis="date of the clause before") if when is not None and when.basis in IN_CLAUSE else None


def just_before(when: When, published: str) -> bool:
    """Whether a date is a single day at most ten days before that of publication, so that news goes on from it."""
    if not published or when.from_ is None or when.from_ != when.to:
        return False
    return 0 < number(published[:10]) - number(when.from_) <= RECENT


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


def _leading(verb: Word, event: int) -> Word | None:
    """The verb that a distance belongs to, where the verb above it is already that of the event it is told from."""
    return verb if verb.idx < event else next((t for t in verb.ancestors if t.pos_ in {"VERB", "AUX"}), None)


def _event_above(token: Word, nouns: Collection[int]) -> Word | None:
    """What a date belongs to: a noun also where it stands between that and its verb ("the talks on Monday failed")."""
    found = next((t for t in (token, *token.ancestors) if t.pos_ in {"VERB", "AUX"} or t.i in nouns), None)
    subjects = (c for c in found.children if c.dep_ in {"nsubj", "nsubjpass"}) if found is not None else ()
    return next((c for c in subjects if c.i in nouns and found is not None and c.i < token.i < found.i), found)
