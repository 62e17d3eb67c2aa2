"""TimelineJS: the dated events as slides of KnightLab's TimelineJS 3."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from typing import Any

from ..days import parts
from ..views import EventView, Views
from .rows import Content, json_rows
from .spans import span
from .wording import address, sentence

UNITS = ("year", "month", "day")


def write(views: Views, settings: Mapping[str, Any]) -> Iterator[tuple[str, Content]]:
    """``data/timelinejs.json``: a title slide, and one slide for each dated event."""
    title = _text(settings["SITENAME"], html.escape(settings.get("SITESUBTITLE") or ""))
    slides = (_slide(e, settings, *ends) for e in views.events if (ends := span(e)))
    yield "data/timelinejs.json", json_rows({"scale": "human", "title": {"text": title}, "events": slides})


def _slide(event: EventView, settings: Mapping[str, Any], first: str, last: str) -> dict[str, Any]:
    return {
        "start_date": _date(first),
        **({"end_date": _date(last)} if last != first else {}),
        **({"display_date": event.when.said} if event.when and event.when.is_reported else {}),
        "text": _text(event.summary, _body(event, settings)),
        "unique_id": event.id,
    }


def _date(iso: str) -> dict[str, int]:
    """Year, month and day as far as they are known. TimelineJS prints -44 as 44 BCE, where ISO has -43: it knows no year 0."""
    year, *rest = parts(iso)
    known = (year if year > 0 else year - 1, *rest)
    return {unit: value for unit, value in zip(UNITS, known, strict=True) if value is not None}


def _text(headline: str, body: str) -> dict[str, str]:
    return {"headline": html.escape(headline), **({"text": body} if body else {})}


def _body(event: EventView, settings: Mapping[str, Any]) -> str:
    """The sentence that tells it, and a link to its page, as HTML; what there is not leaves no trace."""
    told, url = sentence(event), address(settings, event.url)
    quote = f"<blockquote>{html.escape(told)}</blockquote>" if told else ""
    return quote + (f'<p><a href="{html.escape(url)}">{html.escape(event.articles[0].title)}</a></p>' if url else "")
