"""Times told from an event that the words name: "three days before the vote"."""

from ....dates.values import Duration, Told
from ..grammar import en

#: what is no event behind "before" and "after"
NOT_EVENTS = "that|then|this|it|last|next|all|christmas|easter|noon|midnight"


@en.rule(
    "(?P<core>{n} {units}|the {unit}|{many}) (?P<side_>before|after|following|prior to) "
    rf"(?P<event>(?!(?:{NOT_EVENTS})\b)[^\W\d])[\w.]*",
    example="three days before the",
)
def told_from_event(n: float | None, units: str | None, unit: str | None, many: str | None, side_: str) -> Told:
    length = Duration(n, units) if units else Duration(1, unit) if unit else Duration(None, many or "day")
    return Told(length, -1 if side_ in {"before", "prior to"} else 1)
