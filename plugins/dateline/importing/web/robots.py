"""What hosts ask of robots (robots.txt, RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from ..words.charset import decode

AGENT = "Dateline"
#: longer pauses than this are not waited for
LONGEST_DELAY = 30.0


class Robots:
    """``fetch`` gives the robots.txt at an address, empty where the host has none."""

    def __init__(self, fetch: Callable[[str], bytes]) -> None:
        self._fetch = fetch
        self._hosts: dict[str, RobotFileParser] = {}

    def allow(self, url: str) -> bool:
        """Whether the host lets us read this."""
        return self._of(url).can_fetch(AGENT, url)

    def delay(self, url: str) -> float:
        """The pause that the host asks for, in seconds; 0 where it asks for none."""
        asked = self._of(url).crawl_delay(AGENT)
        return min(float(asked), LONGEST_DELAY) if asked else 0.0

    def _of(self, url: str) -> RobotFileParser:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._hosts:
            self._hosts[origin] = _read(self._fetch(f"{origin}/robots.txt"))
        return self._hosts[origin]


def _read(body: bytes) -> RobotFileParser:
    rules = RobotFileParser()
    rules.parse(decode(body).splitlines())
    return rules
