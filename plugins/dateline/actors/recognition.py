"""The ``names`` stage: which words of an article are names, and of what kind, decided over the whole article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from spacy.tokens import Doc

from ..model.names import is_acronym
from ..model.words import Stretch, Word, Words, words_of
from .kinds import KINDS, LABEL, SUBJECT, Clues, features, head, kind
from .months import MonthNames
from .name_spans import NameSpans, folded, missed, titled

Lists = Mapping[str, Any]
Doc.set_extension("words", default=None, force=True)
Doc.set_extension("names", default=(), force=True)

#: how the model marks the first word of a name, the others, and words outside
FIRST, INSIDE, OUTSIDE = 3, 1, 2
#: from which share of its mentions a name is a place by its prepositions
HALF = 0.5
#: from which share on where no person or acronym has it
SOME = 0.3
#: how many words and hyphens a town's name has at most
LONGEST = 5
#: what the gazetteer calls places that the model may take for persons
PLACES = frozenset({"country", "region", "capital"})


class NamesTagger:
    """Writes ``doc._.words`` and ``doc._.names``, and ``doc._.name_words``: where a word of the calendar is a name.

    Needs ``doc.ents``, the parse and ``doc._.article``.
    """

    def __init__(self, clues: Clues, calendar: MonthNames, weights: Mapping[str, Mapping[str, float]]) -> None:
        self.clues = clues
        self.calendar = calendar
        self.weights = weights
        self.spans = NameSpans(clues.lists, clues.lexicon)

    def __call__(self, doc: Doc) -> Doc:
        words = words_of(doc, doc._.article.text)
        persons = [Stretch(words, start, end, "PERSON") for start, end in self.calendar.persons(words)]
        doc._.name_words = tuple((name.start_char, name.end_char) for name in persons)
        found = [*persons, *self._titled(words, persons)]
        raw = [(e.start, e.end, e.label_) for e in doc.ents]
        found += _apart(found, self.spans.of(words, _outside(raw, found)))
        found += _apart(found, self._places(words))
        found += _apart(found, self._subjects(words))
        names = self._decided(words, [name for name in found if not self.calendar.is_calendar(name.text) or name in persons])
        mark(words, names, raw)
        doc._.words, doc._.names = words, tuple(names)
        return doc

    def _titled(self, words: Words, taken: Sequence[Stretch]) -> Iterator[Stretch]:
        """The capitals behind a title, in which the model sees no name."""
        closed = {i for name in taken for i in range(name.start, name.end)}
        for word in words[:-1]:
            if word.text[:1].isupper() and word.bare in self.clues.lists["address"]:
                end = start = word.i + 1
                while end < len(words) and words[end].pos_ == "PROPN" and words[end].text[0].isupper() and end - start < 3:
                    end += 1
                if end > start and closed.isdisjoint(range(start, end)) and not any(w.ent_type_ for w in words[start:end]):
                    yield Stretch(words, start, end, "PERSON")

    def _places(self, words: Words) -> Iterator[Stretch]:
        """Countries, capitals and towns of several words in which the model sees no name ("Port-au-Prince")."""
        end = 0
        for word in words:
            if word.i >= end and word.pos_ == "PROPN" and word.text[:1].isupper() and not word.ent_type_:
                ends = range(min(word.i + LONGEST, len(words)), word.i, -1)
                end = next((last for last in ends if self._is_place(words, word.i, last)), word.i)
                if end > word.i:
                    yield Stretch(words, word.i, end, "GPE")

    def _is_place(self, words: Words, start: int, end: int) -> bool:
        """Whether these words are all of the name of a place that is known."""
        text = words.said(start, end)
        if not text[-1].isalpha() or (end < len(words) and words[end].pos_ == "PROPN"):
            return False
        place = self.clues.gazetteer.find(text)
        return (place is not None and place.kind in PLACES) or (end - start > 1 and self.clues.gazetteer.city(text) is not None)

    def _subjects(self, words: Words) -> Iterator[Stretch]:
        """Capitals that are the subject of a verb, in which the model sees no name."""
        for word in words:
            if word.dep_ in SUBJECT and word.pos_ == "PROPN" and word.text[:1].isupper() and not word.ent_type_:
                start = word.i
                while start and words[start - 1].head is word and words[start - 1].pos_ == "PROPN":
                    start -= 1
                if not any(self._is_noun(w) for w in words[start : word.i + 1]):
                    yield Stretch(words, start, word.i + 1, "")

    def _is_noun(self, word: Word) -> bool:
        """Whether a word with a capital is a title, or a noun for people or things ("the President", "Section 4")."""
        low = word.bare
        title = low in self.clues.lists["titles"] or low in self.clues.lists["royal"] or low in self.clues.lists["leading"]
        return title or not word.text.isalpha() or self.clues.lexicon.kind(low) is not None or bool(word.ent_type_)

    def _decided(self, words: Words, names: Sequence[Stretch]) -> list[Stretch]:
        """The names that are one, with the label of their kind, and those of the same bearers that the model misses."""
        loud = titled(words)
        plain = [name for name in names if not loud[name.start]]
        kinds = self._kinds(plain)
        sure = {text: one for text, one in kinds.items() if self._is_name(text, [n for n in plain if folded(n) == text], kinds)}
        kept = [name for name in plain if folded(name) in sure]
        kept += [name for name in names if loud[name.start] and self._is_known(name, sure)]
        sure |= {text: one for text, one in self._kinds(kept).items() if text not in sure}
        kept += missed(words, kept, _labels(sure), loud)
        labelled = [_labelled(name, sure.get(folded(name), KINDS.get(name.label_, "thing"))) for name in kept]
        return sorted(labelled, key=lambda name: name.start)

    def _kinds(self, names: Iterable[Stretch]) -> dict[str, str]:
        """The kind of each name by its folded words: first of those with several words, then of those that are part of them."""
        groups: dict[str, list[Stretch]] = defaultdict(list)
        for name in names:
            groups[folded(name)].append(name)
        found: dict[str, str] = {}
        for text in sorted(groups, key=lambda text: (" " not in text, text)):
            bearers = _bearers(found) if " " not in text else {}
            found[text] = self._kind(text, groups[text], bearers)
        return found

    def _kind(self, text: str, mentions: Sequence[Stretch], bearers: Mapping[str, str]) -> str:
        """The kind of a name: a people where the model says so, a person where it is the surname of one, else as learnt."""
        peoples = sum(one.label_ == "NORP" for one in mentions)
        if 2 * peoples > len(mentions):
            return "group"
        found = features(mentions, bearers, self.clues)
        called = Counter(KINDS.get(one.label_) for one in mentions).most_common(1)[0][0]
        place = self.clues.gazetteer.find(mentions[0].text)
        if text in bearers and found.get("place preposition", 0) < HALF and not (place and called == "place"):
            return "person"
        if found.get("title", 0) >= HALF:
            return "person" if "first name" in found else kind(found, self.weights)
        if place and place.kind in PLACES and called == "person":
            return "place"
        if "city and no person" in found and _stands_as_town(found, called):
            return "place"
        return kind(found, self.weights)

    def bearers(self, names: Iterable[Stretch]) -> dict[str, str]:
        """The words that stand for somebody named in full among these names."""
        return _bearers(self._kinds(names))

    def _is_name(self, text: str, mentions: Sequence[Stretch], kinds: Mapping[str, str]) -> bool:
        """Whether what the model calls a name is one: by its shape, or by a second clue."""
        first = mentions[0]
        first_word = first.words[first.start]
        if len(text) < 2 or not any(c.isalpha() for c in text) or all(self._is_title(word) for word in first):
            return False
        if any(one.label_ == "NORP" for one in mentions):
            return True
        by_model = any(one.label_ for one in mentions)
        if by_model and any(w.text[:1].isupper() and w.pos_ == "PROPN" and not _opens(w) for one in mentions for w in one):
            return True
        known = self.clues.gazetteer.find(first.text) or self.clues.lexicon.is_first_name(text.split()[0])
        if known or (by_model and is_acronym(first.text)) or text in _bearers(kinds):
            return True
        return first_word.tag_ == "NNP" and (len(mentions) > 1 or (by_model and _acts(head(first))))

    def _is_title(self, word: Word) -> bool:
        """Whether a word only stands before names, or is a sign."""
        lists = self.clues.lists
        return not word.text[:1].isalpha() or any(word.bare in lists[one] for one in ("titles", "royal", "leading"))

    def _is_known(self, name: Stretch, sure: Mapping[str, str]) -> bool:
        """Whether a name in a headline is that of somebody named below, or known."""
        if folded(name) in sure or self.clues.gazetteer.find(name.text):
            return True
        first = name.words[name.start].text
        return name.label_ == "PERSON" and 1 < len(name) < 6 and self.clues.lexicon.is_first_name(first)


def _stands_as_town(found: Mapping[str, float], called: str | None) -> bool:
    """Whether a town's name stands where towns do, by the features of all its mentions."""
    if called == "person":
        return not found.keys().isdisjoint({"place preposition", "from", "to", "of"})
    return found.get("place preposition", 0) >= (HALF if "acronym" in found else SOME)


