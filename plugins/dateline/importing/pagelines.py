"""Lines of a page that tell a day: those that say so, those marked as dates, and those near the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from .escaping import squeezed
from .moments import moment, moment_in
from .wordlists import choice, wordlist

#: characters of a line that may tell the day; longer ones are text
LONGEST = 140
#: lines below the headline among which a day may stand unmarked, and marked; lines above it in the same block
NEAR, AROUND, ABOVE = 10, 25, 3
BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure", "figcaption",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "html", "li", "main", "ol", "p", "pre", "section",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
])  # fmt: skip
UNREAD = frozenset({"blockquote", "head", "script", "style", "noscript", "template"})
PUBLISHED = choice(wordlist("dates", "published"))
OTHERS = choice(wordlist("dates", "others"))
LABEL = re.compile(rf"(?<![\w-])(?:(?P<published>{PUBLISHED})|(?P<other>{OTHERS}))(?!\w):? ?", re.IGNORECASE)
#: where a label may stand: lower case and within a sentence it is a word of the text
BEGIN = re.compile(r"(?:^|[|•·–—/;(\[-] ?)$")
PARTS = re.compile(r" ?[|•·–—;()\[\]] ?| - |: | (?:by|von|par|por) | (?=at )", re.IGNORECASE)
BEFORE = re.compile(r"^(?:date|datum|on|at|the|am|le|el|il|den|op)\b ?:? ?", re.IGNORECASE)
#: a place or a name before a day
PLACE = re.compile(r"^[^\W\d][\w.'’-]{1,20}(?: [^\W\d][\w.'’-]{0,20}){0,3}, (?=\w)")
NUMBER = re.compile(r"\d{4}|\d\d?[./-]\d\d?[./-]\d\d")
#: a day in any language, and nothing else
DAY = re.compile(r"(?:[^\W\d]{2,12}\.?,? )?\d{1,2}\.? (?:de |di )?[^\W\d]{3,12}\.?,? (?:de )?\d{4}")
MARKED = re.compile(r"date|datum|time|publi|posted|fecha|parution|byline|meta|submitted|created", re.IGNORECASE)
OWN = re.compile(r"(?:entry|post|article|pub\w{0,12})[-_]?(?:date|time)|date[-_]?pub|published|datecreated", re.IGNORECASE)
#: characters between the headline and a line near it: a byline and what the article is about, but not its text
BETWEEN = 300
#: how a line may tell the day, and how certain each is near the headline and far from it
SAID, OWN_KIND, MARKED_KIND, BY_HEADLINE, NONE = range(5)
NEAR_ORDER = (0, 1, 2, 5, 7)
FAR_ORDER = (3, 4, 6, 7, 7)


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line's day or moment, the moment that its markup tells, whether label or markup say that it is the publication, and
    whether it stands near the headline.
    """

    date: str
    stamp: str
    marked: bool
    near: bool


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the page: its element, its words, how many lines below the headline it stands, with how many characters
    between, and whether it stands right above it in the same block.
    """

    element: Any
    text: str
    place: int
    between: int
    joined: bool

    @property
    def near(self) -> bool:
        return self.joined or (0 <= self.place <= AROUND and self.between <= BETWEEN)


def page_lines(root: Any, headline: Any, lang: str) -> Iterator[PageLine]:
    """The lines that tell the day of publication, the most certain first; where none does, the only day that stands alone."""
    lines = _lines(root, headline)
    kinds = [_kind(line) for line in lines]
    ranks = (_rank(kind, line) for kind, line in zip(kinds, lines, strict=True))
    ranked = sorted(zip(ranks, map(_distance, lines), range(len(lines)), strict=True))
    told = (_page_line(lines[number], lang, kinds[number]) for _, _, number in ranked if kinds[number] != NONE)
    found = list(filter(None, told))
    below = [] if found else [line for line in lines if line.place >= 0]
    alone = [one for line in below if (one := _page_line(line, lang, NONE))]
    return iter(found or (alone if len({line.date[:10] for line in alone}) == 1 else []))


def _page_line(line: _Line, lang: str, kind: int) -> PageLine | None:
    """What a line of this kind tells; None where it tells no day."""
    marked = kind <= MARKED_KIND
    stamp = _stamp(line.element) if marked else ""
    said = _said(line.text, lang, whole=not marked)
    return PageLine(said or stamp, stamp, marked, line.near) if said or stamp else None


def lines_below(root: Any, headline: Any) -> list[str]:
    """The first lines below the headline."""
    texts = list(_texts(root))
    start = _place(texts, headline)
    return [text for _, text in texts[start + 1 : start + NEAR]]


def _lines(root: Any, headline: Any) -> list[_Line]:
    """The short lines of the page that hold a number, each with the label that stands on the line before."""
    texts = list(_texts(root))
    start = _place(texts, headline)
    found, label, between = [], "", 0
    for number, (element, text) in enumerate(texts):
        if len(text) <= LONGEST and (NUMBER.search(text) or _stamp(element)):
            joined = start - ABOVE <= number < start and _is_joined(element, headline)
            found.append(_Line(element, f"{label} {text}".strip(), number - start, between, joined))
        between += len(text) if number > start else 0
        label = text if LABEL.fullmatch(text) else ""
    return found


def _place(texts: list[tuple[Any, str]], headline: Any) -> int:
    """Where among these lines the headline stands; 0 where there is none."""
    return next((n for n, (element, _) in enumerate(texts) if _is_around(headline, element)), 0)


def _texts(element: Any) -> Iterator[tuple[Any, str]]:
    """The lines below an element in their order, each with the innermost block that holds it."""
    if not isinstance(element.tag, str) or element.tag in UNREAD:
        return
    if _is_leaf(element):
        text = squeezed(" ".join(element.itertext()))
        yield from [(element, text)] if text or _stamp(element) else []
        return
    yield from _loose(element, element.text)
    for child in element:
        yield from _texts(child)
        yield from _loose(element, child.tail)


def _loose(element: Any, text: str | None) -> Iterator[tuple[Any, str]]:
    """Words that stand between blocks."""
    if text and (words := squeezed(text)):
        yield element, words


def _is_leaf(element: Any) -> bool:
    """Whether no block stands in it; the markup in others is that of more than one line."""
    return not any(child.tag in BLOCKS for child in element.iterdescendants())


def _is_around(headline: Any, element: Any) -> bool:
    """Whether an element is the headline or within it."""
    return headline is not None and (element is headline or headline in element.iterancestors())


def _is_joined(element: Any, headline: Any) -> bool:
    """Whether the headline stands in the block that holds the element, where that is an article or a head."""
    block = element.getparent()
    if block is None or block not in headline.iterancestors():
        return False
    return block.tag in {"article", "header", "hgroup"} or _is_short(block)


def _kind(line: _Line) -> int:
    """How a line tells the day: it says that it is that of publication, its markup does, it is marked as a date, its place."""
    if any(kind == "published" for kind, _ in _segments(line.text)):
        return SAID
    names = " ".join(_names(line.element))
    if OWN.search(names):
        return OWN_KIND
    if MARKED.search(names) and abs(line.place) <= AROUND:
        return MARKED_KIND
    return BY_HEADLINE if (0 < line.place <= NEAR and line.near) or line.joined else NONE


def _rank(kind: int, line: _Line) -> int:
    """How certain a line of this kind is, 0 most; what stands far from the headline may be another's."""
    return (NEAR_ORDER if line.near else FAR_ORDER)[kind]


