"""Addresses: which two are the same, and which may stand in a text."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit

#: parameters that say how a reader came, not what is read
TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|ref_src|cmpid|ncid|at_\w+", re.IGNORECASE)
PORTS = {"http": "80", "https": "443"}
SAFE = "%/:?#@!$&+,;=~-._"


def absolute(url: str, base: str = "") -> str:
    """The address as an absolute one of the web, without fragment and with odd characters encoded; empty where it is none.

    >>> absolute("/a b", "https://x.example/c")
    'https://x.example/a%20b'
    """
    if not url.strip():
        return ""
    try:
        parts = urlsplit(urljoin(base, url.strip()))
        if parts.scheme.lower() not in PORTS or not parts.hostname or parts.username is not None:
            return ""
        return quote(parts._replace(fragment="").geturl(), safe=SAFE)
    except ValueError:
        return ""


def same(url: str) -> str:
    """What the addresses of one page have in common: without scheme, fragment, tracking and trailing slash; host lower case.

    >>> same("HTTP://X.example:80/a/?utm_source=b&id=1#top")
    'x.example/a?id=1'
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").rstrip(".")
        port = f":{parts.port}" if parts.port and str(parts.port) != PORTS.get(parts.scheme.lower()) else ""
    except ValueError:
        return url
    pairs = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.fullmatch(k)]
    return f"{host}{port}{parts.path.rstrip('/')}" + (f"?{urlencode(pairs)}" if pairs else "")


def untracked(url: str) -> str:
    """The address without the parameters that say how a reader came.

    >>> untracked("https://x.example/a?id=1&utm_source=b")
    'https://x.example/a?id=1'
    """
    before, mark, query = url.partition("?")
    left = "&".join(pair for pair in query.split("&") if not TRACKING.fullmatch(pair.split("=")[0]))
    return before + mark + left if left else before


def is_url(text: str) -> bool:
    """Whether this is meant as an address of the web, not as a file."""
    return text.lower().startswith(("http://", "https://"))
