"""Jinja filters: links that hold wherever the site stands, and dates in words."""

from __future__ import annotations

from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


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


def day_words(iso: str) -> str:
    """An ISO date prefix in words: "2014", "March 2014", "18 March 2014"; anything else as it is."""
    parts = iso.split("-")
    if not all(p.isdigit() for p in parts) or len(parts) > 3:
        return iso
    month = [MONTHS[int(parts[1]) - 1]] if len(parts) > 1 else []
    day = [str(int(parts[2]))] if len(parts) > 2 else []
    return " ".join([*day, *month, parts[0]])


FILTERS: dict[str, Any] = {"href": href, "day_words": day_words}
