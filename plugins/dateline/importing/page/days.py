"""Days that a line tells in words, each with its label, and whether the line says anything else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..words.moments import moment, moment_in
from ..words.wordlists import choice, wordlist

PUBLISHED, OTHER, PLAIN = "published", "other", ""
MONTH = r"[^\W\d_][^\s\d,/|()]{1,13}"
#: a day in any language: as ISO, as 8 May 2020, as May 8, 2020, or as 2020. május 8
DATE = re.compile(
    r"(?<![\w–-])(?:\d{4}-\d\d-\d\d(?!\d)"
    rf"|\d{{1,2}}(?:\.|st|nd|rd|th|er|[ºª])?[ -](?:de |di |of |den )?{MONTH},?[ -](?:del? |di )?\d{{4}}\b"
    rf"|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b"
    rf"|\d{{4}}\.? {MONTH} \d{{1,2}}\b)"
)
#: a time of day, with its zone; one of whole hours has am or pm
CLOCK = re.compile(
    r"(?<![\d:])(?P<hour>\d{1,2})(?: ?[:h時时点시] ?(?P<minute>\d\d)[分분]?(?P<second>:\d\d)?(?:\.\d{1,9})?|(?= ?[ap]\.? ?m\b))"
    r"(?: ?(?P<half>[ap])\.? ?m\b\.?)?(?: ?(?P<zone>Z|[+-]\d\d:?\d\d)\b)?(?: ?(?:Uhr|hrs|h|ч|น)\b\.?)?",
    re.IGNORECASE,
)
#: halves of the day in languages that write them before or behind the time, which is then not read
HALF = re.compile("오전|오후|午前|午後|上午|下午|晚上|صباحا|مساء|[πμ]\\.?μ")
LABEL = re.compile(
    rf"(?<![\w-])(?:(?P<published>{choice(wordlist('dates', 'published'))})|(?P<other>{choice(wordlist('dates', 'others'))}))"
    r"(?!\w) ?:? ?",
    re.IGNORECASE,
)
#: where a label may stand; in lower case elsewhere it is a word of the text, unless the line begins with another
BEGIN = re.compile(r"(?:^|[|•·–—/;(\[-] ?)$")
PARTS = re.compile(r" ?[|•·] ?")
#: what may stand right before a day that has no label
BEFORE = re.compile(r"(?:^|(?<!\d)(?<!\d )[,–—/()\[\]-])$")
WORD = re.compile(r"[^\W\d_][\w'’-]{0,40}")
BYLINE = re.compile(rf"(?:{choice((*wordlist('authors', 'before'), *wordlist('authors', 'foreign')))})(?!\w)", re.IGNORECASE)
JOINING = frozenset((*wordlist("authors", "particles"), *wordlist("authors", "foreign"), *wordlist("dates", "joining")))
LONGEST_LABEL = 40
#: words right before a day that are read with it: "on Friday the"
WITH_DAY = 3


@dataclass(frozen=True, slots=True)
class Day:
    """A day or moment as ISO; whether a label says that it is that of publication; whether the line is nothing but label,
    day, time and byline.
    """

    moment: str
    labelled: bool
    alone: bool


def days_in(line: str, lang: str) -> tuple[Day, ...]:
    """The days that a line tells: those labelled as publication, then one without a label where there are not several.

    >>> [day.moment for day in days_in("Updated 6 May 2020 | Published 4 May 2020, 10:30", "en")]
    ['2020-05-04T10:30:00']
    """
    days = {label: tuple(_days(line, label, lang)) for label in (PUBLISHED, PLAIN)}
    several = len({day.moment[:10] for day in days[PLAIN]}) > 1
    return days[PUBLISHED] if several else (*days[PUBLISHED], *days[PLAIN])


def other_days(line: str, lang: str) -> tuple[str, ...]:
    """The days that a line says to be of something else, such as a change."""
    return tuple(day.moment[:10] for day in _days(line, OTHER, lang))


def is_label(line: str) -> bool:
    """Whether a line is a label, whose day stands in the next."""
    return len(line) <= LONGEST_LABEL and bool(LABEL.fullmatch(line))


def _days(line: str, wanted: str, lang: str) -> Iterator[Day]:
    """The days behind labels of a kind; a label holds for the first behind it."""
    if not DATE.search(line):
        return
    segments = list(_segments(line))
    lead = PARTS.split(segments[0][1])[-1] if wanted else ""
    for label, words in segments:
        found = list(_read_in(words, lang)) if label == wanted else []
        for date, day in found[: 1 if label else None]:
            alone = _is_byline(lead) and _is_alone(words, date, lang, labelled=bool(label))
            yield Day(_timed(day, words.replace(date, " ")), bool(label), alone)


def _segments(line: str) -> Iterator[tuple[str, str]]:
    """A line by its labels, each with the words up to the next."""
    labels = list(LABEL.finditer(line))
    begins = bool(labels) and not labels[0].start()
    marks = [mark for mark in labels if begins or mark[0][0].isupper() or BEGIN.search(line[: mark.start()])]
    ends = [*(mark.start() for mark in marks), len(line)]
    yield PLAIN, line[: ends[0]]
    for mark, end in zip(marks, ends[1:], strict=True):
        yield str(mark.lastgroup), line[mark.end() : end]


def _read_in(words: str, lang: str) -> Iterator[tuple[str, str]]:
    """The dates in words, as written and as ISO."""
    for found in DATE.finditer(words):
        if day := _read(found[0], lang):
            yield found[0], day


def _read(words: str, lang: str) -> str:
    return (moment(words) or moment_in(words, lang))[:10]


def _timed(day: str, rest: str) -> str:
    """The day with the time that stands beside it."""
    found = CLOCK.search(rest)
    if not found or HALF.search(rest):
        return day
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
    told = f"{day}T{hour:02}:{found['minute'] or '00'}{found['second'] or ''}{(found['zone'] or '').upper()}"
    return moment(told) or day


def _is_alone(words: str, date: str, lang: str, *, labelled: bool) -> bool:
    """Whether beside the day stand no more than its time and names; right before it no word that may be a label."""
    part = next(one for one in PARTS.split(words) if date in one)
    before, _, behind = part.partition(date)
    lead = _without_weekday(CLOCK.sub("", before).strip(), date, lang)
    named = labelled or BEFORE.search(lead) or BYLINE.match(lead) or (" " in lead and lead[-1].isalpha())
    return bool(named) and _is_byline(f"{lead} {behind}")


def _without_weekday(lead: str, date: str, lang: str) -> str:
    """The words before a day without those that are read with it, such as "on Friday the"."""
    for _ in range(WITH_DAY):
        rest, _, word = lead.rpartition(" ")
        if not word or not _read(f"{word} {date}", lang):
            break
        lead = rest
    return lead.strip()


def _is_byline(words: str) -> bool:
    """Whether these words are names, what joins them, and times, or none at all."""
    return all(word[0].isupper() or word.casefold() in JOINING for word in WORD.findall(CLOCK.sub("", words)))
