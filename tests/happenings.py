"""Happenings: one report for all that tell the same."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model import Report


def happenings(reports: Iterable[Report]) -> list[Report]:
    """The first report of each happening, in the order of the text."""
    return sorted((report for report in reports if report.same == report.id), key=lambda report: report.start)
