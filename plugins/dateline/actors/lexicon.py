"""The lexicon: which nouns name people or groups, and which first names say a gender."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..lang import words


class Lexicon:
    """Looks up nouns and first names. Each list of ``nouns`` (person, group, doubtful) and ``names`` (female, male, either) is
    one text."""

    def __init__(self, nouns: Mapping[str, str], names: Mapping[str, str]) -> None:
        self._kinds = {noun: kind for kind in ("group", "person") for noun in nouns.get(kind, "").split()}
        self._doubtful = frozenset(nouns.get("doubtful", "").split())
        self._names = {name: gender for gender, found in names.items() for name in found.split()}

    def kind(self, lemma: str) -> str | None:
        """Whether a noun names a ``person`` or a ``group`` in its first sense."""
        return self._kinds.get(lemma)

    def is_doubtful(self, lemma: str) -> bool:
        """Whether a noun for a person often names something else ("browser", "guide")."""
        return lemma in self._doubtful

    def is_first_name(self, word: str) -> bool:
        """Whether a word is a first name."""
        return word.casefold() in self._names

    def gender(self, name: str) -> str | None:
        """The gender that nearly all bearers of a first name have: a soft clue, which is never shown."""
        found = self._names.get(name.casefold())
        return None if found == "either" else found


@cache
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language."""
    return Lexicon(words(lang, "nouns"), words(lang, "first_names"))
