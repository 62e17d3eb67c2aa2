"""Days of the week and weekends, from the day of publication or the time last spoken of."""

from __future__ import annotations

from dataclasses import dataclass

from .. import units
from ..context import Context
from ..units import Day, Resolved


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 1 (Monday) to 7. ``which`` is -1 (last), 0 (this), 1 (next), or None where the words do not say.

    Bare, it is the day of publication itself or the nearest as the words look. "Next" is the first that comes and "last"
    the one before today; ``of`` "week" counts whole weeks instead, "spoken" leans on the time last spoken of, as
    narratives do. Articles are dated in one zone and written in another: where ``early`` says that it is meant early in the
    day, the day after publication, told as past, is that.
    """

    number: int
    which: int | None = None
    of: str = "published"
    early: bool = False

    def resolve(self, context: Context) -> Resolved | None:
        told = context.spoken and context.spoken.unit == "day" and (self.of == "spoken" or context.narrative)
        anchor = context.last_spoken.first if told else context.published
        if anchor is None:
            return None
        by = (
            self.which * 7 + self.number - anchor.weekday
            if self.of == "week" and self.which is not None
            else self._away(anchor, context)
        )
        found = units.shifted(anchor, "day", by)
        return units.day(found) if found else None

    def _away(self, anchor: Day, context: Context) -> int:
        behind = (anchor.weekday - self.number) % 7
        ahead = (7 - behind) % 7
        if self.which == -1:
            return -(behind or 7)
        if self.which == 1:
            return ahead or 7
        if context.narrative and context.spoken:
            return ahead
        look = context.direction or (-1 if self.which is None else 1)
        if self.early and context.direction < 0 and ahead == 1:
            return ahead
        return ahead if look > 0 else -behind


@dataclass(frozen=True, slots=True)
class Weekend:
    """A weekend that is not said which: the one to come where the words look ahead, else the last that had begun."""

    def resolve(self, context: Context) -> Resolved | None:
        begun = context.published.weekday >= 6
        found = units.shifted(context.published, "week", 0 if begun or context.direction > 0 else -1)
        return units.holding(found, "weekend") if found else None
