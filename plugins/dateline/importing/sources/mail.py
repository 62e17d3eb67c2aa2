"""A message (.eml) as an article: subject, sender, date, and its text."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage
from email.utils import parseaddr

from ..found import Found, Refused
from ..page.authors import persons
from ..page.pages import page
from ..words.charset import decode
from ..words.escaping import squeezed
from ..words.mending import mended
from ..words.moments import moment
from .fragments import fragment
from .plain import prose

SIGNATURE = re.compile(r"^-- ?\n.*\Z", re.MULTILINE | re.DOTALL)
LIST = re.compile(r"\s*+\"?([^\"<]*+)\"?\s*+<[^>]*>")


def article(data: bytes) -> Found:
    """The article in a message. Raises Refused where it has no text."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    part = message.get_body(("plain", "html"))
    if not isinstance(part, EmailMessage):
        raise Refused("the message has no text", "save its text as .txt")
    name, address = parseaddr(_field(message, "From"))
    head = Found(
        title=squeezed(re.sub(r"^(?:(?:fwd?|wg)\s*:\s*)+", "", _field(message, "Subject"), flags=re.IGNORECASE)),
        date=moment(re.sub(r"\s*\([^)]*\)\s*$", "", _field(message, "Date"))),
        author=persons([name]),
        source=_list(message) or address.rpartition("@")[2].lower(),
        lang=_field(message, "Content-Language").split("-")[0].strip().lower(),
    )
    return head.completed(_body(part))


def _body(part: EmailMessage) -> Found:
    """The text of a part, with all that HTML says of itself."""
    payload = part.get_payload(decode=True)
    text = decode(payload if isinstance(payload, bytes) else b"", part.get_content_charset() or "")
    if part.get_content_type() == "text/html":
        return _page(text)
    return Found(text=prose(SIGNATURE.sub("", mended(text).replace("\r\n", "\n"))))


def _page(text: str) -> Found:
    """A part in HTML: without its furniture, or all of it where trafilatura finds no article."""
    try:
        return page(text)
    except Refused:
        return fragment(text)


def _field(message: EmailMessage, name: str) -> str:
    """A header; empty where it is missing or broken."""
    try:
        return str(message.get(name) or "")
    except (ValueError, IndexError, TypeError, AttributeError):
        return ""


def _list(message: EmailMessage) -> str:
    found = LIST.match(_field(message, "List-Id"))
    return squeezed(found[1]) if found else ""
