"""What the encoder learns from: articles in windows, and what is right of their words. Read once, kept in a file."""

from __future__ import annotations

import pickle
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import folds
import stories
from corpora import Text
from dateline.events.agreement import REST
from dateline.events.pieces import WordPieces
from dateline.events.windows import Window, windows
from dateline.lang import HERE
from gold import Gold, labels
from stories import Reader, Story, Target

#: what of the world the encoder tells apart; what else a status may be counts as other
STATUSES = ("happened", "ongoing", "planned", REST)
#: classes of TimeML's events that are learnt as one, by their number; 0 is no event
CLASSES = {"OCCURRENCE": 1, "REPORTING": 2, "STATE": 3, "I_STATE": 3, "I_ACTION": 4, "ASPECTUAL": 4, "PERCEPTION": 4}


@dataclass(frozen=True, slots=True)
class Encoding:
    """An article in windows, with its headline and without.

    ``candidates`` are the words that may tell an event, in the order of the story's examples; ``targets`` has what is right
    of each, ``classes`` the number of the class of each word that TimeML marks, None where it marks none in this text.
    """

    story: Story
    titled: Sequence[Window]
    bare: Sequence[Window]
    candidates: Sequence[int]
    targets: Sequence[Target]
    classes: Mapping[int, int] | None


def word_pieces() -> WordPieces:
    """The vocabulary that the plugin has."""
    return WordPieces.read(HERE / "en/encoder/vocab.txt")


def encodings(texts: Mapping[str, Text], path: Path) -> list[Encoding]:
    """All labelled articles; from a file where one is."""
    if not path.exists():
        gold, fold, reader, pieces = labels(), folds.read(), Reader(), word_pieces()
        known = [texts[digest] for digest in sorted(gold) if digest in texts]
        made = [_encoding(text, reader, fold[text.digest], gold[text.digest], pieces) for text in known]
        path.write_bytes(pickle.dumps(made))
    found: list[Encoding] = pickle.loads(path.read_bytes())
    return found


def _encoding(text: Text, reader: Reader, fold: int, gold: Gold, pieces: WordPieces) -> Encoding:
    doc = reader.read(text)
    words, article = doc._.words, doc._.article
    story = stories.story(text, doc, reader, fold, gold)
    places = {word.idx: word.i for word in words}
    candidates = [candidate.trigger.i for candidate in reader.candidates(doc)]
    marked = None
    if gold.timeml is not None:
        starts = ((text.places[start], CLASSES[name]) for start, _, name in gold.timeml)
        marked = {places[start]: number for start, number in starts if start in places}
    titled, bare = (tuple(windows(words, article, title, pieces)) for title in (text.title, ""))
    targets = [target(story, example.tells) for example in story.examples]
    return Encoding(story, titled, bare, candidates, targets, marked)


def target(story: Story, tells: frozenset[int]) -> Target:
    """What is right of a word that tells these events: the heaviest counts, of equal ones the first."""
    if not tells:
        return Target()
    event = story.events[min(tells, key=lambda i: (-story.events[i].weight, i))]
    return replace(event, status=event.status if event.status in STATUSES else REST)