def _acts(word: Word) -> bool:
    """Whether a word is the subject of a verb, or tells more of one."""
    noun = word.head if word.dep_ in {"compound", "poss", "nmod"} else word
    return noun.dep_ in SUBJECT


def _opens(word: Word) -> bool:
    """Whether a word has its capital from its place: it opens a sentence, or stands behind a colon or a quotation mark."""
    before = word.words[word.i - 1] if word.i else None
    return word.words.starts[word.i] == 1 or before is None or before.text in {":", '"', "“", "‘", "'", "-", "–", "—", "•", "*"}


def _bearers(kinds: Mapping[str, str]) -> dict[str, str]:
    """The words that stand for somebody named in full: a person's surname."""
    full = [text.split() for text, one in kinds.items() if one == "person" and " " in text]
    return {word: "person" for words in full for word in (words[-1], " ".join(words[1:]))}


def _labels(kinds: Mapping[str, str]) -> dict[str, str]:
    """The label of each name that can be looked for: those of the article, and the surnames of persons named in full."""
    surnames = {text.split()[-1]: "PERSON" for text, one in kinds.items() if one == "person" and " " in text}
    known = {text: LABEL[one] for text, one in kinds.items()}
    return {text: label for text, label in surnames.items() if len(text) > 2} | known


def _labelled(name: Stretch, one: str) -> Stretch:
    """A name with a label of its kind: the model's where that is of the same."""
    label = name.label_ if KINDS.get(name.label_) == one else LABEL[one]
    return Stretch(name.words, name.start, name.end, label)


def _outside(raw: Iterable[tuple[int, int, str]], taken: Sequence[Stretch]) -> Iterator[tuple[int, int, str]]:
    """Names, without the words that are taken at their start or end."""
    closed = {i for name in taken for i in range(name.start, name.end)}
    for start, end, label in raw:
        while start < end and start in closed:
            start += 1
        while start < end and end - 1 in closed:
            end -= 1
        if start < end:
            yield start, end, label


def _apart(taken: Sequence[Stretch], names: Iterable[Stretch]) -> list[Stretch]:
    """The names that have no word of those taken."""
    closed = {i for name in taken for i in range(name.start, name.end)}
    return [name for name in names if closed.isdisjoint(range(name.start, name.end))]


def mark(words: Words, names: Iterable[Stretch], raw: Iterable[tuple[int, int, str]]) -> None:
    """Write names on the words in the place of those that the model found."""
    for start, end, label in raw:
        if label in KINDS:
            for word in words[start:end]:
                word.ent_type_ = ""
                words.ent_iob[word.i] = OUTSIDE
    for name in names:
        for word in name:
            word.ent_type_ = name.label_
            words.ent_iob[word.i] = FIRST if word.i == name.start else INSIDE
