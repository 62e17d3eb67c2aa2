"""Where a host is: its addresses, all of them public, or it is refused."""

from __future__ import annotations

import ipaddress
import socket

from ..found import Refused

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
#: IPv4 addresses inside IPv6 ones (RFC 6052); mapped ones, 6to4 and Teredo Python tells apart itself
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def addresses(host: str, port: int, *, allow_loopback: bool = False) -> list[str]:
    """The host's addresses, those of IPv4 first. Raises Refused where there are none or one is not of the public internet."""
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Refused(f"the host {host} is not found", "check the address, or your connection") from error
    found = sorted({str(row[4][0]).split("%")[0] for row in rows}, key=lambda text: (":" in text, text))
    for text in found:
        if not (public(text) or (allow_loopback and ipaddress.ip_address(text).is_loopback)):
            raise Refused(
                f"the host {host} is at {text}, which is not on the public internet", "save the page and import the file"
            )
    return found


def public(text: str) -> bool:
    """Whether this address is one of the public internet: not private, loopback, link-local, multicast or reserved.

    >>> public("93.184.216.34"), public("127.0.0.1"), public("::ffff:10.0.0.1")
    (True, False, False)
    """
    address = ipaddress.ip_address(text)
    inner = _inner(address)
    return _public(address) if inner is None else _public(inner)


def _public(address: Address) -> bool:
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _inner(address: Address) -> Address | None:
    """The IPv4 address that an IPv6 one leads to."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
