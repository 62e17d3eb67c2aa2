"""The rules that tell what stands beside the running text, from ``lang/LANG/text.yaml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..lang import words

PART = re.compile(r"<([a-z]+)>")


@dataclass(frozen=True, slots=True)
class SpanRule:
    """A pattern, and the kind of span that it tells. ``at`` is where it may stand, ``takes`` how far the span reaches.

    ``captions`` is whether what stands before it describes a picture: in the same sentence ("sentence"), or in the line
    before ("line") too; empty where it does not. A text that has none of ``needs`` is not searched.
    """

    kind: str
    why: str
    pattern: re.Pattern[str]
    at: str
    takes: str = "match"
    captions: str = ""
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SpanRules:
    """All rules of a language, those of each place in the order in which they are tried."""

    anywhere: tuple[SpanRule, ...]
    bylines: tuple[SpanRule, ...]
    sentence: tuple[SpanRule, ...]
    passage: tuple[SpanRule, ...]
    end: tuple[SpanRule, ...]


@cache
def rules(lang: str) -> SpanRules:
    """The rules of a language, compiled."""
    given = words(lang, "text")
    parts = _parts(given["parts"])
    made = [_rule(one, parts) for one in given["rules"]]
    at = {place: tuple(r for r in made if r.at == place) for place in ("anywhere", "byline", "sentence", "passage", "end")}
    return SpanRules(at["anywhere"], at["byline"], at["sentence"], at["passage"], at["end"])


@cache
def part(lang: str, name: str) -> re.Pattern[str]:
    """A part of the rules by itself."""
    return re.compile(_parts(words(lang, "text")["parts"])[name])


def _parts(given: Mapping[str, str]) -> dict[str, str]:
    """Each part with the parts in it put in; one may name those above it."""
    done: dict[str, str] = {}
    for name, pattern in given.items():
        done[name] = _filled(pattern, done)
    return done


def _rule(given: Mapping[str, Any], parts: Mapping[str, str]) -> SpanRule:
    pattern = re.compile(_filled(given["pattern"], parts), re.MULTILINE)
    takes, captions = given.get("takes", "match"), given.get("captions", "")
    needs = tuple(given.get("needs", ()))
    return SpanRule(given["kind"], given["why"], pattern, given["at"], takes, captions, needs)


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    return PART.sub(lambda found: parts[found[1]], pattern)
