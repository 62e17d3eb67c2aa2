"""Slugs: which address each article has where several ask for one, as agencies give the same title weekly.

Of those whose slug is made of their title, the one that is in the ledger keeps it, else the earliest has it; the others' get
their day. Two that were written by hand are a conflict that only an editor can settle.
"""

from __future__ import annotations

import logging
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import count, islice
from typing import Any

from ..model import Kept
from .addresses import folder

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Claim:
    """An article that asks for an address: by which slug, whether somebody wrote that, when it was published (ISO), its file,
    what gives its text, and whether it is not to be published, so that it comes last."""

    slug: str
    written: bool
    published: str
    path: str
    text: Callable[[], str]
    draft: bool = False


def resolved(claims: Iterable[Claim], kept: Sequence[Kept] = ()) -> dict[str, str]:
    """The slug of each article by its path; ``kept`` is the ledger of published events. Equal slugs that were written by hand
    stay equal."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: (claim.draft, claim.published, claim.path)):
        groups[folder(claim.slug)].append(claim)
    found = {one.path: one.slug for group in groups.values() for one in group if one.written or len(group) == 1}
    taken = {folder(slug) for slug in found.values()}
    published = _published(kept)
    for base, group in groups.items():
        if left := [one for one in group if one.path not in found]:
            for claim, slug in _shared(left, taken, groups.keys() - {base}, published):
                found[claim.path] = slug
                taken.add(folder(slug))
    return found


def _shared(
    group: Sequence[Claim], taken: Set[str], others: Set[str], published: Mapping[str, Sequence[str]]
) -> Iterator[tuple[Claim, str]]:
    """The slugs of articles that ask for the same, and did not write it by hand. None is ``taken``, or asked for by ``others``,
    but that which the ledger has of an article: this it keeps, though another now asks for it by hand."""

    def free(slug: str) -> bool:
        return folder(slug) not in taken and folder(slug) not in others

    left = list(group)
    for slug, sentences in published.items():
        may = [one for one in left if slug == one.slug or (free(slug) and slug in islice(_options(one), len(group) + 2))]
        fits = [(_found(sentences, one), one) for one in may]
        most, best = max(fits, key=lambda fit: fit[0], default=(0, None))
        if best and most:
            left.remove(best)
            yield best, slug
    for one in left:
        yield one, next(slug for slug in _options(one) if free(slug))


def _options(one: Claim) -> Iterator[str]:
    """The slugs that an article can have, the best first: its own, with its day, and with a number behind that."""
    dated = f"{one.slug}-{one.published[:10]}"
    yield from (one.slug, dated)
    yield from (f"{dated}-{number}" for number in count(2))


def _published(kept: Iterable[Kept]) -> dict[str, list[str]]:
    """The published sentences of each article, by its slug."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in kept:
        found[one.article].append(one.sentence)
    return found


def _found(sentences: Iterable[str], one: Claim) -> int:
    """How many of these sentences an article has."""
    text = " ".join(one.text().split())
    return sum(sentence in text for sentence in sentences)


def moved(claims: Iterable[Claim], slugs: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Of each article that did not get the slug it asked for, its path and a note in words."""
    owners = {folder(slug): path for path, slug in slugs.items()}
    for claim in claims:
        if slugs[claim.path] != claim.slug:
            yield claim.path, note(owners[folder(claim.slug)], claim.slug, slugs[claim.path])


def note(owner: str, asked: str, slug: str) -> str:
    """That an article stands at another address than its title makes, as another has that."""
    return f"{owner} has the address {asked!r}, too: this one stands at {slug!r}"


def single(contents: Iterable[Any], *, strict: bool) -> list[Any]:
    """Pelican's articles or pages, of those at one address the first; each other is named with what to do about it.

    Raises SystemExit where there is any, and a build is to be strict.
    """
    found: dict[str, Any] = {}
    conflicts = [one for one in contents if found.setdefault(folder(one.slug), one) is not one]
    for one in conflicts:
        path, other = (os.path.relpath(each.source_path or "") for each in (one, found[folder(one.slug)]))
        says = f"its address {one.slug!r} is that of {other}, too: give it a 'slug:' of its own"
        log.log(logging.ERROR if strict else logging.WARNING, "%s:1: %s%s", path, says, "" if strict else " (left out)")
    if conflicts and strict:
        raise SystemExit(2)
    return list(found.values())
