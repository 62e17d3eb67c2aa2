"""Parts of a day, and times of the clock."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from ..context import Context
from ..units import CYCLE, Resolved
from .base import Meaning


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """A part of a day: ``TMO``, ``TAF``, ``TEV``, ``TNI``."""

    part: str
    of: Meaning

    def resolve(self, context: Context) -> Resolved | None:
        whole = self.of.resolve(context)
        return replace(whole, value=whole.value + self.part, type="TIME") if whole else None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, hours 0 to 24, on a day; ``zone`` is its name in the IANA database, where the words say it."""

    hour: int
    minute: int
    of: Meaning
    zone: str | None = None

    def resolve(self, context: Context) -> Resolved | None:
        whole = self.of.resolve(context)
        if whole is None or self.hour > 24 or self.minute > 59:
            return None
        return replace(
            whole,
            value=f"{whole.value}T{self.hour:02}:{self.minute:02}",
            type="TIME",
            edtf=self._edtf(whole),
        )

    def _edtf(self, day: Resolved) -> str | None:
        """The moment with its distance from Greenwich, where a zone is named and the day is known; else the day."""
        if self.zone is None or day.first is None or day.unit != "day" or self.hour == 24:
            return day.edtf
        year = day.first.year % CYCLE + 5 * CYCLE
        there = datetime(year, day.first.month, day.first.day, self.hour, self.minute, tzinfo=ZoneInfo(self.zone))
        offset = there.strftime("%z")
        return f"{day.edtf}T{self.hour:02}:{self.minute:02}:00{offset[:3]}:{offset[3:]}"
