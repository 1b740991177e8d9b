"""Half of all answers are 429, to 20 workers: no request is early, none is lost, and waits cost what they must."""

import asyncio
import email.utils
import json
import math
import os
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from unittest import mock

from pydantic import BaseModel

from govbrief.base.errors import ModelError
from govbrief.base.settings import Settings
from govbrief.model.ask import Ask
from govbrief.model.connect import open_source
from tests.drills.report import Row, none_of, within
from tests.support.bad_server import BadServer, Reply, completion, refusal

WORKERS, REQUESTS = 20, 120
LATENCY_S, WAIT_S = 2.0, 1.0
"""A refusal takes as long as an answer: so all that may be under way are."""
OWN_WAIT_S = 0.95
"""What a client waits after refusals that name no time: 0.5 to 1 s, and the longest of some ten together counts."""
GRACE_S = 0.25
"""For a refusal on its way to the client, and a request on its way to the server, on a busy machine."""
KINDS = ("seconds", "date", "nothing")


class Answer(BaseModel):
    """What is asked for."""

    en: str


class Refusing:
    """A server that refuses every other request, whatever the pace."""

    def __init__(self, kind: str) -> None:
        """`kind` is how it says when to come again."""
        self._kind = kind
        self.closed: list[tuple[float, float]] = []
        """When a refusal was said, and until when it asks to wait."""

    def __call__(self, number: int, _: object) -> Reply:
        """An answer, or a refusal."""
        if number % 2 == 0:
            return replace(completion(json.dumps({"en": "done"})), after_s=LATENCY_S)
        said, at = time.monotonic() + LATENCY_S, time.time() + LATENCY_S
        if self._kind == "nothing":
            self.closed.append((said, said))
            return replace(refusal(429, "Rate limit reached"), after_s=LATENCY_S)
        until = math.ceil(at + WAIT_S) if self._kind == "date" else at + WAIT_S
        self.closed.append((said, said + until - at))
        told = email.utils.formatdate(until, usegmt=True) if self._kind == "date" else f"{WAIT_S:g}"
        return replace(refusal(429, "Rate limit reached", Retry_After=told), after_s=LATENCY_S)


def ideal_s(wait_s: float) -> float:
    """What that costs a client that sends what it may as soon as it may, and all wait for each wait."""
    left, number, seconds = REQUESTS, 0, 0.0
    while left:
        sent = min(WORKERS, left)
        answered = (number + sent) // 2 - number // 2
        left, number = left - answered, number + sent
        seconds += LATENCY_S if answered == sent else LATENCY_S + wait_s
    return seconds


def mean_wait_s(closed: Sequence[tuple[float, float]]) -> float:
    """How long a wait was on average: of refusals that are said together, the longest counts for all."""
    waits: list[tuple[float, float]] = []
    for said, until in sorted(closed):
        if waits and said < waits[-1][0] + LATENCY_S / 2:
            waits[-1] = waits[-1][0], max(waits[-1][1], until)
        else:
            waits.append((said, until))
    return sum(until - said for said, until in waits) / len(waits)


def early(server: BadServer, closed: Sequence[tuple[float, float]]) -> list[str]:
    """Requests that came while a refusal asked to wait."""
    return [
        f"{until - at:.3f} s early"
        for at in server.times
        if (until := max((end for said, end in closed if said + GRACE_S < at), default=0.0)) > at
    ]


async def ask_all(url: str) -> tuple[float, list[str]]:
    """Ask for everything at once, after a first one that learns what the server takes; seconds, and what was lost."""
    settings = Settings(base_url=url, model="m", concurrency=WORKERS)
    with open_source(settings, "drill") as source:
        async with source.asker("drill") as asker:
            asks = [Ask(f"{n}", "Say it in json.", f"{n}", Answer, 100) for n in range(REQUESTS + 1)]
            await asker.ask(asks[0])
            begun = time.monotonic()
            got = await asyncio.gather(*(asker.ask(ask) for ask in asks[1:]), return_exceptions=True)
            took = time.monotonic() - begun
    return took, [str(one) for one in got if isinstance(one, ModelError)]


def run() -> Sequence[Row]:
    """All kinds of refusals."""
    rows: list[Row] = []
    for kind in KINDS:
        manner = Refusing(kind)
        with (
            tempfile.TemporaryDirectory() as folder,
            mock.patch.dict(os.environ, {"GOVBRIEF_CACHE": folder, "XDG_CONFIG_HOME": folder}),
            BadServer(manner) as server,
        ):
            took, lost = asyncio.run(ask_all(server.url))
            mean = OWN_WAIT_S if kind == "nothing" else mean_wait_s(manner.closed)
            what = f"Retry-After names {kind}, half of answers 429, {WORKERS} workers"
            rows.append(none_of(f"requests early: {what}", early(server, manner.closed), len(server.times)))
        rows.append(none_of(f"requests lost: {what}", lost, REQUESTS))
        rows.append(within(f"wall / ideal: {what}", took / ideal_s(mean), 1.2, "x"))
    return rows
