"""The lexicon: which nouns name people or groups, and which first names say a gender."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..lang import words


class Lexicon:
    """Looks up nouns and first names. Each list of ``nouns`` (person, group) and ``names`` (female, male) is one text."""

    def __init__(self, nouns: Mapping[str, str], names: Mapping[str, str]) -> None:
        self._kinds = {noun: kind for kind, found in nouns.items() for noun in found.split()}
        self._genders = {name: gender for gender, found in names.items() for name in found.split()}

    def kind(self, lemma: str) -> str | None:
        """Whether a noun names a ``person`` or a ``group`` in its first sense."""
        return self._kinds.get(lemma)

    def gender(self, name: str) -> str | None:
        """The gender that most bearers of a first name have: a soft clue, which is never shown."""
        return self._genders.get(name.casefold())


@cache
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language."""
    return Lexicon(words(lang, "nouns"), words(lang, "first_names"))
