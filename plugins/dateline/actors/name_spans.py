"""Where names stand: the model's, without what is no part of them, and those of the same bearers that it misses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..model.names import PARTICLES, fold
from ..model.words import Stretch, Word, Words
from .lexicon import Lexicon

Lists = Mapping[str, Any]
#: what the model calls names that can be of actors
LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "LAW"})
#: what stands in no name
BREAKS = frozenset('()[]{}"“”«»<>|\\•*=#:;?!')
STOPS = frozenset({".", "?", "!", "”", '"'})
POSSESSIVE = frozenset({"'s", "’s"})
#: words of a length from which a headline in Title Case writes them with a capital
LONG = 4
#: how many of a sentence's long words are capitals in Title Case
TITLED = 0.8


@dataclass(frozen=True, slots=True)
class NameSpans:
    """Cuts the model's names to what is a name. ``lists`` are the words of names, ``lexicon`` nouns and first names."""

    lists: Lists
    lexicon: Lexicon

    def of(self, words: Words, found: Iterable[tuple[int, int, str]]) -> list[Stretch]:
        """The names among what the model found: starts, ends and labels."""
        cut = [piece for start, end, label in found if label in LABELS for piece in self._pieces(words, start, end, label)]
        return [Stretch(words, start, end, label) for start, end, label in cut]

    def _pieces(self, words: Words, start: int, end: int, label: str) -> Iterator[tuple[int, int, str]]:
        """The parts of a name that signs part, each without what is no part of it."""
        at = start
        for i in range(start, end + 1):
            if i == end or self._parts(words, start, i, end, label):
                yield from self._trimmed(words, at, i, label if at == start or words[at - 1].lower_ != "of" else "ORG")
                at = i + 1

    def _parts(self, words: Words, start: int, i: int, end: int, label: str) -> bool:
        """Whether a word ends one name and begins another: a sign; in a person's name also "and" and a possessive."""
        word = words[i]
        if not BREAKS.isdisjoint(word.text) or "://" in word.text or "\n" in word.text:
            return True
        if label == "PERSON" and start < i and word.bare in self.lists["address_gender"]:
            return True
        return label == "PERSON" and i + 1 < end and (word.lower_ in POSSESSIVE or word.lower_ in {"and", ",", "&", "of"})

    def _trimmed(self, words: Words, start: int, end: int, label: str) -> Iterator[tuple[int, int, str]]:
        start = _behind_small(words, start, end)
        while start < end and self._is_no_part(words[start], words, start, end, label):
            start += 1
        while start < end and self._is_end(words[end - 1], label):
            end -= 1
        while label == "PERSON" and start < end and _is_joined_on(words, end):
            end += 2
        if label == "PERSON" and any(self._is_plain(word) for word in words[start:end]):
            start = self._capitals(words, start, end)
        if start < end and any(c.isupper() for c in words.said(start, end)):
            yield start, end, label

    def _is_no_part(self, word: Word, words: Words, start: int, end: int, label: str) -> bool:
        """Whether the first word of a name stands before it: an adverb, a conjunction, a person's title, a sign."""
        if words.punctuation[word.i] or word.lower_ in POSSESSIVE:
            return True
        more = end - start > 1
        if more and word.lower_ in self.lists["leading"] and (word.lower_ != "new" or word.text.islower()):
            return label != "WORK_OF_ART"
        return more and label == "PERSON" and self.is_title(word) and self._goes_on(words, start + 1, end)

    def is_title(self, word: Word) -> bool:
        """Whether a word stands before persons' names: a title, or a noun for a person that is no first name."""
        low = word.bare
        if low in self.lists["royal"]:
            return False
        if low in self.lists["titles"]:
            return True
        return self.lexicon.kind(low) == "person" and not self.lexicon.is_first_name(low) and word.pos_ != "PROPN"

    def _goes_on(self, words: Words, start: int, end: int) -> bool:
        """Whether a name is left behind a title."""
        return any(w.text[:1].isupper() for w in words[start:end])

    def _is_end(self, word: Word, label: str) -> bool:
        """Whether the last word of a name stands behind it."""
        sign = word.words.punctuation[word.i] and word.text not in {".", ")"}
        small = label in {"PERSON", "ORG"} and word.text.islower() and not self._is_inner(word)
        return bool(sign) or small or word.text.isspace()

    def _is_plain(self, word: Word) -> bool:
        """Whether a word in small letters is no part of a person's name."""
        return word.text.islower() and word.lower_ not in PARTICLES and not self._is_inner(word)

    def _is_inner(self, word: Word) -> bool:
        """Whether a word is a possessive ending, or a hyphen joins it to the one before ("Jae-in")."""
        return word.lower_ in POSSESSIVE or (word.i > 0 and word.words[word.i - 1].text == "-")

    def _capitals(self, words: Words, start: int, end: int) -> int:
        """Where the last run of capitals and small name words begins."""
        at = end
        while at > start and not self._is_plain(words[at - 1]):
            at -= 1
        while at < end and words[at].text.islower():
            at += 1
        return at


