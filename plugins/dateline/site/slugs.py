"""Slugs: which address each article has where several ask for one, as agencies give the same title weekly.

Of those whose slug is made of their title, the one that is in the ledger keeps it, else the earliest has it; the others' get
their day. Two that were written by hand are a conflict that only an editor can settle.
"""

from __future__ import annotations

import logging
import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import count
from typing import Any

from ..model import Kept
from .addresses import folder

log = logging.getLogger(__name__)
#: a slug that got a day, and perhaps a number
DATED = re.compile(r"(?P<base>.+)-(?P<day>\d{4}-\d\d-\d\d)(?:-\d+)?")
#: slugs of the ledger with the day behind each (empty where none is) and its sentences, by what they may have been made of
Ledger = dict[str, list[tuple[str, str, list[str]]]]


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


def resolve_slugs(claims: Iterable[Claim], kept: Sequence[Kept] = ()) -> dict[str, str]:
    """The slug of each article by its path; ``kept`` is the ledger of published events. Equal slugs that were written by hand
    stay equal; drafts take nothing from what is published."""
    claims, ledger = list(claims), _index_ledger(kept)
    found = _assign([one for one in claims if not one.draft], ledger, frozenset())
    taken = {folder(slug) for slug in found.values()}
    return {**_assign([one for one in claims if one.draft], ledger, taken), **found}


def _assign(claims: Iterable[Claim], ledger: Ledger, before: Set[str]) -> dict[str, str]:
    """The slugs of articles, none of which is among those that were given ``before``, but what was written by hand."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: (claim.published, claim.path)):
        groups[folder(claim.slug)].append(claim)
    found = {one.path: one.slug for group in groups.values() for one in group if one.written}
    for base, group in groups.items():
        own = _kept_slugs(group, ledger[base])
        found.update((path, slug) for path, slug in own if folder(slug) == base or folder(slug) not in groups)
    taken = {*before, *(folder(slug) for slug in found.values())}
    for base, group in groups.items():
        for one in (each for each in group if each.path not in found):
            free = (s for s in _candidates(one) if folder(s) not in taken and (folder(s) == base or folder(s) not in groups))
            found[one.path] = next(free)
            taken.add(folder(found[one.path]))
    return found


def _index_ledger(kept: Iterable[Kept]) -> Ledger:
    """The slugs in the ledger, each with its published sentences, by what they may have been made of: as they are, and without
    the day behind them."""
    sentences: dict[str, list[str]] = defaultdict(list)
    for one in kept:
        sentences[one.article].append(one.sentence)
    found: Ledger = defaultdict(list)
    for slug, told in sentences.items():
        found[folder(slug)].append((slug, "", told))
        if dated := DATED.fullmatch(slug):
            found[folder(dated["base"])].append((slug, dated["day"], told))
    return found


def _kept_slugs(group: Sequence[Claim], ledger: Sequence[tuple[str, str, Sequence[str]]]) -> Iterator[tuple[str, str]]:
    """Of articles that ask for the same slug, those that the ledger has, by path, with the slug that each has there: whoever
    holds most of its sentences."""
    if len(group) == 1 and all(not day for _, day, _ in ledger):
        return
    left = list(group)
    for slug, day, sentences in ledger:
        may = [one for one in left if one.published.startswith(day) and (not one.written or not day)]
        held = [(_count_sentences(sentences, one), one.written, one) for one in may]
        most, written, best = max(held, key=lambda each: each[:2], default=(0, False, None))
        if best and most and not written:
            left.remove(best)
            yield best.path, slug


def _count_sentences(sentences: Iterable[str], one: Claim) -> int:
    """How many of these sentences an article has."""
    text = " ".join(one.text().split())
    return sum(sentence in text for sentence in sentences)


def _candidates(one: Claim) -> Iterator[str]:
    """The slugs that an article can have, the best first: its own, with its day, and with a number behind that."""
    dated = f"{one.slug}-{one.published[:10]}"
    yield from (one.slug, dated)
    yield from (f"{dated}-{number}" for number in count(2))


def conflict_notes(claims: Iterable[Claim], slugs: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Of each article that did not get the slug it asked for, as another has it, its path and a note in words."""
    owners = {folder(slug): path for path, slug in slugs.items()}
    for claim in claims:
        if slugs[claim.path] != claim.slug and (owner := owners.get(folder(claim.slug))):
            yield claim.path, conflict_note(owner, claim.slug, slugs[claim.path])


def conflict_note(owner: str, asked: str, slug: str) -> str:
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
