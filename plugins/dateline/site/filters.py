"""Jinja filters: links that hold wherever the site stands, addresses to give away, and dates in words."""

from __future__ import annotations

from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from . import days
from .host import below


@pass_context
def href(context: Context, path: str) -> str:
    """A path of Dateline's pages as a link from the page being written.

    With RELATIVE_URLS, folders get their ``index.html``, so that the site can be read from disk.
    """
    root = f"{context['SITEURL']}/{context['DATELINE_PATH']}".rstrip("/")
    if context["RELATIVE_URLS"]:
        page, mark, anchor = path.partition("#")
        path = f"{page}index.html{mark}{anchor}" if page.endswith("/") or not page else path
    return below(root, path)


@pass_context
def site_href(context: Context, path: str) -> str:
    """A path of the whole site as a link: of a picture, say, that is none of Dateline's."""
    return f"{context['SITEURL']}/{path}"


@pass_context
def address(context: Context, path: str) -> str:
    """A path of the site as its readers can give it away: the whole address, where the site knows its own."""
    root = context.get("address")
    return below(root, path) if root else path


@pass_context
def day_words(context: Context, iso: str) -> str:
    """An ISO date prefix in words of the site's language."""
    return days.day_words(iso, context["date_locale"])


FILTERS: dict[str, Any] = {"href": href, "site_href": site_href, "address": address, "day_words": day_words}
