"""Which of the lines that tell an event would stand best alone: its article's headline, or one of its sentences."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: lists of words by class, all in lower case
Words = Mapping[str, frozenset[str]]

TOKEN = re.compile(r"\w+(?:['’.-]\w+)*|[^\w\s]")
QUOTE = re.compile(r"[\"“”«»]|``|''")
FINITE = re.compile(r"[a-z]{2,}(?:ed|[^s]s)$")
#: from how many words on a line is as long as the feature says
LENGTHS = (("under 8 words", 0, 8), ("8-13 words", 8, 14), ("26-35 words", 26, 36), ("36-49 words", 36, 50))
#: before a noun for what was told before
KNOWN = frozenset({"the", "this", "that", "those", "its", "his", "their", "’s", "'s"})
#: what has not happened yet, or is not known to
AHEAD = frozenset({"planned", "called-for", "possible"})


@dataclass(frozen=True, slots=True)
class LineCandidate:
    """A line that may be printed for an event.

    ``headline`` is the article's, empty where it has none; ``sentence`` is where the report stands, the same as ``line``
    but for a headline. ``trigger`` is the word that tells the event, ``order`` how many sentences before it in the article
    tell the event too, ``place`` where it stands in the article, from 0 to 1. ``status`` and ``said_by`` are the event's.
    """

    line: str
    headline: str
    sentence: str
    trigger: str
    order: int
    place: float
    status: str
    said_by: bool
    is_headline: bool = False


def features(candidate: LineCandidate, words: Words) -> dict[str, float]:
    """What speaks for and against a line, by name."""
    tokens = TOKEN.findall(candidate.line)
    low = [token.lower() for token in tokens]
    found = _form(candidate, tokens, low, words) | _agreement(candidate, low, words)
    if candidate.is_headline:
        return found | _headline(candidate, low, words)
    return found | _sentence(candidate, low, words)


def score(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """How well a line would stand alone; only differences between lines of one event mean anything."""
    return math.fsum(value * weights.get(name, 0.0) for name, value in found.items())


def best(candidates: Sequence[LineCandidate], words: Words, weights: Mapping[str, float], margin: float) -> LineCandidate:
    """The line that would stand best alone, the first of equal ones; a headline only where it is better by a margin."""

    def worth(candidate: LineCandidate) -> float:
        return score(features(candidate, words), weights) - margin * candidate.is_headline

    return max(candidates, key=worth)


def _form(candidate: LineCandidate, tokens: Sequence[str], low: Sequence[str], words: Words) -> dict[str, float]:
    """How a line is made: its length, its first word, pronouns, names and marks."""
    first = low[0] if low else ""
    count = sum(token[0].isalnum() for token in tokens)
    names = sum(token[0].isupper() for token in tokens[1:])
    found = {name: float(least <= count < most) for name, least, most in LENGTHS}
    return found | {
        "50 words": float(count >= 50),
        "begins with a pronoun": float(first in words["pronouns"]),
        "begins with a connective": float(first in words["connectives"]),
        "begins with this": float(first in words["demonstratives"]),
        "begins with a clause": float(first in words["subordinators"]),
        "begins with a quote": float(bool(QUOTE.match(candidate.line))),
        "begins in lower case": float(candidate.line[:1].islower()),
        "pronouns": min(sum(one in words["third"] for one in low), 4) / 4,
        "speaker": float(any(one in words["speakers"] for one in low)),
        "quotation": float(bool(QUOTE.search(candidate.line))),
        "question": float(candidate.line.rstrip("\"'”’ ").endswith("?")),
        "colon": float(": " in candidate.line),
        "names": min(names, 4) / 4,
        "day": float(any(one in words["calendar"] for one in low)),
        "commas": min(low.count(","), 4) / 4,
        "bracket": float("(" in candidate.line),
    }


def _agreement(candidate: LineCandidate, low: Sequence[str], words: Words) -> dict[str, float]:
    """Whether a line says of the event's status and speaker what is known of them."""
    said = any(one in words["saying"] for one in low)
    planned = any(one in words["plans"] for one in low)
    hedged = any(one in words["hedges"] for one in low)
    denied = any(one in words["negations"] for one in low)
    ahead = candidate.status in AHEAD
    return {
        "said": float(said and not candidate.said_by),
        "attribution lost": float(candidate.said_by and not said),
        "hedged": float(hedged and not ahead),
        "plan lost": float(ahead and not planned and not hedged),
        "negation": float(denied and candidate.status != "denied"),
        "denial lost": float(candidate.status == "denied" and not denied),
    }


def _headline(candidate: LineCandidate, low: Sequence[str], words: Words) -> dict[str, float]:
    """A headline beside the sentence that tells the event."""
    sentence = [token.lower() for token in TOKEN.findall(candidate.sentence)]
    verb = any(one in words["auxiliaries"] or FINITE.match(one) for one in low[1:])
    return {
        "headline": 1.0,
        "headline of 10 words": float(len(low) > 9),
        "headline finite": float(any(one in words["auxiliaries"] for one in low[1:])),
        "headline without a verb": float(not verb),
        "headline to do": float("to" in low and candidate.status not in AHEAD),
        "headline question or reports": float(candidate.line.endswith("?") or "reports" in low),
        "headline and sentence": _overlap(low, sentence),
        "sentence of 36 words": float(len(sentence) > 35),
        "sentence with a pronoun": float(any(one in words["third"] for one in sentence)),
        "sentence with a quotation": float(bool(QUOTE.search(candidate.sentence))),
        "sentence late": candidate.place,
    }


def _sentence(candidate: LineCandidate, low: Sequence[str], words: Words) -> dict[str, float]:
    """A sentence: where it stands, what it has of the headline, and how its trigger stands in it."""
    headline = [token.lower() for token in TOKEN.findall(candidate.headline)]
    trigger = candidate.trigger.lower().split()[0] if candidate.trigger.strip() else ""
    at = low.index(trigger) if trigger in low else 0
    before = low[max(0, at - 2) : at]
    return {
        "first": float(candidate.order == 0),
        "order": math.log1p(candidate.order),
        "place": candidate.place,
        "words of the headline": _overlap(headline, low),
        "trigger late": min(at, 30) / 30,
        "trigger known": float(any(one in KNOWN for one in before)),
        "trigger in a clause": float(any(one in words["subordinators"] for one in low[max(0, at - 4) : at])),
        "trigger is a verb": float(trigger.endswith(("ed", "en"))),
    }


def _overlap(one: Sequence[str], two: Sequence[str]) -> float:
    """The share of the longer words of one line that another has, by their beginnings."""
    stems = {word[:5] for word in one if len(word) > 3}
    return len(stems & {word[:5] for word in two}) / max(len(stems), 1)
