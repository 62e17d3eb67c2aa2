"""Times that name no time: now, the past, the future."""

from ....dates.values import Vague
from ..grammar import en


@en.rule("{vague}", example="recently")
def vague(vague: str) -> Vague:
    return Vague(vague)


@en.rule("in (?P<core>{the_past})(?! {:n}| {:many}| {:unit})", example="in the past")
def in_the_past(the_past: str) -> Vague:
    return Vague(the_past)


@en.rule('at (?P<core>{the_time}) ?[.,;)"”]', example="at the time,")
def at_the_time(the_time: str) -> Vague:
    return Vague(the_time)


@en.rule("(?:the )?{tense} {many}(?: and {:many})?", example="recent years")
def tense_many(tense: str, many: str) -> Vague:
    return Vague(tense)


@en.rule("{tense_alone}(?! {:many}| (?:fiscal )?{:unit})", example="recent")
def tense_alone(tense_alone: str) -> Vague:
    return Vague(tense_alone)
