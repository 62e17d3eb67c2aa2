"""A polite client: one request at a time, pauses between them, few attempts, and robots.txt is obeyed."""

from __future__ import annotations

import asyncio
import re
import threading
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from ..found import Refused
from ..options import Limits
from .hop import KINDS, Answer, Hop
from .robots import Robots

ANY = re.compile(r".*", re.DOTALL)
ROBOTS_SIZE = 500_000
LATER = "try again later"


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page: the address at which it was found in the end, its content type, the charset that the host names, its bytes."""

    url: str
    kind: str
    charset: str
    body: bytes


class _Again(Exception):
    """A failure that may pass; ``wait`` is how long the host asks to wait, in seconds."""

    def __init__(self, why: str, wait: float | None = None) -> None:
        super().__init__(why)
        self.wait = wait


class Client:
    """Reads pages. Close it, or use it in ``with``."""

    def __init__(self, limits: Limits, *, pause: float = 1, allow_loopback: bool = False) -> None:
        self._limits = limits
        self._pause = pause
        self._pages = Hop(limits, allow_loopback=allow_loopback)
        self._rules = Hop(replace(limits, size=min(limits.size, ROBOTS_SIZE)), allow_loopback=allow_loopback)
        self._robots = Robots(self._robots_txt)
        self._asked: dict[str, float] = {}
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)

    def get(self, url: str) -> Fetched:
        """The page at this address. Raises Refused."""
        for attempt in range(self._limits.retries + 1):
            try:
                return self._follow(url)
            except _Again as error:
                why, last = str(error), attempt == self._limits.retries
                wait = self._limits.backoff * 2**attempt if error.wait is None else error.wait
                if last or wait > self._limits.longest_wait:
                    raise Refused(why, LATER) from error
                time.sleep(wait)
        raise AssertionError("the last attempt returns or raises")

    def _follow(self, url: str) -> Fetched:
        """One attempt, with its redirects."""
        left = self._limits.total
        for _ in range(self._limits.redirects + 1):
            if not self._robots.allow(url):
                raise Refused("its host asks robots not to read it (robots.txt)", "save the page and import the file")
            self._wait(url, max(self._pause, self._robots.delay(url)))
            began = time.monotonic()
            answer = self._ask(self._pages, url, left)
            left -= time.monotonic() - began
            if answer.status == 200:
                return Fetched(url, answer.kind, answer.charset, answer.body)
            url = _next(answer, url)
        raise Refused(f"it leads on more than {self._limits.redirects} times", "give the address at which a browser ends")

    def _ask(self, hop: Hop, url: str, seconds: float, accept: re.Pattern[str] = KINDS) -> Answer:
        """The answer to one request. Raises Refused, and _Again where the host breaks off or is too slow."""
        asked = asyncio.run_coroutine_threadsafe(
            asyncio.wait_for(hop.ask(_parsed(url), accept), max(seconds, 0.001)), self._loop
        )
        try:
            return asked.result()
        except (TimeoutError, httpx.TimeoutException) as error:
            raise _Again("its host is too slow") from error
        except (httpx.TransportError, EOFError) as error:
            raise _Again(f"the connection fails ({str(error) or 'it ends early'})") from error
        except httpx.HTTPError as error:
            raise Refused(f"it cannot be read ({error})", "save the page and import the file") from error
        finally:
            asked.cancel()
            self._asked[_parsed(url).host] = time.monotonic()

    def _robots_txt(self, url: str) -> bytes:
        """A host's robots.txt, empty where it has none. Raises Refused, and _Again where the host fails to give it."""
        for _ in range(self._limits.redirects + 1):
            self._wait(url, self._pause)
            answer = self._ask(self._rules, url, self._limits.total, ANY)
            if answer.status == 429 or answer.status >= 500:
                raise _Again(f"its host answers HTTP {answer.status} for robots.txt", _seconds(answer.wait))
            if not (300 <= answer.status < 400 and answer.location):
                return answer.body
            url = _next(answer, url)
        return b""

    def _wait(self, url: str, pause: float) -> None:
        """Wait until the host's last request lies far enough back."""
        last = self._asked.get(_parsed(url).host)
        if last is not None:
            time.sleep(max(0.0, last + pause - time.monotonic()))


def _parsed(url: str) -> httpx.URL:
    """The address, taken apart. Raises Refused where it is none of the web."""
    try:
        found = httpx.URL(url)
    except (httpx.InvalidURL, ValueError) as error:
        raise Refused(f"{url} is no address", "check it") from error
    if found.scheme not in {"http", "https"} or not found.host:
        raise Refused(f"it leads to {url}, which is no page of the web", "check the address")
    return found


def _next(answer: Answer, url: str) -> str:
    """Where a redirect leads. Raises Refused or _Again for all other answers."""
    status = answer.status
    if 300 <= status < 400 and answer.location:
        try:
            return str(_parsed(url).join(answer.location))
        except (httpx.InvalidURL, ValueError) as error:
            raise Refused("it leads to no address", "give the address at which a browser ends") from error
    if status == 429 or status >= 500:
        raise _Again(f"its host answers HTTP {status}", _seconds(answer.wait))
    if status in {401, 402, 403}:
        raise Refused(f"it asks for a login or payment (HTTP {status})", "save the article's text as .txt, if you may use it")
    raise Refused(f"its host answers HTTP {status}", "check the address")


def _seconds(wait: str) -> float | None:
    """The seconds that a Retry-After asks for; None where it says nothing."""
    if wait.strip().isdigit():
        return float(wait)
    try:
        when = parsedate_to_datetime(wait)
    except (ValueError, TypeError):
        return None
    return max(0.0, (when.replace(tzinfo=when.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
