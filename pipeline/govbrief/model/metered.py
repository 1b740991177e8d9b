"""Owns the way to a server past the purse: the worst case is set aside, the answer's own count is what was spent."""

import asyncio
import json
import time
from typing import Any

import httpx2

from govbrief.model.purse import NOTHING, Purse, Spent

_NOT_SENT = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout, httpx2.ProxyError)
"""Errors before a request was sent: it costs nothing."""


class MeteredTransport(httpx2.AsyncBaseTransport):
    """Counts the requests about one report."""

    def __init__(self, purse: Purse, report: str, inner: httpx2.AsyncBaseTransport) -> None:
        """What is paid for goes through `inner`."""
        self._purse = purse
        self._report = report
        self._inner = inner

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The server's own answer, read whole.

        Raises:
            BudgetError: the request is not sent any more, or had no answer when the time was over.
            NoRoomError: it has to wait.
        """
        purse = self._purse
        worst = purse.set_aside(json.loads(request.content))
        started = time.monotonic()
        try:
            async with asyncio.timeout(purse.seconds_left):
                got = await self._inner.handle_async_request(request)
                body = await got.aread()
        except BaseException as error:
            purse.settle(self._report, worst, NOTHING, lost=not isinstance(error, _NOT_SENT))
            if isinstance(error, TimeoutError):
                purse.used_up = True
                raise purse.error() from error
            raise
        used = _used(body, worst) if got.status_code == httpx2.codes.OK else NOTHING
        purse.settle(self._report, worst, used, time.monotonic() - started)
        return httpx2.Response(got.status_code, headers=_bare(got.headers), content=body, request=request)

    async def aclose(self) -> None:
        """Close the connections to the server."""
        await self._inner.aclose()


def _bare(headers: httpx2.Headers) -> dict[str, str]:
    """The headers without what belonged to the transfer: the body is decoded already."""
    gone = {"content-encoding", "content-length", "transfer-encoding"}
    return {name: value for name, value in headers.items() if name.lower() not in gone}


def _used(body: bytes, worst: Spent) -> Spent:
    """What an answer says that it took; a server that does not say may have taken the most."""
    try:
        usage: Any = json.loads(body).get("usage")
        return Spent(1, int(usage["prompt_tokens"]), int(usage["completion_tokens"]))
    except (ValueError, AttributeError, KeyError, TypeError):
        return worst
