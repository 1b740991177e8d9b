"""Owns the connections under a ledger or a recording: they go where a plain client's would, past the same proxies."""

from urllib.request import getproxies, proxy_bypass

import httpx2

CONNECTIONS = httpx2.Limits(max_connections=None, max_keepalive_connections=256)
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
"""This machine's own addresses, which no proxy of the environment can reach."""


class Wire(httpx2.AsyncBaseTransport):
    """The way to a server: a client that is given a transport reads no proxy from the environment; this one does."""

    def __init__(self) -> None:
        """Nothing is opened before the first request."""
        self._ways: dict[str, httpx2.AsyncHTTPTransport] = {}
        self._users = 1

    @property
    def in_use(self) -> bool:
        """Whether somebody has not closed it yet."""
        return self._users > 0

    def shared(self) -> "Wire":
        """The same connections for one more, who closes them too; the last one's word counts."""
        self._users += 1
        return self

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The server's own answer."""
        proxy = proxy_to(request.url)
        if proxy not in self._ways:
            self._ways[proxy] = httpx2.AsyncHTTPTransport(proxy=proxy or None, limits=CONNECTIONS)
        return await self._ways[proxy].handle_async_request(request)

    async def aclose(self) -> None:
        """Close every connection, once nobody else uses them."""
        self._users -= 1
        if not self._users:
            for way in self._ways.values():
                await way.aclose()
            self._ways.clear()


def proxy_to(url: httpx2.URL) -> str:
    """The proxy that the environment names for an address (HTTPS_PROXY, ALL_PROXY, NO_PROXY); empty without one."""
    if url.host in LOOPBACK or proxy_bypass(url.host):
        return ""
    named = getproxies()
    proxy = named.get(url.scheme) or named.get("all") or ""
    return proxy if "://" in proxy or not proxy else f"http://{proxy}"
