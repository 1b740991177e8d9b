"""Owns the way to a server past the ledger: what was answered before is not asked, what is answered is kept at once."""

import asyncio
import json
import time
from collections.abc import Mapping
from typing import Any

import httpx2

from govbrief.base.errors import OutputError
from govbrief.model.ledger import Keeper, Kept, request_id


class LedgerTransport(httpx2.AsyncBaseTransport):
    """Answers the requests about one report from the ledger, and the rest from the server.

    A request that comes again in one run was answered with something that did not serve: it is sent, and the new
    answer takes the old one's place.
    """

    def __init__(
        self, ledger: Keeper, address: str, inner: httpx2.AsyncBaseTransport, broken: list[OutputError]
    ) -> None:
        """Requests that the ledger does not answer go through `inner`, to the server that it calls `address`.

        What kept an answer from being kept goes into `broken`, which all reports of a run share: nothing is paid for
        that would be lost.
        """
        self._ledger = ledger
        self._address = address
        self._inner = inner
        self._broken = broken
        self._served: set[str] = set()

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The kept answer, else the server's own, kept unless it is a refusal."""
        key = request_id(self._address, json.loads(request.content))
        if key not in self._served:
            self._served.add(key)
            body = await asyncio.to_thread(self._ledger.answer, key)
            if body is not None:
                return httpx2.Response(
                    200, headers={"content-type": "application/json"}, content=body, request=request
                )
        if self._broken:
            raise self._broken[0]
        asked, started = time.time(), time.monotonic()
        got = await self._inner.handle_async_request(request)
        body = await got.aread()
        if got.status_code == httpx2.codes.OK:
            kept = _kept(body, asked, time.monotonic() - started)
            # shielded: an answer that is here is paid for, also when the run is interrupted now
            await asyncio.shield(asyncio.to_thread(self._keep, key, body, kept))
        return httpx2.Response(got.status_code, headers=_bare(got.headers), content=body, request=request)

    def _keep(self, key: str, body: bytes, kept: Kept) -> None:
        try:
            self._ledger.keep(key, body, kept)
        except OutputError as error:
            self._broken.append(error)
            raise

    async def aclose(self) -> None:
        """Close the connections to the server."""
        await self._inner.aclose()


def _bare(headers: httpx2.Headers) -> dict[str, str]:
    """The headers without what belonged to the transfer: the body is decoded already."""
    gone = {"content-encoding", "content-length", "transfer-encoding"}
    return {name: value for name, value in headers.items() if name.lower() not in gone}


def _kept(body: bytes, asked: float, seconds: float) -> Kept:
    """What an answer says of itself; zeros where it says nothing."""
    try:
        told: Any = json.loads(body)
    except ValueError:
        told = {}
    told = told if isinstance(told, Mapping) else {}
    usage = told.get("usage")
    usage = usage if isinstance(usage, Mapping) else {}
    counts = [usage.get(name) for name in ("prompt_tokens", "completion_tokens")]
    tokens_in, tokens_out = (count if isinstance(count, int) else 0 for count in counts)
    model = told.get("model")
    return Kept(model if isinstance(model, str) else "", asked, round(seconds, 3), tokens_in, tokens_out)
