"""How far two reports tell one event: clues, each a function with its weight in a table."""

from __future__ import annotations

from collections.abc import Callable
from math import exp

from .told import Told
from .words import cosine

#: from here on two reports tell one event
ENOUGH = 0.6
#: from here on an editor should look at them
NEARLY = 0.55
#: days by which a date that is but that of publication may be off
LATE = 2
#: the share of its actors that the report with fewer must have in common
OF_FEWER = 0.6
#: days by which sources may contradict each other, and how like their sentences must be then
SLIP = 3
RETOLD = 0.7
#: how like the words must be where nothing else says that two reports tell one event, and of two statements
SAID, STATED = 0.2, 0.35


def kind(one: Told, two: Told) -> float:
    """The same kind of event, and the same word for it; of no known kind, the word alone."""
    if one.type != two.type:
        return 0.35 if "OTHER" in (one.type, two.type) and one.trigger == two.trigger else 0.0
    same_word = one.trigger == two.trigger
    return float(same_word) if one.type == "OTHER" else 0.8 + 0.2 * same_word


def actors(one: Told, two: Told) -> float | None:
    """The share of those who take part in either that take part in both; of one who is in both, more than half."""
    if not one.actors or not two.actors:
        return None
    shared = len(one.actors & two.actors)
    smaller, both = min(len(one.actors), len(two.actors)), len(one.actors | two.actors)
    return 0.5 * shared / smaller + 0.5 * shared / both


def roles(one: Told, two: Told) -> float | None:
    """Whether those who act, act in both, not the other way round."""
    if not one.source or not two.source:
        return None
    return len(one.source & two.source) / min(len(one.source), len(two.source))


def nouns(one: Told, two: Told) -> float | None:
    """The share of those without a name that have a noun in common ("protesters", "dozens of protesters")."""
    if not one.nouns or not two.nouns:
        return None
    return len(one.nouns & two.nouns) / min(len(one.nouns), len(two.nouns))


def when(one: Told, two: Told) -> float | None:
    """How well their dates agree: as one day, as a day within a month, as a day of publication soon after.

    Two days that differ a little, in sentences that are all but the same, are one event of which sources contradict each other.
    """
    if one.first is None or two.first is None or one.last is None or two.last is None:
        return None
    apart = max(one.first, two.first) - min(one.last, two.last)
    if apart > 0 and (_called_off(one) or _called_off(two)):
        return None
    if apart > 0 and (one.guessed or two.guessed):
        return 0.6 if apart <= LATE else 0.0
    if apart > 0:
        return 0.3 if apart <= SLIP and cosine(one.vector, two.vector) >= RETOLD else 0.0
    span = max(one.last - one.first, two.last - two.first)
    return 1.0 if span == 0 else 0.8 if span < 31 else 0.6


def _called_off(told: Told) -> bool:
    """Whether a report tells that an event is cancelled, and no day of that: it came out before the day of the event."""
    return told.report.status == "cancelled" and told.guessed


def places(one: Told, two: Told) -> float | None:
    """Whether they are in one place: in one town, or, where one names only the country, in one country.

    Two towns of one country may lie in each other ("Salisbury", "England"); of a building nobody may know where it is.
    """
    if not one.where or not two.where:
        return None
    if one.towns & two.towns:
        return 1.0
    if not one.lands or not two.lands:
        return None
    if not one.lands & two.lands:
        return 0.0
    return 0.4 if one.towns and two.towns else 0.8


def words(one: Told, two: Told) -> float:
    """The likeness of their sentences, by words that few sentences have."""
    return min(1.0, 2 * cosine(one.vector, two.vector))


def numbers(one: Told, two: Told) -> float | None:
    """The share of figures that both give."""
    if not one.numbers or not two.numbers:
        return None
    return len(one.numbers & two.numbers) / min(len(one.numbers), len(two.numbers))


def published(one: Told, two: Told) -> float:
    """How soon one article followed the other: 1 on the same day, a third after a week."""
    return exp(-abs(one.published - two.published) / 7)


#: what each clue weighs; a clue that nothing is known of (None) is left out of the mean
WEIGHTS: dict[Callable[[Told, Told], float | None], float] = {
    kind: 3.0,
    actors: 3.0,
    roles: 1.0,
    nouns: 0.5,
    when: 2.5,
    places: 1.0,
    words: 2.5,
    numbers: 0.5,
    published: 0.5,
}


def likeness(one: Told, two: Told) -> float:
    """From 0 to 1. 0 where their dates exclude each other, where they share nobody, and within one sentence."""
    if excluded(one, two):
        return 0.0
    found = [(value, weight) for clue, weight in WEIGHTS.items() if (value := clue(one, two)) is not None]
    return sum(value * weight for value, weight in found) / sum(weight for _, weight in found)


def excluded(one: Told, two: Told) -> bool:
    """Whether two reports cannot tell one event: their dates exclude each other, too few of their actors are the same ("Putin
    phoned Trump", "Putin phoned Johnson"), they tell different acts in different words, or one sentence tells both."""
    if one.article.id == two.article.id and one.span == two.span:
        return True
    if strangers(one, two) or when(one, two) == 0.0:
        return True
    alike = cosine(one.vector, two.vector)
    return (kind(one, two) == 0.0 and alike < RETOLD) or alike < _words_needed(one, two)


def strangers(one: Told, two: Told) -> bool:
    """Whether too few of their actors are the same: this alone tells most pairs apart, and is soon seen."""
    fewer = min(len(one.actors), len(two.actors))
    return fewer > 0 and len(one.actors & two.actors) < OF_FEWER * fewer


def _words_needed(one: Told, two: Told) -> float:
    """How like the words of two reports must be: of statements, which differ in nothing else, and where one side alone is
    named, of reports in one article, or of which one gives no day."""
    if one.type == two.type == "STATEMENT":
        return STATED
    unsure = one.article.id == two.article.id or not (one.to_the_day and two.to_the_day)
    return SAID if unsure and min(len(one.actors), len(two.actors)) < 2 else 0.0
