"""Authors: the persons among those whom a source names; what systems write where nobody is named is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..text.rules import part
from .escaping import squeezed
from .wordlists import choice, wordlist

EMAIL = re.compile(r"<?(?<![\w.+\\-])[\w.+\\-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}>?")
URL = re.compile(r"\b(?:https?://|www\.)\S{1,300}")
EMPTY = re.compile(r"\(\s*\)|<\s*>|\[\s*\]")
ADDRESS = re.compile(r"@|://|www\.")
PARTS = re.compile(r" ?[;|/•·] ?|, ?| (?:and|&|und|et|y|e|och|og|en|и) ")
BRACKETED = re.compile(r"\(([^()]*)\)")
BEFORE = re.compile(rf"(?:{choice(wordlist('authors', 'before'))})(?!\w):? ?", re.IGNORECASE)
#: a name of one word behind it may be half of a name: Von Braun
FOREIGN = re.compile(rf"(?i:{choice(wordlist('authors', 'foreign'))}):? (?=[^\W\d_a-z][\w'’-]* [^\W\d_a-z])")
NOBODY = frozenset(wordlist("authors", "nobody"))
BEGINS = tuple(f"{words} " for words in wordlist("authors", "begins"))
DESKS = frozenset(wordlist("authors", "desks"))
AGENCIES = frozenset(wordlist("authors", "agencies"))
PARTICLES = frozenset(wordlist("authors", "particles"))
PAPERS = frozenset(wordlist("authors", "papers"))
#: words of a byline
MOST_WORDS = 12
EDGES = " ,;:|/-–—•·*<>"


def persons(values: Iterable[str], *sources: str) -> str:
    """The authors that these values name, parted by commas; ``sources`` are names of the source, which is no person.

    >>> persons(["By Ann Lee and Bo Marsh", "Coast Herald News Desk", "admin"])
    'Ann Lee and Bo Marsh'
    """
    papers = {name for source in sources if _is_paper(name := squeezed(source).casefold())}
    each = (one for value in values for one in _named(value, papers))
    return ", ".join(dict.fromkeys(each))


def of_byline(line: str, *sources: str) -> str:
    """The authors whom a line names, where it is a byline and nothing else; empty where it is not.

    >>> of_byline("By Ann Lee and Bo Marsh"), of_byline("By Friday it had sunk")
    ('Ann Lee and Bo Marsh', '')
    """
    bare = _without_label(EMAIL.sub("", line))
    names = bare.split()
    named = all(name[0].isupper() or name in PARTICLES for name in names) and 1 < len(names) <= MOST_WORDS
    return persons([bare], *sources) if named and bare != squeezed(line).strip(EDGES) else ""


def without_addresses(words: str) -> str:
    """The words without addresses of e-mail and what holds them."""
    return squeezed(EMPTY.sub(" ", EMAIL.sub(" ", words))) if "@" in words else words


def without_contacts(text: str) -> str:
    """The text without lines that tell how to write to somebody; of a byline the names stay."""
    return "\n\n".join(filter(None, map(_without_contact, text.split("\n\n")))) if "@" in text else text


def _without_contact(block: str) -> str:
    words = block.split()
    if len(words) > MOST_WORDS or not EMAIL.search(block):
        return block
    left = without_addresses(block)
    names = [word for word in re.findall(r"[^\W\d_]+", left) if word not in PARTICLES and word.lower() != "by"]
    return left.strip(EDGES) if names and all(name[0].isupper() for name in names) else ""


def _named(value: str, papers: set[str]) -> Iterator[str]:
    """The names in one value, together as they stand there where each is somebody's."""
    open_value = BRACKETED.sub(r" \1", value) if EMAIL.search(value) else value
    bare = _without_label(URL.sub(" ", EMAIL.sub(" ", open_value)))
    parts = PARTS.split(bare)
    left = [name for part in parts if (name := _without_label(part)) and not _is_nobody(name, papers)]
    if left == parts and not _is_word_for_nobody(bare, papers):
        yield bare.replace(";", ",")
    elif not _is_word_for_nobody(bare, papers):
        yield from left


def _without_label(value: str) -> str:
    """The value without "By" before it and marks around it."""
    bare = squeezed(value).strip(EDGES)
    bare = BEFORE.sub("", bare, count=1) if BEFORE.match(bare) else bare
    bare = FOREIGN.sub("", bare, count=1) if FOREIGN.match(bare) else bare
    whole = re.fullmatch(r"\(([^()]*)\)", bare.strip(EDGES))
    return (whole[1] if whole else bare).strip(EDGES)


def _is_nobody(name: str, papers: set[str]) -> bool:
    """Whether this names no person: a word for nobody, an address, an office, a desk, an agency, the paper itself."""
    words = name.casefold().split()
    if _is_word_for_nobody(name, papers) or ADDRESS.search(name) or not re.search(r"[^\W\d_]", name):
        return True
    if len(words) > 1 and (words[-1] in DESKS or part("en", "office").fullmatch(name)):
        return True
    return name in AGENCIES or bool(part("en", "agency").fullmatch(name))


def _is_word_for_nobody(name: str, papers: set[str]) -> bool:
    low = name.casefold()
    return low in NOBODY or low in papers or low.startswith(BEGINS)


def _is_paper(name: str) -> bool:
    return bool(PAPERS & set(re.split(r"[\s.]+", name)))
