"""Windows: an article in stretches of word pieces, each as long as the encoder reads at once, cut between sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ..model import Article
from ..model.words import Words
from .candidates import is_open, sentences_of, span_kinds
from .pieces import WordPieces

#: pieces of text in a window, of the headline and of the lead before them, and of a sentence that only leads up to it
ROOM, HEADLINE, LEAD, RUN_UP = 320, 30, 40, 60

#: words in their order, each by its index and its pieces
Sentence = list[tuple[int, tuple[int, ...]]]


@dataclass(frozen=True, slots=True)
class Window:
    """Word pieces that are read at once.

    ``pieces`` are their numbers, ``words`` the indices of the words that are judged by this window, ``places`` where in
    ``pieces`` the first of each stands.
    """

    pieces: tuple[int, ...]
    words: tuple[int, ...]
    places: tuple[int, ...]


def windows(
    words: Words, article: Article, title: str, pieces: WordPieces, asked: Collection[int] | None = None
) -> Iterator[Window]:
    """The windows of an article, of all sentences or of those in which a word is ``asked`` about. Each word of a span that is
    read, and that has pieces, is judged by one of them.

    Before the text stand the headline, and the lead from the second window on.
    """
    every = list(_read(words, article, pieces))
    read = [sentence for sentence in every if asked is None or any(i in asked for i, _ in sentence)]
    sentences = [part for sentence in read for part in _parts(sentence)]
    headline = pieces.of(title)[:HEADLINE]
    lead = _pieces(every)[:LEAD]
    start = 0
    while start < len(sentences):
        end = _end(sentences, start)
        run_up = _run_up(sentences, start)
        head = [pieces.first, *headline, pieces.between, *(lead if start else ()), pieces.between, *run_up]
        yield _window(head, sentences[start:end], pieces.between)
        start = end


def _read(words: Words, article: Article, pieces: WordPieces) -> Iterator[Sentence]:
    """The sentences without what is set aside."""
    kinds = span_kinds(article)
    for sentence in sentences_of(words):
        yield [(word.i, found) for word in sentence if is_open(word, kinds) and (found := pieces.of(word.text)[:ROOM])]


def _parts(sentence: Sentence) -> Iterator[Sentence]:
    """A sentence, cut where it is longer than a window."""
    part: Sentence = []
    room = ROOM
    for i, found in sentence:
        if len(found) > room:
            yield part
            part, room = [], ROOM
        part.append((i, found))
        room -= len(found)
    if part:
        yield part


def _pieces(sentences: Sequence[Sentence]) -> list[int]:
    return [piece for sentence in sentences for _, found in sentence for piece in found]


def _end(sentences: Sequence[Sentence], start: int) -> int:
    """Before which sentence a window ends that begins with one."""
    length, end = 0, start
    while end < len(sentences) and length + len(_pieces(sentences[end : end + 1])) <= ROOM:
        length += len(_pieces(sentences[end : end + 1]))
        end += 1
    return end


def _run_up(sentences: Sequence[Sentence], start: int) -> list[int]:
    """The end of the sentence before."""
    return _pieces(sentences[start - 1 : start])[-RUN_UP:] if start else []


def _window(head: Sequence[int], sentences: Sequence[Sentence], last: int) -> Window:
    """What stands before the text, and the text itself."""
    numbers, words, places = list(head), [], []
    for i, found in (word for sentence in sentences for word in sentence):
        words.append(i)
        places.append(len(numbers))
        numbers += found
    return Window((*numbers, last), tuple(words), tuple(places))
