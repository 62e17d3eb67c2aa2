"""A page that a browser saved in one file (MHTML): a message whose first part is the page, and whose date is that of saving."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage

from ..found import Found, Refused
from ..page.pages import page
from ..words.charset import decode

NO_PAGE = Refused("no page is in it", "save the page anew, as HTML")


def article(data: bytes, closed: Refused | None) -> Found:
    """The article of the page in it; ``closed`` as for a page. Raises Refused where there is none."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    part = next((part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}), None)
    if not isinstance(part, EmailMessage):
        raise NO_PAGE
    body = part.get_payload(decode=True)
    text = decode(body if isinstance(body, bytes) else b"", part.get_content_charset() or "")
    where = message.get("Snapshot-Content-Location") or part.get("Content-Location") or ""
    return page(text, str(where), closed=closed)
