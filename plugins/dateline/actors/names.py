"""Names within an article: what is no part of one, whose letters an acronym has, and which the article says are one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from ..model import Mention
from ..model.names import PARTICLES, fold, is_acronym, letters

#: what stands between a name and another of the same
BRACKET = re.compile(r"(?P<sign> ?\(|, ) ?(?P<words>(?:[a-z.]+ )*)[\"“'‘]?")
ARTICLES = frozenset({"the", "a", "an"})
POSSESSIVE = re.compile(r"['’]s?$")
#: signs at the end of a name; a stop only behind a word that is no abbreviation
SIGNS = re.compile(r"(?:[\s,;:!?\"“”‘’'()\[\]*/|•_–—-]|(?<=[A-Za-z]{4})\.|(?<=[A-Z]{2})\.|(?<=\.)\.)$")
OPENING = re.compile(r"[\s,;:!?\"“”()\[\]*/|•_–—-]+")
FIRST_WORD = re.compile(r"(\S+)\s+(\S+)")
LAST_WORD = re.compile(r",? (\w[\w.]*)$")


def clean(text: str, start: int, lists: Mapping[str, Any], kind: str) -> tuple[int, int]:
    """Where the name proper starts and ends: without article, possessive ending and signs; a ``kind`` of person without
    titles, an organisation without the form of its company."""
    name = text
    while (shorter := _without_end(name, lists["legal_short"] if kind == "organisation" else ())) != name:
        name = shorter
    end = start + len(name)
    while (shorter := _without_start(name, lists["titles"] if kind == "person" else ())) != name:
        name = shorter
    return end - len(name), end


def _without_end(name: str, forms: Collection[str]) -> str:
    """A name without the last sign, possessive ending or form of a company; what is nothing else stays."""
    last = LAST_WORD.search(name)
    if last and last[1][0].isupper() and fold(last[1]) in forms:
        return name[: last.start()] or name
    return SIGNS.sub("", POSSESSIVE.sub("", name)) or name


def _without_start(name: str, titles: Collection[str]) -> str:
    """A name without the first sign, article or title before it."""
    if sign := OPENING.match(name):
        return name[sign.end() :] or name
    first = FIRST_WORD.match(name)
    if first is None:
        return name
    named = first[2][0].isupper() or first[2].casefold() in PARTICLES
    before = first[1].lower() in ARTICLES or (named and fold(first[1]) in titles)
    return name[first.start(2) :] if before else name


def acronyms(names: Iterable[str]) -> dict[str, str]:
    """From an acronym, in lower case, to the one name whose words begin with its letters; a state before it may be left out
    ("U.S. Harbour Service")."""
    found: dict[str, set[str]] = {}
    for name in names:
        first, _, rest = name.partition(" ")
        for short in filter(None, (letters(name), letters(rest) if is_acronym(first) else "")):
            found.setdefault(short, set()).add(fold(name))
    return {short: next(iter(full)) for short, full in found.items() if len(full) == 1}


def renamings(mentions: Sequence[Mention], text: str, lists: Mapping[str, Sequence[str]]) -> dict[int, int]:
    """From names to those before them that are the same by the words between: "Facebook (now Meta)", "Bank of Italy (BOI)".

    Behind a bracket with no word of renaming, only the letters of the name before are.
    """
    found = {}
    for i in range(1, len(mentions)):
        before, name = mentions[i - 1], mentions[i]
        between = BRACKET.fullmatch(text[before.end : name.start])
        closed = text[name.end : name.end + 1] in {")", ",", "."}
        if between is None or not closed:
            continue
        said = between["words"].split()
        renamed = bool(said) and set(said) <= set(lists["renaming"]) and (said != ["the"]) and said != ["also"]
        if renamed or (between["sign"] == "(" and not said and _has_letters(name.text, before.text)):
            found[i] = i - 1
    return found


def _has_letters(short: str, full: str) -> bool:
    """Whether a name in capitals has letters of a longer one, in order, from its first on."""
    if not is_acronym(short) or " " not in full:
        return False
    rest = iter(full.casefold())
    return short[0].casefold() == full[0].casefold() and all(letter in rest for letter in short.replace(".", "").casefold())
