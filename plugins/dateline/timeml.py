"""Date rules against gold: TimeML files in, and of each rule how often it fired and was right."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .model import Article, DateMention

CREATED = frozenset({"CREATION_TIME", "PUBLICATION_TIME"})


@dataclass(frozen=True, slots=True)
class Timex:
    """A TIMEX3 of gold: string indices into the text, end exclusive, and its value."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Gold:
    """A TimeML document: its article, and its expressions of time in order."""

    article: Article
    timexes: tuple[Timex, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a rule fired, and how often an expression of gold that it overlaps has its value."""

    rule: str
    fired: int
    right: int


def folder(path: Path) -> Iterator[Gold]:
    """The TimeML documents (``*.tml``) of a folder. Raises ValueError where there are none, or one is no TimeML."""
    files = sorted(path.glob("*.tml"))
    if not files:
        raise ValueError(f"{path}: no .tml files")
    return (document(file) for file in files)


def document(path: Path) -> Gold:
    """One TimeML document; offsets count in the characters of its TEXT. Raises ValueError where it is none."""
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        raise ValueError(f"{path}:{error.position[0]}: no XML: {error}") from error
    created = next((t.get("value", "") for t in root.iter("TIMEX3") if t.get("functionInDocument") in CREATED), "")
    body = root.find(".//TEXT")
    if body is None or not created:
        raise ValueError(f"{path}: no TEXT, or no TIMEX3 that is its CREATION_TIME")
    pieces: list[str] = []
    timexes = tuple(sorted(_timexes(body, pieces), key=lambda t: (t.start, t.end)))
    return Gold(Article(path.stem, "".join(pieces), created), timexes)


def _timexes(element: ElementTree.Element, pieces: list[str]) -> Iterator[Timex]:
    """The expressions inside an element; its text is added to the pieces on the way."""
    pieces.append(element.text or "")
    for child in element:
        start = sum(map(len, pieces))
        yield from _timexes(child, pieces)
        if child.tag == "TIMEX3":
            yield Timex(start, sum(map(len, pieces)), child.get("value", ""))
        pieces.append(child.tail or "")


def tallies(rules: Sequence[str], read: Iterable[tuple[Gold, Sequence[DateMention]]]) -> list[Tally]:
    """Of each rule how often it fired and was right, the most frequent first."""
    fired: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for gold, mentions in read:
        for mention in mentions:
            fired[mention.rule] += 1
            right[mention.rule] += any(
                t.start < mention.end and mention.start < t.end and t.value == mention.value for t in gold.timexes
            )
    return sorted((Tally(rule, fired[rule], right[rule]) for rule in rules), key=lambda t: (-t.fired, t.rule))
