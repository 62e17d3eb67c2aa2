"""One request to one address of a host, bounded in time and size."""

from __future__ import annotations

import asyncio
import re
import ssl
from dataclasses import dataclass

import httpx

from ... import __version__
from ..found import Refused
from ..options import Limits
from .addresses import addresses
from .unpacking import Unpacked

KINDS = re.compile(r"text/html|text/plain|text/xml|application/(?:xhtml|rss|atom|rdf)?\+?xml")
HEADERS = {
    "User-Agent": f"Dateline/{__version__}",
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/xml;q=0.9, text/plain;q=0.8",
    "Accept-Encoding": "gzip, deflate",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered: ``kind`` is the content type alone, ``body`` unpacked, and empty unless the status is 200."""

    status: int
    kind: str = ""
    charset: str = ""
    location: str = ""
    wait: str = ""
    body: bytes = b""


class Hop:
    """Asks hosts, each time at an address that has been checked."""

    def __init__(self, limits: Limits, *, allow_loopback: bool) -> None:
        self._limits = limits
        self._allow_loopback = allow_loopback
        self._ssl = ssl.create_default_context()

    async def ask(self, url: httpx.URL, accept: re.Pattern[str]) -> Answer:
        """The host's answer. Raises Refused, or httpx.TransportError or EOFError where it breaks off."""
        port = url.port or {"http": 80, "https": 443}[url.scheme]
        host = url.raw_host.decode("ascii").strip("[]")
        found = await asyncio.to_thread(addresses, host, port, allow_loopback=self._allow_loopback)
        for address in found[:-1]:
            try:
                return await self._at(address, url, accept)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        return await self._at(found[-1], url, accept)

    async def _at(self, address: str, url: httpx.URL, accept: re.Pattern[str]) -> Answer:
        """The answer of exactly this address. No cookies, no proxy, and no connection is used twice."""
        limits = self._limits
        times = httpx.Timeout(limits.read, connect=limits.connect)
        async with httpx.AsyncClient(verify=self._ssl, trust_env=False, timeout=times, follow_redirects=False) as client:
            request = client.build_request(
                "GET",
                url.copy_with(host=address, username=None, password=None),
                headers={"Host": url.netloc.decode("ascii"), **HEADERS},
                extensions={"sni_hostname": url.raw_host.decode("ascii")},
            )
            response = await client.send(request, stream=True)
            try:
                return await _answer(response, accept, limits)
            finally:
                await response.aclose()


async def _answer(response: httpx.Response, accept: re.Pattern[str], limits: Limits) -> Answer:
    headers = response.headers
    kind = headers.get("content-type", "").split(";")[0].strip().lower()
    if response.status_code != 200:
        return Answer(response.status_code, kind, location=headers.get("location", ""), wait=headers.get("retry-after", ""))
    if kind and not accept.fullmatch(kind):
        raise Refused(f"it is {kind}, not a page", "give the address of an article or a feed")
    body = Unpacked(headers.get("content-encoding", ""), limits.size)
    async for chunk in response.aiter_raw(65536):
        body.add(chunk)
    return Answer(200, kind, response.charset_encoding or "", body=body.done())