def _distance(line: _Line) -> int:
    """How far from the headline a line stands; one above it counts as further than one below."""
    return line.place if line.place > 0 else 3 - line.place


def _names(element: Any) -> Iterator[str]:
    """The names that the markup gives a line: of its parts, of itself, and of what is close around it."""
    around = [element, *(one for one in islice(element.iterancestors(), 2) if _is_short(one))]
    inner = (child for child in element.iterdescendants() if isinstance(child.tag, str)) if _is_leaf(element) else ()
    for one in [*inner, *around]:
        if one.tag in {"body", "html", "main", "article"}:
            continue
        yield "time" if one.tag == "time" else ""
        yield from (one.get(key) or "" for key in ("class", "id", "itemprop", "property", "pubdate"))


def _is_short(element: Any) -> bool:
    """Whether it holds little more than a line."""
    return len(element) <= AROUND and len(element.text_content()) <= 2 * LONGEST


def _stamp(element: Any) -> str:
    """The first moment in the attributes of a line's markup."""
    each = element.iter() if _is_leaf(element) else ()
    found = (moment(value) for one in each if (value := one.get("datetime") or one.get("content")))
    return next(filter(None, found), "")


def _segments(text: str) -> list[tuple[str, str]]:
    """A line by its labels: published, other or none, each with the words behind it."""
    marks = [mark for mark in LABEL.finditer(text) if mark[0][0].isupper() or BEGIN.search(text[: mark.start()])]
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    parts = [(str(mark.lastgroup), text[mark.end() : end]) for mark, end in zip(marks, ends, strict=True)] if marks else []
    return [("", text[: marks[0].start()] if marks else text), *parts]


def _said(text: str, lang: str, *, whole: bool) -> str:
    """The day that a line says: behind a label of publication, else behind none; ``whole`` asks for a part that is a day."""
    segments = _segments(text)
    for kind in ("published", ""):
        found = (_read(words, lang, whole=whole) for label, words in segments if label == kind)
        if day := next(filter(None, found), ""):
            return day
    return ""


def _read(words: str, lang: str, *, whole: bool) -> str:
    """The day in words: a part of them by itself, or what htmldate finds among them."""
    if not NUMBER.search(words):
        return ""
    parts = [PLACE.sub("", BEFORE.sub("", part)) for part in [words, *PARTS.split(words)]]
    days = [part for part in parts if not whole or DAY.fullmatch(part) or moment(part)]
    found = next(filter(None, (moment(part) or moment_in(part, lang) for part in days)), "")
    return found or ("" if whole else _searched(words))


def _searched(words: str) -> str:
    """The day that htmldate finds in a line."""
    from htmldate import find_date
    from lxml import html  # type: ignore[import-untyped]

    line = html.fromstring("<html><body><div class='date'></div></body></html>")
    line.find(".//div").text = words
    return find_date(line, original_date=True, extensive_search=False) or ""
