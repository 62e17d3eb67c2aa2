"""The words of a parsed text as plain objects: stages ask each of them many things, which costs much of spaCy's own tokens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

#: what a word is asked, as spaCy calls it; the first seven are strings
COLUMNS = ("ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE", "ENT_IOB", "SPACY", "IS_PUNCT", "SENT_START")
STRINGS = 7
#: spaCy gives a head as its distance, in 64 bits without a sign
WIDE = 2**64 - 1


class Word:
    """A word with what is known of it and its place in the tree, under the names that they have in spaCy."""

    __slots__ = ("children", "dep_", "ent_type_", "head", "i", "idx", "lemma_", "lower_", "pos_", "tag_", "text", "words")

    def __init__(
        self, words: Words, i: int, idx: int, text: str, lower: str, lemma: str, pos: str, tag: str, dep: str, ent: str
    ) -> None:
        self.words = words
        self.i = i
        self.idx = idx
        self.text = text
        self.lower_ = lower
        self.lemma_ = lemma
        self.pos_ = pos
        self.tag_ = tag
        self.dep_ = dep
        self.ent_type_ = ent
        self.head = self
        self.children: list[Word] = []

    def __repr__(self) -> str:
        return f"{self.text!r} ({self.i})"

    @property
    def bare(self) -> str:
        """The word in small letters, without a stop behind it ("Mr.")."""
        return self.lower_.rstrip(".")

    @property
    def ancestors(self) -> Iterator[Word]:
        """The words above, the nearest first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    @property
    def subtree(self) -> Iterator[Word]:
        """The word and all below it, in the order of the text."""
        for child in self.children:
            if child.i > self.i:
                break
            yield from child.subtree
        yield self
        for child in self.children:
            if child.i > self.i:
                yield from child.subtree

    @property
    def left_edge(self) -> Word:
        """The first of the word and all below it."""
        return min((self, *(c.left_edge for c in self.children)), key=lambda word: word.i)

    @property
    def right_edge(self) -> Word:
        """The last of the word and all below it."""
        last, below = self, list(self.children)
        while below:
            word = below.pop()
            last = word if word.i > last.i else last
            below += word.children
        return last

    @property
    def conjuncts(self) -> list[Word]:
        """The words that are joined to this one ("and"), in the order of the text but for those further down."""
        if self.dep_ != "conj" and not any(c.dep_ == "conj" for c in self.children):
            return []
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        joined = [first]
        for word in joined:
            joined += [c for c in word.children if c.dep_ == "conj" and c.i > word.i]
        return [word for word in joined if word is not self]


class Words(list[Word]):
    """The words of a text, in order; with what is asked of few of them, a list each.

    ``places`` has what words mean that may name several places, by their index: see :mod:`dateline.actors.senses`.
    """

    text: str
    places: Mapping[int, Any] = MappingProxyType({})
    ent_iob: list[int]
    spaces: list[int]
    punctuation: list[int]
    starts: list[int]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All words in small letters."""
        return frozenset(word.lower_ for word in self)

    def said(self, start: int, end: int) -> str:
        """The text from one word to before another."""
        last = self[min(end, len(self)) - 1]
        return self.text[self[start].idx : last.idx + len(last.text)]

    def sentence(self, i: int) -> tuple[int, int]:
        """Where the sentence of a word begins and ends."""
        start, end = i, i + 1
        while start and self.starts[start] != 1:
            start -= 1
        while end < len(self) and self.starts[end] != 1:
            end += 1
        return start, end


class Stretch:
    """Words that stand one after the other: ``start`` to before ``end``. ``label_`` is what the model calls the name."""

    __slots__ = ("end", "label_", "start", "text", "words")

    def __init__(self, words: Words, start: int, end: int, label: str = "") -> None:
        self.words, self.start, self.end, self.label_ = words, start, end, label
        self.text = words.said(start, end)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start

    @property
    def start_char(self) -> int:
        return self.words[self.start].idx

    @property
    def end_char(self) -> int:
        return self.start_char + len(self.text)


class Strings(dict[int, str]):
    """The strings of a vocabulary by their numbers, each asked of spaCy once."""

    strings: Any

    def __missing__(self, number: int) -> str:
        said = self[number] = str(self.strings[number])
        return said


#: spaCy's numbers are the same in every vocabulary
KNOWN = Strings({0: ""})


def words_of(doc: Any, text: str) -> Words:
    """The words of a spaCy Doc that has this text."""
    table = doc.to_array([*COLUMNS, "HEAD"]).T.tolist()
    KNOWN.strings = doc.vocab.strings
    words, at = Words(), 0
    words.text = text
    words.ent_iob, words.spaces, words.punctuation, words.starts, heads = table[STRINGS:]
    columns = [map(KNOWN.__getitem__, column) for column in table[:STRINGS]]
    for i, (said, lower, lemma, pos, tag, dep, ent, space) in enumerate(zip(*columns, words.spaces, strict=True)):
        words.append(Word(words, i, at, said, lower, lemma, pos, tag, dep, ent))
        at += len(said) + space
    for word, head in zip(words, heads, strict=True):
        if head:
            word.head = words[(word.i + head) & WIDE]
            word.head.children.append(word)
    return words
