"""Times that name no time: now, the past, the future."""

from ....dates.values import Vague
from ..grammar import en


@en.rule("{vague}", example="recently")
def vague(vague: str) -> Vague:
    return Vague(vague)
