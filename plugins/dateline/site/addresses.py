"""Addresses: what an article or a page may be called, so that nothing leaves the output folder or takes another's place."""

from __future__ import annotations

import re
import unicodedata

from ..model.slug import is_vowel

#: letters (small ones), figures, hyphens and dots, as far as every file system takes them
LONGEST = 150
SLUG = re.compile(rf"[^\W_A-Z][\w.-]{{0,{LONGEST - 1}}}")
#: names that Windows keeps for devices
DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))})
#: folders of the site that are Dateline's own, at its root and below articles/
OWN = frozenset({
    "timeline", "events", "actors", "relations", "storylines", "types", "places", "articles", "on-this-day", "compare",
    "search", "data", "embed", "review", "feeds", "pagefind", "pictures", "theme",
})  # fmt: skip
OF_ARTICLES = frozenset({"years"})
#: as long a slug is made of a title
LONG = 100


def is_slug(slug: str) -> bool:
    """Whether a slug that somebody wrote can be used as it is; marks of vowels count as their letters do."""
    letters = "".join(sign for sign in slug if not is_vowel(sign))
    return (
        bool(SLUG.fullmatch(letters))
        and len(slug) <= LONGEST
        and slug == slug.lower()
        and slug.split(".")[0] not in DEVICES
        and not slug.endswith(".")
    )


def fitted(slug: str) -> str:
    """The slug that is made of a title, as long as file systems take it, and no device's name."""
    short = slug[:LONG].strip("-.") or "article"
    return f"{short}-1" if short.split(".")[0] in DEVICES | OF_ARTICLES else short


def folder(slug: str) -> str:
    """What a slug is to a file system that tells no capitals from small letters: two of which this is the same are one address.

    >>> folder("stra\u00dfe") == folder("strasse")
    True
    """
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", str(slug)).upper()).casefold()
