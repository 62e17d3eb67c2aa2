"""Names: cleaning a name, and joining the names of one actor within an article."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..model import Actor, Mention

KINDS = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place",
    "NORP": "group", "PRODUCT": "thing", "WORK_OF_ART": "thing", "LAW": "thing",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """A name found in the text, and the kind of thing it seems to be."""

    start: int
    end: int
    text: str
    kind: str


def slug(name: str) -> str:
    """The name as an id: lower case, ASCII where it has letters for it, words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    return re.sub(r"[^\w]+", "-", plain.lower()).strip("-_") or "unnamed"


def clean(text: str, start: int, edges: Mapping[str, Sequence[str]]) -> tuple[int, int]:
    """Where the name proper starts and ends: without article, title, possessive ending and white space."""
    end = start + len(text)
    while (ending := next((e for e in edges["after"] if text.endswith(e)), None)) is not None or text != text.rstrip():
        text = text[: -len(ending)] if ending else text.rstrip()
        end = start + len(text)
    while (head := re.match(r"(\S+)\s+", text)) and head[1].lower() in edges["before"]:
        start, text = start + head.end(), text[head.end() :]
    return start, end


def join(found: Iterable[Named]) -> tuple[Actor, ...]:
    """One actor for all names of one: the same name, and a surname after the full name; in order of first mention."""
    names = sorted(found, key=lambda n: n.start)
    full = _full_names(names)
    groups: dict[str, list[Named]] = {}
    for named in names:
        groups.setdefault(full.get(_key(named.text), _key(named.text)), []).append(named)
    return tuple(_actor(group) for group in groups.values())


def _full_names(names: Sequence[Named]) -> dict[str, str]:
    """From a lone surname to the one full name of a person that ends in it; none where two persons share it."""
    persons = {_key(n.text) for n in names if n.kind == "person" and " " in n.text}
    by_surname: dict[str, set[str]] = {}
    for person in persons:
        by_surname.setdefault(person.split()[-1], set()).add(person)
    return {surname: next(iter(full)) for surname, full in by_surname.items() if len(full) == 1}


def _key(name: str) -> str:
    return " ".join(name.lower().split())


def _actor(group: Sequence[Named]) -> Actor:
    counts = Counter(" ".join(n.text.split()) for n in group)
    name = max(counts, key=lambda n: (len(n.split()), counts[n], n))
    longest = [n for n in group if " ".join(n.text.split()) == name]
    kind = Counter(n.kind for n in longest).most_common(1)[0][0]
    return Actor(
        id=slug(name),
        name=name,
        kind=kind,
        aliases=tuple(sorted(set(counts) - {name})),
        mentions=tuple(Mention(n.start, n.end, n.text) for n in group),
    )
