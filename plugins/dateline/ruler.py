"""A model's attribute ruler, remembered: what it sets of a word rests on a few attributes of that word, and words recur.

spaCy tries each of some two hundred patterns on every word, which is a sixth of the time that reading takes. Here a word is
tried once for each combination of the attributes that the patterns name; patterns of several words are tried where one begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

#: attributes that a word has of itself, by which a pattern may choose
OWN = frozenset({
    "ORTH", "LOWER", "NORM", "SHAPE", "TAG", "POS", "DEP", "LEMMA", "ENT_TYPE", "IS_SPACE", "IS_PUNCT", "IS_ALPHA", "IS_DIGIT",
    "LIKE_NUM",
})  # fmt: skip
OPENS = "opens"
Pattern = list[dict[str, Any]]
#: what is set of a word, by attribute
Set = dict[Any, Any]


class Remembered:
    """Does to a document what ``ruler`` does. Raises ValueError where its patterns rest on more than words' own attributes."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self.ruler = ruler
        patterns = [(str(n), alternative) for n, rule in enumerate(ruler.patterns) for alternative in rule["patterns"]]
        named = {key for _, pattern in patterns for word in pattern for key in word}
        if not named <= OWN or any(ruler.indices[int(n)] != 0 for n, pattern in patterns if len(pattern) == 1):
            raise ValueError(f"patterns that rest on {sorted(named - OWN)}")
        self.attributes = sorted(named)
        self.telling = _telling([word["LOWER"] for _, pattern in patterns for word in pattern if "LOWER" in word])
        several = [(n, pattern) for n, pattern in patterns if len(pattern) > 1]
        self.longest = max((len(pattern) for _, pattern in several), default=1)
        alone = [(n, pattern) for n, pattern in patterns if len(pattern) == 1]
        self.alone = _matcher(ruler, [*alone, *((OPENS, pattern[:1]) for _, pattern in several)])
        self.several = _matcher(ruler, several)
        self.known: dict[tuple[int, ...], tuple[Set, tuple[int, ...], bool]] = {}
        self.lower: dict[int, int] = {}

    def __call__(self, doc: Doc) -> Doc:
        found = [self._of(doc, i, of) for i, of in enumerate(zip(*self._columns(doc), strict=True))]
        more = self._of_several(doc, [i for i, (_, _, opens) in enumerate(found) if opens])
        for i, (attributes, rules, _) in enumerate(found):
            if i in more:
                attributes = self._together(sorted({*rules, *more[i]}))
            if attributes:
                set_token_attrs(doc[i], attributes)
        return doc

    def _columns(self, doc: Doc) -> Iterator[list[int]]:
        """The attributes of the words, one after the other; words that no pattern names are one (0)."""
        for name in self.attributes:
            column = doc.to_array([name]).ravel().tolist()
            yield column if name != "LOWER" else [self._word(doc, word) for word in column]

    def _word(self, doc: Doc, word: int) -> int:
        known = self.lower.get(word)
        if known is None:
            known = self.lower[word] = word if self.telling.search(doc.vocab.strings[word]) else 0
        return known

    def _of(self, doc: Doc, i: int, of: tuple[int, ...]) -> tuple[Set, tuple[int, ...], bool]:
        """What is set of a word, by which rules, and whether a pattern of several words may begin with it."""
        known = self.known.get(of)
        if known is None:
            names = {doc.vocab.strings[match] for match, _, _ in self.alone(doc[i : i + 1], allow_missing=True)}
            rules = tuple(sorted(int(name) for name in names - {OPENS}))
            known = self.known[of] = (self._together(rules), rules, OPENS in names)
        return known

    def _of_several(self, doc: Doc, starts: Iterable[int]) -> dict[int, list[int]]:
        """From the index of a word to the rules of several words that set something of it."""
        found: dict[int, list[int]] = {}
        for start in starts:
            for match, first, last in self.several(doc[start : start + self.longest], allow_missing=True):
                rule = int(doc.vocab.strings[match])
                if first == 0:
                    found.setdefault(range(start, start + last)[self.ruler.indices[rule]], []).append(rule)
        return found

    def _together(self, rules: Iterable[int]) -> Set:
        """What these rules set, the later over the earlier."""
        return {name: value for rule in rules for name, value in self.ruler.attrs[rule].items()}


def _telling(tests: Iterable[Any]) -> re.Pattern[str]:
    """What finds the words that these tests of patterns name; any word, where one of them is of another kind."""
    found = set()
    for test in tests:
        for kind, said in test.items() if isinstance(test, dict) else (("IN", [test]),):
            plain = {rf"\A{re.escape(word)}\Z" for word in said} if kind == "IN" else {f"(?:{said})"}
            found |= plain if kind in {"IN", "REGEX"} else {""}
    return re.compile("|".join(sorted(found)) or "(?!)")


def _matcher(ruler: AttributeRuler, patterns: Iterable[tuple[str, Pattern]]) -> Matcher:
    by_name: dict[str, list[Pattern]] = {}
    for name, pattern in patterns:
        by_name.setdefault(name, []).append(pattern)
    matcher = Matcher(ruler.vocab)
    for name, alternatives in by_name.items():
        matcher.add(name, alternatives)
    return matcher
