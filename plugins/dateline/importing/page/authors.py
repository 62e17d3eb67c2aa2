"""Authors: the persons among those whom a source names; what systems write where nobody is named is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...text.rules import part
from ..words.escaping import squeezed
from ..words.wordlists import choice, wordlist
from .days import DATE

EMAIL = re.compile(r"<?(?<![\w.+\\-])[\w.+\\-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}>?")
URL = re.compile(r"\b(?:https?://|www\.)\S{1,300}")
EMPTY = re.compile(r"\(\s*\)|<\s*>|\[\s*\]")
ADDRESS = re.compile(r"@|://|www\.")
PARTS = re.compile(r" ?[;|/•·] ?|, ?| (?:and|&|und|et|y|e|och|og|en|и) ")
BRACKETED = re.compile(r"\(([^()]*)\)")
BEFORE = re.compile(rf"(?:{choice(wordlist('authors', 'before'))})(?!\w):? ?", re.IGNORECASE)
#: a name of one word behind it may be half of a name: Von Braun
FOREIGN = re.compile(rf"(?i:{choice(wordlist('authors', 'foreign'))}):? (?=[^\W\d_a-z][\w'’-]* [^\W\d_a-z])")
#: what may stand before an agency too: von dpa
LEAST_FOREIGN = re.compile(rf"(?:{choice(wordlist('authors', 'foreign'))}):? ", re.IGNORECASE)
NOBODY = frozenset(wordlist("authors", "nobody"))
LABELS = choice((*wordlist("dates", "published"), *wordlist("dates", "others")))
BEGINS = tuple(f"{words} " for words in wordlist("authors", "begins"))
DESKS = frozenset(wordlist("authors", "desks"))
#: words of desks that are names of persons too
SURNAMES = frozenset(wordlist("authors", "surnames"))
AGENCIES = frozenset(wordlist("authors", "agencies"))
PARTICLES = frozenset(wordlist("authors", "particles"))
PAPERS = frozenset(wordlist("authors", "papers"))
ACCOUNT = re.compile(r"(?<![\w.])@\w{1,40}")
#: a word of a sentence
SENTENCE = re.compile(r"[a-zà-ÿ]{3}")
#: what stands between a name and a day: "Ann Lee | Updated on May 8, 2020"
TO_DAY = re.compile(rf"(?:[ ,|–—-]{{1,3}}(?:{LABELS}):?)?(?: (?:on|am|le|el|den))?[ ,|–—-]{{0,3}}$", re.IGNORECASE)
#: a word that a day stood behind: "Ann Lee Joined"
BEHIND = re.compile(rf"(?<=\w) (?:{choice(wordlist('authors', 'behind'))}):?$", re.IGNORECASE)
#: whom somebody writes for, or together with
BESIDE = re.compile(r" (?:for|with|avec|mit|con|com) ", re.IGNORECASE)
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

    >>> of_byline("By Ann Lee and Bo Marsh | 8 May 2020"), of_byline("By Friday it had sunk")
    ('Ann Lee and Bo Marsh', '')
    """
    day = DATE.search(line)
    dated = day is not None and not SENTENCE.search(line, day.end())
    undated = _undated(line) if dated else line
    bare = _without_label(EMAIL.sub("", undated))
    names = bare.split()
    named = all(name[0].isupper() or name in PARTICLES for name in names) and 1 < len(names) <= MOST_WORDS
    return persons([bare], *sources) if named and bare != squeezed(undated).strip(EDGES) else ""


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
    bare = _without_label(_undated(ACCOUNT.sub(" ", URL.sub(" ", EMAIL.sub(" ", open_value)))))
    if _is_word_for_nobody(bare, papers):
        return
    parts = PARTS.split(bare)
    left = [name for part in parts if (name := _person(part, papers))]
    if left == parts:
        yield bare.replace(";", ",")
    else:
        yield from left


def _person(words: str, papers: set[str]) -> str:
    """The person whom words name, without what stands before the name, and without a paper behind it; empty for nobody."""
    name = _without_label(words)
    beside = BESIDE.search(name)
    if beside and " " in name[: beside.start()] and _is_body(name[beside.end() :], papers):
        name = name[: beside.start()]
    of = LEAST_FOREIGN.sub("", name, count=1)
    return "" if _is_nobody(name, papers) or _is_nobody(of, papers) else name


def _undated(value: str) -> str:
    """The value up to a day, without a word for one behind the name."""
    words = squeezed(value)
    day = DATE.search(words)
    return TO_DAY.sub("", words[: day.start()], count=1) if day else BEHIND.sub("", words, count=1)


def _without_label(value: str) -> str:
    """The value without "By" before it and marks around it."""
    bare = squeezed(value).strip(EDGES)
    bare = BEFORE.sub("", bare, count=1) if BEFORE.match(bare) else bare
    bare = FOREIGN.sub("", bare, count=1) if FOREIGN.match(bare) else bare
    whole = re.fullmatch(r"\(([^()]*)\)", bare.strip(EDGES))
    return (whole[1] if whole else bare).strip(EDGES)


def _is_nobody(name: str, papers: set[str]) -> bool:
    """Whether this names no person: a word for nobody, an address, an office, a desk, an agency, the paper itself."""
    if _is_word_for_nobody(name, papers) or ADDRESS.search(name) or not re.search(r"[^\W\d_]", name):
        return True
    if _is_desk(name.casefold().split()) or (" " in name and part("en", "office").fullmatch(name)):
        return True
    return name in AGENCIES or bool(part("en", "agency").fullmatch(name))


def _is_desk(words: list[str]) -> bool:
    """Whether the last word is that of a desk; one that is a surname too needs another word of a desk or a paper."""
    if words[-1] in SURNAMES:
        return bool((PAPERS | DESKS).intersection(words[:-1]))
    return words[-1] in DESKS


def _is_body(name: str, papers: set[str]) -> bool:
    """Whether it names a paper or an agency."""
    return _is_nobody(name, papers) or _is_paper(name.casefold())


def _is_word_for_nobody(name: str, papers: set[str]) -> bool:
    low = name.casefold()
    return low in NOBODY or low in papers or f"{low} ".startswith(BEGINS)


def _is_paper(name: str) -> bool:
    return bool(PAPERS & set(re.split(r"[\s.]+", name)))
