"""Who says what stands in quotation marks: the speaker of each quotation, where a sure pattern names one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Quotation
from ..model.words import Word, Words
from .conjecture import is_unsaid
from .roles import subjects

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
AUXILIARIES = frozenset({"aux", "auxpass"})
RELATIVE = frozenset({"WDT", "WP"})
#: what a noun phrase is made of, up to its head
PHRASE = frozenset({"DT", "PRP$", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "POS", "CD", "PRP", "HYPH"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
MARKS = frozenset({'"', "“", "”", "„", "«", "»", "``", "''", "'", "‘", "’", "`"})
#: verbs whose speaker is the subject of their passive
QUOTED = frozenset({"quote", "cite"})
#: signs that end what a verb before them says
STOPS = frozenset({".", "!", "?", ";"})
PAUSES = frozenset({",", "-", "--", "–", "—"})
#: how many words from a quotation its verb of saying may stand
REACH = 30


@dataclass(frozen=True, slots=True)
class Speech:
    """A quotation as words, ``start`` to before ``end``, and the noun that names its speaker; None where none is sure."""

    start: int
    end: int
    speaker: Word | None = None


class Speeches:
    """Finds the speakers of quotations.

    ``verbs`` are the lemmas by which somebody is quoted, ``sure`` the auxiliaries with which they still are ("can say").
    """

    def __init__(self, verbs: frozenset[str], sure: Sequence[str]) -> None:
        self.verbs, self.sure = verbs, sure

    def of(self, words: Words, quotations: Sequence[Quotation]) -> tuple[Speech, ...]:
        """The quotations of a text in order, each with its speaker."""
        places = [word.idx for word in words]
        spans = [(bisect_left(places, one.start), bisect_left(places, one.end)) for one in quotations]
        found: list[Speech] = []
        last = Speech(0, 0)
        for number, (start, end) in enumerate(spans):
            ahead = spans[number + 1][0] if number + 1 < len(spans) else len(words)
            last = Speech(start, end, self._speaker(words, last, start, end, ahead))
            found.append(last)
        return tuple(found)

    def _speaker(self, words: Words, last: Speech, start: int, end: int, ahead: int) -> Word | None:
        """The speaker of a quotation: named behind it, named before it, or that of the quotation that it goes on from."""
        named = self._behind(words, start, end, ahead) or self._before(words, last.end, start)
        return last.speaker if named is None and _goes_on(words, last, start, end) else named

    def _behind(self, words: Words, start: int, end: int, ahead: int) -> Word | None:
        """Who is named behind a quotation: "…," X said; "…," said X; "…," according to X."""
        rest = _until_stop(words[end : min(ahead, end + REACH)])
        while rest and rest[0].text in PAUSES:
            rest = rest[1:]
        if _last_sign(words, start, end) in {".", ";"} or not rest:
            return None
        if [word.lower_ for word in rest[:2]] == ["according", "to"]:
            return _head(rest[2:])
        verb = next((word for word in rest if _is_finite(word)), None)
        introduces_next = rest[-1].i == ahead - 1 and rest[-1].text == ":"
        if verb is None or introduces_next or not self.is_said(verb):
            return None
        if verb.lemma_.lower() in QUOTED:
            return speaker(verb)
        if verb is rest[0]:
            return _head(rest[1:])
        return _subject_within(verb, rest)

    def _before(self, words: Words, floor: int, start: int) -> Word | None:
        """Who is named before a quotation: X said: "…"; X told Y that "…"; "…," X said, "…"."""
        lead = _until_stop(words[max(floor, start - REACH) : start][::-1])
        verb = next((word for word in lead if self.is_said(word)), None)
        if verb is None or any(_is_finite(word) and verb not in word.ancestors for word in lead if word.i > verb.i):
            return None
        first = words[min(start + 1, len(words) - 1)]
        opens = lead[0].text == ":" or (lead[0].text == "," and first.text[:1].isupper()) or lead[0] is verb
        governed = any(verb in word.ancestors for word in (lead[0], first))
        return speaker(verb) if opens or governed else None

    def is_said(self, verb: Word) -> bool:
        """Whether a verb tells that somebody did say something: not that he may, or does not, or that he was told."""
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in self.verbs or verb.tag_ == "VB":
            return False
        passive = verb.lemma_.lower() not in QUOTED and any(c.dep_ == "auxpass" for c in verb.children)
        return not passive and not is_unsaid(verb, self.sure)


def speaker(verb: Word) -> Word | None:
    """The noun for who says it: the subject of a verb of saying, or who is quoted ("was quoted as saying")."""
    above = verb.head.head if verb.dep_ == "pcomp" else verb
    quoted = [c for c in above.children if c.dep_ in {"nsubjpass", "dobj"} and above.lemma_.lower() in QUOTED]
    found = next(iter(quoted or subjects(above)), None)
    relative = found is not None and found.tag_ in RELATIVE and found.head.dep_ == "relcl"
    found = found.head.head if found is not None and relative else found
    return found if found is not None and found.pos_ in NOUNS and found.tag_ not in RELATIVE else None


def according_to(word: Word) -> Word | None:
    """The noun for whom a clause is according to: behind it or before it, or before what stands above it."""
    for one in (word, *word.ancestors):
        heads = (c for c in one.children if c.lower_ == "according")
        found = (noun for head in heads for to in head.children if to.lower_ == "to" for noun in to.children)
        if source := next((noun for noun in found if noun.dep_ == "pobj"), None):
            return source
    return None


def _until_stop(words: Sequence[Word]) -> list[Word]:
    """Words as far as their sentence and line go, white space left out."""
    found = []
    for word in words:
        if word.text in STOPS or "\n" in word.text:
            break
        if word.pos_ != "SPACE":
            found.append(word)
    return found


def _last_sign(words: Words, start: int, end: int) -> str:
    """The last word or sign of a quotation before its closing mark."""
    inside = (word.text for word in reversed(words[start:end]) if word.text not in MARKS and word.pos_ != "SPACE")
    return next(inside, "")


def _is_finite(word: Word) -> bool:
    """Whether a verb carries a tense, and is not that of a clause that describes a noun."""
    if word.pos_ not in {"VERB", "AUX"} or word.dep_ in {*AUXILIARIES, "relcl"}:
        return False
    return word.tag_ in FINITE or any(c.dep_ in AUXILIARIES and c.tag_ in FINITE for c in word.children)


def _head(words: Sequence[Word]) -> Word | None:
    """The head of the noun phrase that words begin with, which is its last noun ("Foreign Minister Ann Lee, who …")."""
    found = None
    for word in words:
        if word.tag_ not in PHRASE or word.ent_type_ in {"DATE", "TIME"}:
            break
        found = word if word.pos_ in NOUNS else found
    return found


def _subject_within(verb: Word, rest: Sequence[Word]) -> Word | None:
    """The subject of a verb among the words behind a quotation: by the parse, else the phrase that fills all before it."""
    own = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i >= rest[0].i), None)
    if own is not None:
        return own if own.pos_ in NOUNS and own.tag_ not in RELATIVE else None
    between = [word for word in rest if word.i < verb.i and word.pos_ not in {"AUX", "ADV"}]
    head = _head(between)
    return head if between and head is between[-1] else None


def _goes_on(words: Words, last: Speech, start: int, end: int) -> bool:
    """Whether a quotation goes on from the last: whole sentences, right behind it or behind the words that name its speaker.

    A question may be answered by somebody else.
    """
    between = words[last.end : start]
    said = [word for word in between if word.pos_ != "SPACE"]
    whole = _last_sign(words, start, end) in {".", "!", "?"}
    if last.speaker is None or not whole or _last_sign(words, last.start, last.end) == "?":
        return False
    if not said:
        return not any("\n" in word.text for word in between)
    named = last.end <= last.speaker.i < start
    return named and said[-1].text == "." and not any(word.text in STOPS for word in said[:-1])
