"""Owns what all workers of a cluster share: one pace of requests and one ledger, each kept by one actor.

The fact a reader would miss: a worker that is killed cannot give its places back, so its places are taken from it when
it has been silent for a while.
"""

import asyncio
import itertools
import os
import time
import uuid
from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, NamedTuple

from govbrief.base.errors import PipelineError
from govbrief.model.ledger import Kept
from govbrief.model.limits import Limiter

BEAT_S = 2.0
"""Between two signs of life of a worker."""
SILENT_S = 15.0
"""Without a sign of life after which a worker's places are given to others; a busy one checks briefs for a second."""
FORSAKEN_S = 120.0
"""Without a sign of life after which a whole run is over: starting its workers takes half a minute."""


class Lease(NamedTuple):
    """A place before the server, as its holder names it."""

    worker: str
    number: int


@dataclass(slots=True)
class _Held:
    """A place that a worker waits for or has."""

    place: AbstractAsyncContextManager[None]
    waiting: "asyncio.Task[None] | None"
    """None once it has the place."""


@dataclass
class PaceActor:
    """The one gate before a server for all workers of a cluster; lives in a process of its own."""

    limiter: Limiter
    _runs: dict[str, float] = field(default_factory=dict)
    """When a run joined."""
    _seen: dict[str, float] = field(default_factory=dict)
    """When a worker was last heard of."""
    _held: dict[Lease, _Held] = field(default_factory=dict)

    async def join(self, run: str, limiter: Limiter) -> None:
        """One more run of this cluster asks this server; the first one says how fast."""
        await self._clear()
        if not self._runs:
            self.limiter = limiter
        self._runs[run] = time.monotonic()

    async def retire(self, run: str) -> bool:
        """A run is over; whether it was the last."""
        self._runs.pop(run, None)
        for worker in [worker for worker in self._seen if worker.startswith(run)]:
            await self._forget(worker)
        await self._clear()
        return not self._runs

    async def enter(self, lease: Lease, tokens: int) -> int:
        """Wait for a place; the number of refusals in a row so far."""
        await self.beat(lease.worker)
        held = _Held(self.limiter.place(tokens), asyncio.current_task())
        self._held[lease] = held
        try:
            await held.place.__aenter__()
        except asyncio.CancelledError:
            # whoever waited does not any more
            self._held.pop(lease, None)
            return 0
        held.waiting = None
        return self.limiter.refused_in_a_row

    async def leave(self, lease: Lease, news: list[tuple[str, Any]]) -> None:
        """Give a place back, with what its holder and its neighbours heard from the server."""
        for name, told in news:
            getattr(self.limiter, name)(told)
        await self._release(lease)

    async def beat(self, worker: str) -> None:
        """A worker is alive; places of those that are not are free."""
        now = time.monotonic()
        self._seen[worker] = now
        for other in [who for who, seen in self._seen.items() if now - seen > SILENT_S]:
            await self._forget(other)

    async def _release(self, lease: Lease) -> None:
        held = self._held.get(lease)
        if held is None:
            return
        if held.waiting is not None:
            held.waiting.cancel()
            return
        del self._held[lease]
        await held.place.__aexit__(None, None, None)

    async def _forget(self, worker: str) -> None:
        del self._seen[worker]
        for lease in [lease for lease in self._held if lease.worker == worker]:
            await self._release(lease)

    async def _clear(self) -> None:
        """Runs that ended without a word are over."""
        now = time.monotonic()
        for run, joined in [*self._runs.items()]:
            last = max(
                (seen for worker, seen in self._seen.items() if worker.startswith(run)), default=joined
            )
            if now - max(last, joined) > FORSAKEN_S:
                del self._runs[run]


class ClusterPace:
    """A worker's side of the one pace: used as a Limiter is."""

    def __init__(self, actor: Any, run: str, most: int) -> None:  # noqa: ANN401 - a handle to a PaceActor
        """`most` requests of all workers together may be under way at once."""
        self.most = most
        self.refused_in_a_row = 0
        self._actor = actor
        self._worker = f"{run} {os.getpid()} {uuid.uuid4().hex}"
        self._numbers = itertools.count()
        self._news: list[tuple[str, Any]] = []
        self._heart: asyncio.Task[None] | None = None

    @property
    def allowed(self) -> int:
        """Requests that this worker may prepare: how many may be under way, the actor finds out."""
        return self.most

    @asynccontextmanager
    async def place(self, tokens: int) -> AsyncIterator[None]:
        """Wait until one more request may be sent, and hold its place until it is answered."""
        if self._heart is None:
            self._heart = asyncio.create_task(self._beating())
        lease = Lease(self._worker, next(self._numbers))
        try:
            self.refused_in_a_row = await self._actor.enter.remote(lease, tokens)
            yield
        finally:
            # what was heard goes along before the place is free, so that nobody takes it too early
            news, self._news = self._news, []
            self._actor.leave.remote(lease, news)

    def answered(self, latency_s: float) -> None:
        """A request was answered after so long."""
        self.refused_in_a_row = 0
        self._news.append(("answered", latency_s))

    def refused(self, wait_s: float) -> None:
        """The server wants fewer requests: nobody of the cluster sends one before that."""
        self.refused_in_a_row += 1
        self._news.append(("refused", wait_s))

    def heard(self, headers: Mapping[str, str]) -> None:
        """What an answer's headers say is left."""
        told = {
            name.lower(): value for name, value in headers.items() if name.lower().startswith("x-ratelimit")
        }
        if told:
            self._news.append(("heard", told))

    async def _beating(self) -> None:
        while True:
            await asyncio.sleep(BEAT_S)
            self._actor.beat.remote(self._worker)


class ClusterLedger:
    """A worker's side of the one ledger: used as a Ledger is."""

    def __init__(self, actor: Any) -> None:  # noqa: ANN401 - a handle to an actor of Ledger
        """`actor` has the file."""
        self._actor = actor

    def answer(self, key: str) -> bytes | None:
        """The kept answer, if any."""
        kept: bytes | None = self._call("answer", key)
        return kept

    def keep(self, key: str, body: bytes, kept: Kept) -> None:
        """Keep an answer; it is on the disk when this returns."""
        self._call("keep", key, body, kept)

    def files_of(self, name: str, fingerprint: str) -> dict[str, str]:
        """The files of a finished brief."""
        files: dict[str, str] = self._call("files_of", name, fingerprint)
        return files

    def finished(self, name: str, fingerprint: str, files: Mapping[str, str]) -> None:
        """Note a finished brief."""
        self._call("finished", name, fingerprint, dict(files))

    def close(self) -> None:
        """The file is the actor's."""

    def _call(self, name: str, *values: object) -> Any:  # noqa: ANN401 - what that method gives
        ray: Any = import_module("ray")
        try:
            return ray.get(getattr(self._actor, name).remote(*values))
        except ray.exceptions.RayTaskError as error:
            if isinstance(error.cause, PipelineError):
                raise error.cause from None
            raise
