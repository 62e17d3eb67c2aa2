"""How likely reports of two articles tell one event: named features with learnt weights, and the conflicts that forbid it."""

from __future__ import annotations

from collections.abc import Set
from math import fsum, log1p

from .told import Told
from .words import cosine

#: the kind of what no list knows
OTHER = "OTHER"
#: days by which sources may contradict each other, and how like their sentences must be then
SLIP, RETOLD = 3, 0.7
#: how like sentences must be that share nobody, no town and no figure
COMMON = 0.25
#: the most that a rare actor or day says, as much as in a story of fifty articles, lest nearness in a large archive decide all
MOST = 1.2


def features(one: Told, two: Told) -> dict[str, float]:
    """What speaks for and against two reports telling one event, by name; what nothing is known of is left out."""
    found = {"base": 1.0}
    found |= _words(one, two)
    found |= _who(one, two)
    found |= _where(one, two)
    found |= _when(one, two)
    return found


def _words(one: Told, two: Told) -> dict[str, float]:
    """How like the words are that tell it, and those around them."""
    rarity = one.rarity.words
    found = {
        "words of sentence": cosine(one.vector, two.vector),
        "words of line": cosine(rarity.vector(one.line), rarity.vector(two.line)),
        "worth of the lesser": min(one.report.worth, two.report.worth),
    }
    if one.trigger == two.trigger:
        found["same word"] = 1.0
    elif one.trigger in two.words or two.trigger in one.words:
        found["word in the other's sentence"] = 1.0
    if one.type == two.type != OTHER:
        found["same kind"] = 1.0
    elif OTHER not in (one.type, two.type):
        found["other kind"] = 1.0
    if one.report.state and two.report.state:
        found["meaning in context"] = round(float(one.state @ two.state), 3)
    else:
        found["meaning unknown"] = 1.0
    return found


def _who(one: Told, two: Told) -> dict[str, float]:
    """Who takes part in both, rare actors first, and who in one alone; others by their words."""
    found = {}
    if shared := one.actors & two.actors:
        found["actors in both"] = min(MOST, fsum(map(one.rarity.actors.of, shared)) / 5)
    for role in ("source", "target"):
        mine, others = getattr(one, role), getattr(two, role)
        if mine and others:
            found[f"same {role}" if mine & others else f"other {role}"] = 1.0
        elif mine or others:
            found[f"{role} in one alone"] = 1.0
    if not shared and one.actors and two.actors:
        found["nobody in both"] = 1.0
    if one.nouns & two.nouns:
        found["same unnamed"] = 1.0
    return found


def _where(one: Told, two: Told) -> dict[str, float]:
    """Places and numbers, shared or not."""
    pairs = {"town": (one.towns, two.towns), "country": (one.lands, two.lands), "number": (one.numbers, two.numbers)}
    return {f"{'same' if a & b else 'other'} {name}": 1.0 for name, (a, b) in pairs.items() if a and b}


def _when(one: Told, two: Told) -> dict[str, float]:
    """How near their days are, by how few are as near, and those of publication."""
    found = {}
    if one.published and two.published:
        found["published near"] = min(MOST, one.rarity.published.of(one.published, two.published) / 3)
        found["published apart"] = log1p(abs(one.published - two.published)) / 5
    apart = days_apart(one, two)
    if apart is None:
        return found
    guessed = " as reported" if one.guessed or two.guessed else ""
    if apart > 0:
        found[f"days apart{guessed}"] = log1p(apart) / 3
    elif one.to_the_day and two.to_the_day:
        found[f"same day{guessed}"] = min(MOST, one.rarity.days.of(one.first or 0, two.first or 0) / 3)
    else:
        found["day within the other's"] = 1.0
    return found


def days_apart(one: Told, two: Told) -> int | None:
    """How many days lie between their dates, not above 0 where these overlap; None where one has none."""
    if one.first is None or two.first is None or one.last is None or two.last is None:
        return None
    return max(one.first, two.first) - min(one.last, two.last)


def conflict(one: Told, two: Told) -> str | None:
    """Why reports of two articles cannot tell one event, or None: one does it to another, or in another manner, elsewhere, or
    on a day that words tell to be another. Whom a sentence names beside who acts may take part, though that was not seen.

    Days that differ a little, in sentences that are all but the same, are those of sources that contradict each other.
    """
    if one.report.mode and two.report.mode and one.report.mode != two.report.mode:
        return "in another manner"
    crossed = one.target & two.source or two.target & one.source
    if one.source & two.source and _differ(one.target, two.target) and not crossed:
        return "done to others"
    if one.source & two.source and _differ(one.people - one.source, two.people - two.source):
        return "with others"
    if _differ(one.lands, two.lands):
        return "in other countries"
    apart = days_apart(one, two)
    if apart is None or apart <= 0 or not (one.stated and two.stated and one.to_the_day and two.to_the_day):
        return None
    if apart <= SLIP and cosine(one.vector, two.vector) >= RETOLD:
        return None
    return "on other days"


def in_common(one: Told, two: Told) -> bool:
    """Whether two reports share more than a meaning: somebody who takes part, named or not, a town, a figure, or many words."""
    shared = one.actors & two.actors or one.nouns & two.nouns or one.towns & two.towns or one.numbers & two.numbers
    return bool(shared) or cosine(one.vector, two.vector) >= COMMON


def _differ(one: Set[str], two: Set[str]) -> bool:
    return bool(one and two) and not one & two
