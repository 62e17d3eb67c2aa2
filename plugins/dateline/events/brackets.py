"""The names that stand in brackets in a line, for pronouns whose antecedents are sure ("[Eva Lang] resigned")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model import Actor, Antecedent
from ..model.words import Word, Words
from .roles import ActorAt
from .told import Cast

#: nouns before another, whose article is that one's ("the Senate vote")
BEFORE_NOUNS = frozenset({"compound", "amod", "nmod", "poss"})


def sure(antecedents: Sequence[Antecedent], words: Words) -> dict[int, tuple[str, ...]]:
    """The actors of each pronoun whose antecedent is sure, by its index."""
    clear = {one.start: one.actors for one in antecedents if one.pronoun and one.sure}
    return {word.i: clear[word.idx] for word in words if word.idx in clear}


def names(clear: Mapping[int, tuple[str, ...]], cast: Cast, words: Words) -> dict[int, str]:
    """The name that may stand for a pronoun: of one actor who has a name, outside quotations, and not in "he's"."""
    free = [i for i in clear if i not in cast.speakers.speeches and not _is_contracted(words, i)]
    alone = {i: cast.actors[clear[i][0]] for i in free if len(clear[i]) == 1}
    return {i: _called(actor, cast.at, words) for i, actor in alone.items() if actor.name[:1].isupper()}


def _is_contracted(words: Words, i: int) -> bool:
    return words[min(i + 1, len(words) - 1)].text[:1] in {"'", "’"} and words[i].dep_ != "poss"


def _called(actor: Actor, at: ActorAt, words: Words) -> str:
    """The name, behind "the" where the article mostly says so ("the Senate", "the Queen")."""
    parts = actor.name.split()
    nouns = [words[i] for i, who in at.items() if who == (actor.id,) and _is_name(words[i])]
    nouns = [noun for noun in nouns if noun.text == parts[-1]] or nouns
    with_the = sum(_has_article(noun) for noun in nouns)
    full = actor.kind == "person" and len(parts) > 1
    return f"the {actor.name}" if 2 * with_the > len(nouns) and not full else actor.name


def _is_name(noun: Word) -> bool:
    return noun.pos_ == "PROPN" and noun.dep_ not in BEFORE_NOUNS


def _has_article(noun: Word) -> bool:
    """Whether "the" stands before a name with no word that describes it between ("the young Lang")."""
    before = [child for child in noun.children if child.i < noun.i]
    return any(child.lower_ == "the" for child in before) and not any(child.pos_ == "ADJ" for child in before)
