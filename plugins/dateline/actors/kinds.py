"""What a name names: a person, an organisation, a place, a thing or a people, decided once from all its mentions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..model.names import fold, is_acronym
from ..model.words import Stretch, Word
from .lexicon import Lexicon

if TYPE_CHECKING:  # training reads this file without the packages of countries
    from .gazetteer import Gazetteer

Lists = Mapping[str, Any]
#: what the model calls names, and the kind of that
KINDS = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group",
    "PRODUCT": "thing", "WORK_OF_ART": "thing", "LAW": "thing",
}  # fmt: skip
#: how a name of each kind is labelled where the model calls it otherwise
LABEL = {"person": "PERSON", "organisation": "ORG", "place": "GPE", "group": "NORP", "thing": "PRODUCT"}
SUBJECT = frozenset({"nsubj", "nsubjpass"})
#: how a verb holds what is made, sold or used
OBJECT = frozenset({"dobj", "nsubjpass"})
#: what tells a person from a town of the same name
BEARING = frozenset({"title", "who", "says", "age", "first name", "bearer person", "decides"})
#: a capital behind the first letters, as trade marks have it ("iPhone")
CAMEL = re.compile(r"[a-z]+[A-Z]\w*")
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
ONE_OF_MANY = frozenset({"a", "an", "each", "every", "any", "another"})


@dataclass(frozen=True, slots=True)
class Clues:
    """What is known of words: the lists of names, the lexicon, the gazetteer."""

    lists: Lists
    lexicon: Lexicon
    gazetteer: Gazetteer


def head(name: Stretch) -> Word:
    """The word of a name that hangs on a word outside of it."""
    inside = range(name.start, name.end)
    return next((w for w in name if w.head is w or w.head.i not in inside), name.words[name.end - 1])


def features(mentions: Sequence[Stretch], bearers: Mapping[str, str], clues: Clues) -> dict[str, float]:
    """The features of a name by all its mentions. ``bearers`` leads from folded words to the kind of the longer name that
    begins or ends with them."""
    found: Counter[str] = Counter()
    for one in mentions:
        found.update(_around(one, clues))
        found[f"model {KINDS.get(one.label_, 'nothing')}"] += 1
    shares = {feature: count / len(mentions) for feature, count in found.items()}
    inside = _inside(mentions[0], bearers, clues)
    if "gazetteer city" in inside and "place preposition" in shares:
        inside["city behind preposition"] = 1.0
    if "gazetteer city" in inside and not shares.keys() & BEARING and not inside.keys() & BEARING:
        inside["city and no person"] = 1.0
    return {"any": 1.0} | shares | inside


def _inside(name: Stretch, bearers: Mapping[str, str], clues: Clues) -> dict[str, float]:
    """What the words of a name say by themselves."""
    words = [w.text.strip(".,") for w in name if any(c.isalpha() for c in w.text) and w.lower_ not in {"'s", "’s", "the"}]
    if not words:
        return {}
    first, last = words[0].casefold(), _head_word(words).casefold()
    found = {"one word" if len(words) == 1 else "words": 1.0}
    if is_acronym(words[0]) and len(words) == 1:
        found["acronym"] = 1.0
    if len(words) > 1 and clues.lexicon.is_first_name(first):
        found["first name"] = 1.0
    if len(words) == 1 and clues.lexicon.is_first_name(first):
        found["first name alone"] = 1.0
    found |= {f"head {kind}": 1.0 for kind, nouns in clues.lists["heads"].items() if last in nouns and len(words) > 1}
    found |= {f"begins {kind}": 1.0 for kind, nouns in clues.lists["firsts"].items() if first in nouns and len(words) > 1}
    if len(words) > 1 and clues.lexicon.kind(last) == "group":
        found["group noun"] = 1.0
    if any(c in name.text for c in "&"):
        found["and sign"] = 1.0
    if CAMEL.match(words[0]):
        found["camel"] = 1.0
    if any(c.isdigit() for c in words[-1]):
        found["number"] = 1.0
    if len(words) == 1 and f"{first}s" in name.words.vocabulary:
        found["plural"] = 1.0
    if kind := bearers.get(fold(name.text).removesuffix("'s")):
        found[f"bearer {kind}"] = 1.0
    return found | _placed(name, clues.gazetteer)


def _head_word(words: Sequence[str]) -> str:
    """The word that says what a name is: the last, or the one before "of" or "for"."""
    at = next((i for i, word in enumerate(words) if i and word in {"of", "for", "at"}), len(words))
    return words[at - 1]


def _placed(name: Stretch, gazetteer: Gazetteer) -> dict[str, float]:
    """What the gazetteer says of a name. An acronym of a people is its country ("U.S.")."""
    text = name.text.removesuffix("'s").removesuffix("’s").removeprefix("the ").removeprefix("The ")
    if place := gazetteer.find(text):
        kind = "country" if place.kind == "people" and is_acronym(text) else place.kind
        return {f"gazetteer {kind}": 1.0}
    return {"gazetteer city": 1.0} if gazetteer.city(text) else {}


def _around(name: Stretch, clues: Clues) -> set[str]:
    """What stands around a name in one place."""
    words, root = name.words, head(name)
    before = words[name.start - 1] if name.start else None
    behind = words[name.end] if name.end < len(words) else None
    lists = clues.lists
    found = set()
    if before is not None:
        found |= _before(before, clues)
    if words[name.start].lower_ == "the":
        found.add("the")
    if _shared_preposition(root) in lists["place_prepositions"]:
        found.add("place preposition")
    if root.dep_ in SUBJECT:
        found.add(_deed(root.head.lemma_.lower(), lists))
    if root.dep_ in OBJECT and root.head.lemma_.lower() in lists["making"]:
        found.add("made")
    if root.dep_ in {"compound", "nmod", "amod"} and root.head.i >= name.end:
        found.add("before noun")
    if behind is not None and behind.text == "," and behind.i + 1 < len(words):
        found |= _apposed(words[behind.i + 1], lists)
    if behind is not None:
        found |= _behind(behind, lists)
    apposed = [w for w in root.children if w.dep_ == "appos"] + ([root.head] if root.dep_ == "appos" else [])
    kinds = {clues.lexicon.kind(w.lemma_.lower()) for w in apposed} - {None}
    return found | {f"apposed {kind}" for kind in kinds}


def _shared_preposition(noun: Word) -> str:
    """The preposition that a noun shares with those to which it is joined ("in Oslo and Bergen"); empty where there is none."""
    if noun.dep_ != "conj":
        return ""
    while noun.dep_ == "conj" and noun.head is not noun:
        noun = noun.head
    return noun.head.lower_ if noun.dep_ == "pobj" else ""


def _deed(verb: str, lists: Lists) -> str:
    """What a name does whose verb this is."""
    return "says" if verb in lists["saying"] else "decides" if verb in lists["deciding"] else "acts"


def _behind(behind: Word, lists: Lists) -> set[str]:
    """What the word behind a name says of it."""
    if behind.lower_ in lists["relatives"]:
        return {"who"}
    if behind.lemma_.lower() in lists["makes"]:
        return {"make"}
    return {"number"} if behind.tag_ == "CD" and len(behind.text) < 4 else set()


def _before(before: Word, clues: Clues) -> set[str]:
    """What the word before a name says of it."""
    low = before.lower_
    found = set()
    if low == "the":
        found.add("the")
    if low in clues.lists["place_prepositions"]:
        found.add("place preposition")
    if low in {"of", "to", "from", "on", "for", "by", "and"}:
        found.add(low)
    if low in ONE_OF_MANY:
        found.add("a")
    if low in clues.lists["new"]:
        found.add("new")
    if low in POSSESSIVE:
        found.add("possessed")
    noun = before.pos_ == "NOUN" and clues.lexicon.kind(before.lemma_.lower()) == "person"
    if noun or before.bare in clues.lists["titles"] or low in clues.lists["royal"]:
        found.add("title")
    return found


def _apposed(word: Word, lists: Lists) -> set[str]:
    """What follows a name behind a comma: an age, a relative pronoun."""
    if word.text.isdigit() and int(word.text) < 120:
        return {"age"}
    return {"who"} if word.lower_ in lists["relatives"] else set()


def tables(weights: Mapping[str, float]) -> dict[str, dict[str, float]]:
    """The weights of each kind by feature, from a table of both ("person by title")."""
    found: dict[str, dict[str, float]] = {}
    for name, weight in weights.items():
        one, feature = name.split(" by ", 1)
        found.setdefault(one, {})[feature] = weight
    return found


def kind(found: Mapping[str, float], weights: Mapping[str, Mapping[str, float]]) -> str:
    """The kind for which the weights of the features speak most."""
    return max(weights, key=lambda one: sum(weights[one].get(name, 0.0) * value for name, value in found.items()))
