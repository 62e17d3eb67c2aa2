"""Jinja filters: links that hold wherever the site stands, addresses to give away, and dates in words."""

from __future__ import annotations

from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from . import days


@pass_context
def href(context: Context, path: str) -> str:
    """A path of the site as a link from the page being written.

    With RELATIVE_URLS, folders get their ``index.html``, so that the site can be read from disk.
    """
    root = context["SITEURL"]
    if context["RELATIVE_URLS"]:
        page, mark, anchor = path.partition("#")
        path = f"{page}index.html{mark}{anchor}" if page.endswith("/") or not page else path
    return f"{root}/{path}"


@pass_context
def address(context: Context, path: str) -> str:
    """A path of the site as its readers can give it away: the whole address, where the site knows its own."""
    return f"{context['address']}/{path}" if context["address"] else path


@pass_context
def day_words(context: Context, iso: str) -> str:
    """An ISO date prefix in words of the site's language."""
    return days.day_words(iso, context["date_locale"])


FILTERS: dict[str, Any] = {"href": href, "address": address, "day_words": day_words}