def _behind_small(words: Words, start: int, end: int) -> int:
    """Where a name begins behind words in small letters, each with what a hyphen joins to it ("pro-Lundian New Party")."""
    begin = start + (words[start].lower_ == "the") if start < end else start
    first = begin
    while begin < end and words[begin].text.islower() and words[begin].lower_ not in PARTICLES:
        begin += 2 if _is_joined_on(words, begin + 1) else 1
        begin += words[begin - 1].text == "-" if begin < end else 0
    return begin if first < begin < end and words[begin].text[:1].isupper() else start


def _is_joined_on(words: Words, end: int) -> bool:
    """Whether a hyphen joins the word behind a name to it."""
    return end + 1 < len(words) and words[end].text == "-" and not words.spaces[end - 1] and not words.spaces[end]


def titled(words: Words) -> bytearray:
    """For each word whether its sentence is in Title Case or in capitals, so that a capital says nothing."""
    found = bytearray(len(words))
    start = 0
    while start < len(words):
        end = start + 1
        while end < len(words) and words.starts[end] != 1:
            end += 1
        if _is_titled(words[start:end]):
            found[start:end] = b"\1" * (end - start)
        start = end
    return found


def _is_titled(sentence: Sequence[Word]) -> bool:
    """Whether the words of a sentence have capitals, as in a headline, which ends without a full stop."""
    long = [word for word in sentence if len(word.text) >= LONG and word.text.isalpha()]
    if len(long) < LONG:
        return False
    if all(word.text.isupper() for word in long):
        return True
    last = next(word for word in reversed(sentence) if word.text.strip())
    capitals = sum(word.text[0].isupper() for word in long)
    return last.text not in STOPS and capitals >= TITLED * len(long)


def folded(name: Stretch) -> str:
    """A name as it is compared, without a possessive ending."""
    return fold(name.text).removesuffix("'s").removesuffix("'").rstrip(".,")


def missed(words: Words, names: Sequence[Stretch], known: Mapping[str, str], heads: bytearray) -> Iterator[Stretch]:
    """Words outside of ``names`` that are a known name (folded, with its label), the longest first."""
    taken = bytearray(len(words))
    for name in names:
        taken[name.start : name.end] = b"\1" * len(name)
    longest = max((len(name.split()) for name in known), default=0)
    first = {name.split()[0] for name in known}
    i = 0
    while i < len(words):
        word = words[i]
        able = not taken[i] and word.text[:1].isupper() and (word.pos_ in {"PROPN", "NOUN"} or heads[i])
        end = _known_end(words, i, longest, known, taken) if able and fold(word.text) in first else None
        if end is None:
            i += 1
            continue
        yield Stretch(words, i, end, known[fold(words.said(i, end))])
        i = end


def _known_end(words: Words, i: int, longest: int, known: Mapping[str, str], taken: bytearray) -> int | None:
    """Where the longest known name that begins here ends."""
    for end in range(min(i + longest, len(words)), i, -1):
        if not any(taken[i:end]) and fold(words.said(i, end)) in known:
            return end
    return None
