"""What to call those who act without a name: the noun with the words before it that say which it is."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from ..model.words import Stretch, Word
from .countries import before, entity_text

#: words of these names are no part of what somebody is called
COUNTED = frozenset({"CARDINAL", "ORDINAL", "DATE", "TIME", "QUANTITY", "PERCENT", "MONEY"})
DESCRIBING = frozenset({"NOUN", "PROPN", "ADJ"})
#: what stands within the name of an owner and is no part of it
APART = frozenset({"DET", "NUM", "PRON", "PUNCT"})
COMPARED = frozenset({"JJR", "JJS", "CD"})
#: signs that go on a word: of a possessive, of a compound
JOINTS = frozenset({"'s", "’s", "'", "’", "-"})
#: as many words before a noun are looked at
REACH = 6


class Wording:
    """Finds the words that say which a noun is. ``loose`` are adjectives that do not ("other", "last"), ``qualifying`` words
    without which another would be meant ("former", "suspected")."""

    def __init__(self, loose: Collection[str], qualifying: Collection[str]) -> None:
        self.loose, self.qualifying = frozenset(loose), frozenset(qualifying)

    def span(self, head: Word) -> Stretch:
        """From the first of these words to the noun."""
        return Stretch(head.words, min((w.i for w in self._kept(head)), default=head.i), head.i + 1)

    def label(self, head: Word) -> str:
        """These words and the noun, without what stands between them and says nothing ("Libyan rebels", who are "armed")."""
        kept = [*self._kept(head), head]
        said = _uncapitalised(kept[0])
        for last, word in pairwise(kept):
            joined = word.i == last.i + 1 and not last.words.spaces[last.i]
            said += word.text if joined else f" {word.text}"
        return said

    def _kept(self, head: Word) -> list[Word]:
        """The words before a noun that say which it is, a hyphen and the ending of a possessive among them."""
        owner = _owner(head)
        describing = {w.i for w in before(head) if self._describes(w)} | owner
        kept: list[Word] = []
        for word in head.words[max(0, head.i - REACH) : head.i]:
            after = bool(kept) and kept[-1].i == word.i - 1
            hyphen = word.i > 0 and word.words[word.i - 1].text == "-"
            if (word.i in describing and (after or not hyphen)) or (after and word.text in JOINTS):
                kept.append(word)
            elif kept and kept[-1].text == "-":
                kept.pop()
        return self._from_name(kept)

    def _from_name(self, kept: list[Word]) -> list[Word]:
        """Without adjectives before a name: these describe, while those behind it tell kinds ("tired Russian nurses")."""
        first = next((n for n, w in enumerate(kept) if w.ent_type_ or w.pos_ == "PROPN"), 0)
        told = [n for n in range(first) if kept[n].pos_ != "ADJ" or kept[n].lower_ in self.qualifying]
        return kept[min((*told, first)) :]

    def _describes(self, word: Word) -> bool:
        counted = word.dep_ == "nummod" or word.tag_ in COMPARED or word.ent_type_ in COUNTED
        belongs = word.pos_ in DESCRIBING and not counted and word.lower_ not in self.loose
        return belongs or word.lower_ in self.qualifying


def _owner(head: Word) -> set[int]:
    """The places of the words that name whose a noun is ("the Bank of Norway's governor"); none where they are far."""
    for child in head.children:
        if child.dep_ in {"poss", "nmod"} and child.pos_ in {"NOUN", "PROPN"}:
            whole = [w for w in child.subtree if w.pos_ not in APART and w.ent_type_ not in COUNTED]
            return {w.i for w in whole} if whole and head.i - whole[0].i <= REACH else set()
    return set()


def _uncapitalised(word: Word) -> str:
    """A word as it is written within a sentence."""
    words, i = word.words, word.i
    begins = i == 0 or words.starts[i] == 1 or words.punctuation[i - 1] or words[i - 1].text.isspace()
    if not begins or word.ent_type_ or not word.text.istitle():
        return word.text
    common = word.pos_ != "PROPN" or any(other.text == word.lower_ for other in words)
    return word.lower_ if common else word.text


def whose(head: Word) -> str:
    """The one place behind a noun whose it is, with its preposition: "of Lima"."""
    behind = (noun for child in head.children if child.lower_ == "of" for noun in child.children if noun.dep_ == "pobj")
    places = [noun for noun in behind if noun.ent_type_ == "GPE"]
    return f"of {entity_text(places[0])}" if len(places) == 1 and not places[0].conjuncts else ""
