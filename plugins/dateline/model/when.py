"""When something happened, and what that rests on."""

from __future__ import annotations

from dataclasses import dataclass

#: the ground of a date that stands elsewhere in the article, not in the clause that tells the event
IN_TEXT = "date in the text"
#: the ground of a day that no words give: the event is told as news of the day on which it is reported
REPORTED_ON = "reported on"


@dataclass(frozen=True, slots=True)
class When:
    """When something happened, and on what grounds (``basis``) that is said."""

    value: str
    edtf: str | None
    from_: str | None
    to: str | None
    basis: str
