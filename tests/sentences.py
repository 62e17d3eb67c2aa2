"""Words of sentences without a model: as they stand, or as a test parses them."""

from __future__ import annotations

from collections.abc import Sequence

import spacy
from dateline.model import Article, TextSpan
from dateline.model.words import Word, Words, words_of
from spacy.tokens import Doc

VOCAB = spacy.blank("en").vocab


def sentences(*said: str) -> Words:
    """The words of some sentences, as they stand between blanks."""
    found, at = Words(), 0
    found.text = " ".join(said)
    found.starts = []
    for sentence in said:
        for number, text in enumerate(sentence.split(" ")):
            found.append(Word(found, len(found), at, text, text.lower(), text, "NOUN", "NN", "ROOT", ""))
            found.starts.append(1 if number == 0 else -1)
            at += len(text) + 1
    return found


def parsed(said: str) -> Words:
    """The words of one sentence, each with its part of speech, dependency and the number of its head behind slashes."""
    rows = [word.split("/") for word in said.split()]
    text, pos, dep, head = (list(column) for column in zip(*rows, strict=True))
    doc = Doc(VOCAB, text, pos=pos, deps=dep, heads=[int(number) for number in head], lemmas=[one.lower() for one in text])
    return words_of(doc, doc.text)


def article(words: Words, aside: Sequence[str] = ()) -> Article:
    """The article that they make up; these sentences are set aside."""
    starts = [words.text.index(said) for said in aside]
    spans = tuple(TextSpan("byline", start, start + len(said)) for start, said in zip(starts, aside, strict=True))
    return Article("a", words.text, "2020-05-08", spans=spans)
