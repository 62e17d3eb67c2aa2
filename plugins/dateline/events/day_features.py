"""What speaks for and against each day that a happening may have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ..model import When
from ..model.days import number
from ..model.words import Word
from .anchoring import is_guessed
from .auxiliaries import auxiliaries, is_infinitive
from .calendar import Calendar, Hung, Option, leading
from .candidates import verb_of
from .surroundings import stem
from .told import Told

#: tenses by the tag of a verb that has no auxiliary
TENSES = {"VBD": "past", "VBN": "participle", "VBG": "participle", "VBZ": "present", "VBP": "present", "VB": "bare"}
#: how a date stands to a word, the nearest first
RELATIONS = (
    "hung on it", "below it", "in its clause", "in a clause above", "in its sentence", "in the sentence before",
    "in the sentence after", "shortly before", "far before", "further on",
)  # fmt: skip
#: sentences before, up to which a date is shortly before
SHORTLY = 4
#: names of lengths in days: up to so many
LENGTHS = ((0, "a day"), (13, "some days"), (92, "months"), (366, "a year"), (10**9, "years"))
#: names of distances from the day of publication back, in days: up to so many
AGO = (
    (-32, "long after"), (-1, "soon after"), (0, "on the day"), (7, "in the week"), (31, "in the month"), (366, "in the year"),
    (3660, "in ten years"), (10**9, "long ago"),
)  # fmt: skip
#: names of places in an article: up to the sentence of this number
PLACES = ((1, "first"), (2, "second"), (5, "early"), (12, "in the middle"), (10**6, "late"))
#: what the encoder holds for less likely is no feature
LIKELY = 0.15


def features(option: Option, cluster: Sequence[Told], calendar: Calendar) -> dict[str, float]:
    """What speaks for and against that a happening, told by these words, has this day. No day has nothing, by which the weights
    of the others are told.
    """
    if option.when is None:
        return {}
    best = leading(cluster)
    if is_guessed(option.when):
        return _of_report(cluster, best, calendar)
    found = {"a date": 1.0}
    side, length = _side(option.when, calendar.published), _length(option.when)
    about = [side, length, f"{length} {side}"]
    told = [f"{one} and {_tense_of(best, calendar)}" for one in (side, length)] + [f"{side} and {best.status}"]
    found |= dict.fromkeys((*about, *told), 1.0)
    if option.dates:
        one, date = min(((t, d) for t in cluster for d in option.dates), key=lambda pair: _rank(pair[0], pair[1], calendar))
        found |= dict.fromkeys(_of_pair(one, date, length, side, calendar), 1.0)
        found["several of its dates"] = float(len(option.dates) > 1)
        hung = {d.above.i for d in option.dates if d.above is not None}
        found["share of its words with it"] = sum(t.token.i in hung for t in cluster) / len(cluster)
        found["at its best word"] = float(one is best)
        found |= _of_others(cluster, option, calendar)
    return found


def _of_report(cluster: Sequence[Told], best: Told, calendar: Calendar) -> dict[str, float]:
    """What speaks for and against that a happening is told as news, and no date of the text is its own."""
    hung = any(one.token.i in calendar.holders for one in cluster)
    inside = any(calendar.sentences[one.token.i] in calendar.dated for one in cluster)
    first = _named(PLACES, min(calendar.sentences[one.token.i] for one in cluster))
    tense = _tense_of(best, calendar)
    names = ["told", f"told in the {tense}", f"told as {best.status}", f"told {first}", f"told {first} in the {tense}"]
    names.append("told in the main clause" if best.clause.main else "told in another clause")
    names.append(f"told in the {tense} {'of' if best.clause.main else 'off'} the main clause")
    names.append("told with a date of its own" if hung else "told beside a date" if inside else "told without a date")
    speaker = best.clause.speaker
    if speaker is not None:
        names.append(f"told as said in the {_tense(speaker, calendar)}")
    if any(stem(one.token.text) in calendar.headline for one in cluster):
        names.append("told in the headline")
    if len(cluster) > 1:
        names.append("told more than once")
    if not calendar.hung:
        names.append("told in a text without dates")
    found = dict.fromkeys(names, 1.0)
    found["told and worth"] = best.verdict.worth
    found["told and weighty"] = float(best.verdict.encoded.worth[1])
    shares = zip(calendar.kinds, best.verdict.encoded.kinds.tolist(), strict=False)
    return found | {f"told as {kind}": share for kind, share in shares if share > LIKELY}


def _of_pair(told: Told, date: Hung, length: str, side: str, calendar: Calendar) -> Iterator[str]:
    """How the date nearest to a word stands to it."""
    how = _relation(told, date, calendar)
    form = "a noun" if told.token.pos_ == "NOUN" else "a verb"
    yield from (
        how,
        f"{how} and {length}",
        f"{how} and {side}",
        f"{how} of {form}",
        f"{how} in the {_tense_of(told, calendar)}",
    )
    yield f"as {date.mention.rule}"
    place = told.token.idx
    before, behind = calendar.beside_place(place)
    apart = [abs(one.mention.start - place) for one in (before, behind) if one is not None]
    if abs(date.mention.start - place) <= min(apart):
        yield from ("nearest", f"nearest and {how}")
    if before is not None and date.mention.start == before.mention.start:
        yield "last before"
    if date.rank == 0:
        yield "first of the text"
    if date.above is not None and date.above is not told.token and how in RELATIONS[:5]:
        yield f"hung on {'a noun' if date.above.pos_ == 'NOUN' else 'a verb'} beside it"


def _of_others(cluster: Sequence[Told], option: Option, calendar: Calendar) -> dict[str, float]:
    """How like the words of a happening are to others that have the date, or stand beside it: it may be told there, too."""
    mine = {one.token.i for one in cluster}
    found: dict[str, float] = {}
    for date in option.dates:
        for other in calendar.beside(date):
            if other.token.i not in mine:
                has = "has it" if other.token is date.above else "is beside it"
                alike = max(_likeness(one, other) for one in cluster)
                same = any(stem(one.token.lemma_) == stem(other.token.lemma_) for one in cluster)
                row = {f"another {has}": 1.0, f"likeness to another that {has}": alike, f"the same word {has}": float(same)}
                found |= {name: max(value, found.get(name, -1.0)) for name, value in row.items()}
    return found


def _likeness(one: Told, two: Told) -> float:
    """The cosine of the encoder's states of two words."""
    a, b = one.verdict.encoded.state, two.verdict.encoded.state
    return round(float(a @ b) / max(float(np.linalg.norm(a)) * float(np.linalg.norm(b)), 1e-6), 3)


