"""Owns fetching one public web page: no private address, every redirect checked, size and time bounded.

The address that was checked is the address that is connected to, so a name cannot point elsewhere in between.
"""

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from govbrief.read.formats.extracted import FormatError

MAX_PAGE = 30_000_000
MAX_REDIRECTS = 5
SECONDS = 20
_BLOCK = 65_536
_PATH = "/?%:@!$&'()*+,;=~-._[]|"
"""What may stand in a path as it is; Chinese file names are encoded."""
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; govbrief)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain,*/*;q=0.5",
    "Accept-Encoding": "identity",
    "Accept-Language": "zh-CN,zh;q=0.9",
}


_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")
"""All that IANA gives out of IPv6; NAT64, site-local and IPv4-compatible addresses lie outside of it."""
_EMBEDDING = tuple(
    ipaddress.ip_network(text)
    for text in ("2002::/16", "2001::/23", "3fff::/20", "192.88.99.0/24", "192.0.0.0/24", "198.18.0.0/15")
)
"""6to4 and Teredo, which hide another address, the relay to them, and what is kept for protocols and documents."""


class FetchedPage(NamedTuple):
    """What an address gave."""

    data: bytes
    charset: str
    """As the server names it; empty when it does not."""
    address: str
    """The last address, after redirects."""


def fetch(address: str) -> FetchedPage:
    """The bytes behind an http or https address.

    Raises:
        FormatError: not a public address, unreachable, too slow, too large, or not found.
    """
    deadline = time.monotonic() + SECONDS
    for _ in range(MAX_REDIRECTS + 1):
        try:
            answer = _get(address, deadline)
        except FormatError:
            raise
        except (OSError, http.client.HTTPException) as exc:
            late = time.monotonic() > deadline
            reason = f"it took more than {SECONDS} seconds" if late else exc or type(exc).__name__
            raise FormatError(f"{address} cannot be fetched: {reason}") from exc
        except ValueError as exc:
            raise FormatError(f"{address} is not an address: {exc}") from exc
        if isinstance(answer, FetchedPage):
            return answer
        address = answer
    raise FormatError(f"more than {MAX_REDIRECTS} redirects, the last to {address}")


def is_public(address: str) -> bool:
    """Whether a numeric address belongs to the open internet."""
    number = ipaddress.ip_address(address.partition("%")[0])
    if number.version == 6 and number not in _GLOBAL_UNICAST:  # noqa: PLR2004 - the only other version
        mapped = number.ipv4_mapped
        return mapped is not None and is_public(str(mapped))
    if number.is_multicast or not number.is_global:
        return False
    return not any(number in network for network in _EMBEDDING if network.version == number.version)


def _get(address: str, deadline: float) -> FetchedPage | str:
    """A page, or the address that it redirects to."""
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username is not None:
        raise FormatError(f"{address} is not a plain http or https address")
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    connection = _connect(parts.hostname, port, deadline, secure=secure)
    watch = threading.Timer(max(0.0, deadline - time.monotonic()), _hang_up, (connection,))
    watch.daemon = True
    try:
        watch.start()
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", quote(path, safe=_PATH), headers=_HEADERS)
        response = connection.getresponse()
        target = response.getheader("Location")
        if response.status in {301, 302, 303, 307, 308} and target:
            return urljoin(address, target)
        if response.status != http.HTTPStatus.OK:
            raise FormatError(f"{address} answered {response.status} {response.reason}")
        return FetchedPage(
            _body(response, address, deadline), response.headers.get_content_charset() or "", address
        )
    finally:
        watch.cancel()
        connection.close()


def _hang_up(connection: http.client.HTTPConnection) -> None:
    """End a connection whose other side sends a byte now and then: no timeout of a socket ends that."""
    with contextlib.suppress(OSError, AttributeError):
        connection.sock.shutdown(socket.SHUT_RDWR)


def _connect(host: str, port: int, deadline: float, *, secure: bool) -> http.client.HTTPConnection:
    """A connection to the host at an address that was checked."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    numbers = [str(entry[4][0]) for entry in found]
    if not numbers or not all(is_public(number) for number in numbers):
        raise FormatError(f"{host} is a private or loopback address")
    left = max(1.0, deadline - time.monotonic())
    raw = socket.create_connection((numbers[0], port), timeout=left)
    connection = http.client.HTTPConnection(host, port, timeout=left)
    connection.sock = ssl.create_default_context().wrap_socket(raw, server_hostname=host) if secure else raw
    return connection


def _body(response: http.client.HTTPResponse, address: str, deadline: float) -> bytes:
    blocks: list[bytes] = []
    size = 0
    while block := response.read1(_BLOCK):
        blocks.append(block)
        size += len(block)
        if size > MAX_PAGE:
            raise FormatError(f"{address} is larger than {MAX_PAGE // 1_000_000} MB")
        if time.monotonic() > deadline:
            break
    if time.monotonic() > deadline:
        raise FormatError(f"{address} took more than {SECONDS} seconds")
    return b"".join(blocks)
