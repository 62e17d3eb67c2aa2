"""Importing from the web: a host that misbehaves is told, and left in peace."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from dateline import __version__
from dateline.importing.found import Refused
from dateline.importing.options import Limits
from dateline.importing.web.addresses import public
from dateline.importing.web.client import Client
from dateline.importing.web.unpacking import Unpacked

from .importing.server import Server, running

QUICK = Limits(connect=0.5, read=0.3, total=0.6, backoff=0, size=2_000_000)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as found:
        yield found


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with Client(QUICK, pause=0, allow_loopback=True) as found:
        yield found


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/slow", "its host is too slow"),
        ("/drip", "its host is too slow"),
        ("/endless", "too large"),
        ("/bomb", "too large"),
        ("/truncated", "the connection fails"),
        ("/cut-gzip", "the connection fails"),
        ("/brotli", "compressed by 'br'"),
        ("/loop", "leads on more than 5 times"),
        ("/private", "10.0.0.1, which is not on the public internet"),
        ("/metadata", "169.254.169.254, which is not on the public internet"),
        ("/file", "no page of the web"),
        ("/hidden/page", "robots.txt"),
        ("/to-hidden", "robots.txt"),
        ("/nothing", "HTTP 404"),
        ("/login", "login or payment (HTTP 401)"),
        ("/pay", "login or payment (HTTP 402)"),
        ("/forbidden", "login or payment (HTTP 403)"),
        ("/busy-for-long", "HTTP 429"),
        ("/always-broken", "HTTP 503"),
        ("/image", "it is image/png"),
    ],
)
def test_what_cannot_be_had_is_told(server: Server, client: Client, path: str, says: str) -> None:
    """The message says why."""
    with pytest.raises(Refused) as error:
        client.get(server.url + path)
    assert says in str(error.value)


@pytest.mark.parametrize(
    ("path", "asked"),
    [("/broken", 2), ("/busy", 2), ("/moved", 1), ("/gzip", 1), ("/banner.html", 1)],
)
def test_what_can_be_had_after_all_is_had(client: Client, path: str, asked: int) -> None:
    """A host that fails once is asked again."""
    with running() as server:
        assert b"Ferry runs aground" in client.get(server.url + path).body
        assert server.asked[path] == asked


@pytest.mark.parametrize(("path", "asked"), [("/always-broken", 3), ("/nothing", 1), ("/busy-for-long", 1), ("/truncated", 3)])
def test_few_attempts_are_made(client: Client, path: str, asked: int) -> None:
    """At most three, and one where another would be of no use."""
    with running() as server:
        with pytest.raises(Refused):
            client.get(server.url + path)
        assert server.asked[path] == asked


def test_the_host_is_told_who_asks_and_robots_txt_is_read_once(client: Client) -> None:
    """Our name and version, and one request for the rules."""
    with running() as server:
        client.get(f"{server.url}/banner.html")
        client.get(f"{server.url}/bare.html")
        assert server.agents == {f"Dateline/{__version__}"}
        assert server.asked["/robots.txt"] == 1


def test_two_requests_to_a_host_stand_apart(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pause is waited between requests to one host, that for robots.txt among them."""
    slept: list[float] = []
    monkeypatch.setattr("dateline.importing.web.client.time.sleep", slept.append)
    with Client(QUICK, pause=7, allow_loopback=True) as client:
        client.get(f"{server.url}/banner.html")
        client.get(f"{server.url}/bare.html")
    assert [round(s) for s in slept] == [7, 7]


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://0.0.0.0/", "http://2130706433/"]
)
def test_this_machine_is_refused(url: str) -> None:
    """Outside tests loopback is no exception, however it is written."""
    with Client(QUICK, pause=0) as client, pytest.raises(Refused, match=r"not on the public internet|not found"):
        client.get(url)


@pytest.mark.parametrize(
    ("address", "is_public"),
    [
        ("93.184.216.34", True), ("2606:2800:220:1::1", True), ("10.1.2.3", False), ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("127.0.0.1", False), ("169.254.0.1", False), ("100.64.0.1", False), ("224.0.0.1", False), ("240.0.0.1", False),
        ("0.0.0.0", False), ("::1", False), ("fe80::1", False), ("fc00::1", False),
        ("ff02::1", False), ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False), ("2002:7f00:1::", False), ("::", False),
    ],
)  # fmt: skip
def test_only_public_addresses_are_public(address: str, is_public: bool) -> None:
    """Private, loopback, link-local, multicast and reserved ones are not, nor IPv6 that leads to them."""
    assert public(address) is is_public


def test_a_bomb_is_never_unpacked_whole() -> None:
    """It ends at the bound, whatever it would grow to."""
    import zlib

    packed = zlib.compress(b"0" * 50_000_000)
    body = Unpacked("deflate", 100_000)
    with pytest.raises(Refused, match="too large"):
        body.add(packed)
    assert len(body._bytes) < 200_000