def _rank(told: Told, date: Hung, calendar: Calendar) -> tuple[int, int, int, int]:
    """How near a date is to a word."""
    how = RELATIONS.index(_relation(told, date, calendar))
    return how, abs(date.mention.start - told.token.idx), date.rank, told.token.i


def _relation(told: Told, date: Hung, calendar: Calendar) -> str:
    word, above = told.token, date.above
    apart = calendar.sentences[date.word.i] - calendar.sentences[word.i]
    if apart:
        behind = "in the sentence after" if apart == 1 else "further on"
        before = "in the sentence before" if apart == -1 else "shortly before" if apart >= -SHORTLY else "far before"
        return behind if apart > 0 else before
    if above is word:
        return "hung on it"
    if word in date.word.ancestors:
        return "below it"
    if above is not None and above is verb_of(word):
        return "in its clause"
    return "in a clause above" if above is not None and above in word.ancestors else "in its sentence"


def _side(when: When, published: str) -> str:
    """How long before or after publication a time ends; whether it is not over then."""
    if not published or when.from_ is None or when.to is None:
        return "at some time"
    day = number(published[:10])
    if number(when.from_) <= day <= number(when.to):
        return "at the time" if when.from_ != when.to else "on the day"
    return _named(AGO, day - (number(when.to) if number(when.to) < day else number(when.from_)))


def _length(when: When) -> str:
    if when.from_ is None or when.to is None:
        return "open"
    return _named(LENGTHS, number(when.to) - number(when.from_))


def _named(names: Sequence[tuple[int, str]], value: int) -> str:
    """The name of the first bound that a number does not pass."""
    return next(name for most, name in names if value <= most)


def _tense_of(told: Told, calendar: Calendar) -> str:
    """The tense in which something is told; of a noun, that of the verb above it."""
    if told.token.pos_ != "NOUN":
        return _tense(told.clause.finite, calendar)
    above = verb_of(told.token)
    return f"{_tense(above, calendar)} of a noun" if above is not None else "noun"


def _tense(verb: Word, calendar: Calendar) -> str:
    marks = (calendar.tenses.get(one.lower_) for one in auxiliaries(verb))
    if found := next((mark for mark in marks if mark is not None), None):
        return found
    return "infinitive" if is_infinitive(verb) else TENSES.get(verb.tag_, "other")
